using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Host.Questions;

namespace Ntm.Host.Pages;

/// <summary>What a page about one day and one state of knowledge shows: an answer with the entries it names, or why there is none.</summary>
/// <param name="Asked">As the address says it.</param>
/// <param name="Entries">Those the answer names, by id.</param>
internal sealed record PageAnswer<T>(T? Answer, QuestionText Asked, IReadOnlyDictionary<Guid, RecordedEntry> Entries, Refusal? Refusal, int HttpStatus) where T : class
{
    internal static PageAnswer<T> Refused(QuestionText asked, QuestionRefusal refusal) =>
        new(null, asked, new Dictionary<Guid, RecordedEntry>(), refusal.Refusal, refusal.Status);
}

internal static class PageLinks
{
    /// <summary>The two clock readings, resolved: what makes an address answer the same for ever.</summary>
    internal static string Moment(DateOnly on, long knownAt) =>
        string.Create(CultureInfo.InvariantCulture, $"on={VietnamCalendar.Format(on)}&knownAt={knownAt}");

    /// <summary>An entry in the history of its unit.</summary>
    internal static string Entry(RecordedEntry entry, long knownAt) =>
        string.Create(CultureInfo.InvariantCulture, $"/units/{entry.Entry.Unit}?knownAt={knownAt}#entry-{entry.Id:D}");
}
