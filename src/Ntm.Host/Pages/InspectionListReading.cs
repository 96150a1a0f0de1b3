using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Host.Inspections;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Inspections;

namespace Ntm.Host.Pages;

/// <summary>What the page of inspections under a unit shows.</summary>
/// <param name="Answer">Null where there is no unit to ask about.</param>
internal sealed record InspectionListView(
    string? Under, string On, IReadOnlyList<Choice> Units, InspectionListAnswer? Answer, Refusal? Refusal, int HttpStatus)
{
    internal string Query => string.Create(
        CultureInfo.InvariantCulture, $"under={Answer!.Under}&on={VietnamCalendar.Format(Answer.On)}&knownAt={Answer.KnownAt.Sequence}")
        + (Answer.State is { } state ? $"&state={state}" : "");
}

/// <summary>Reads the page of inspections: the same question as everyone's, and a unit chosen where none is given.</summary>
internal sealed class InspectionListReading(QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog)
{
    internal async Task<InspectionListView> ReadAsync(string? under, string? state, string? on, string? knownAt, CancellationToken cancellation)
    {
        var units = UnitChoices.Of(live.Index.Register, await live.CatchUpToHeadAsync(cancellation));
        var unit = string.IsNullOrWhiteSpace(under) ? (units is [var first, ..] ? first.Value : null) : under.Trim();
        var day = string.IsNullOrWhiteSpace(on) ? VietnamCalendar.Format(resolver.Today) : on.Trim();
        if (unit is null)
            return new InspectionListView(null, day, units, null, null, StatusCodes.Status200OK);
        var resolved = await new InspectionQuestions(resolver, live, catalog).AnswerUnderAsync(unit, state, day, knownAt, null, cancellation);
        return new InspectionListView(unit, day, units, resolved.Value, resolved.Refusal?.Refusal, resolved.Refusal?.Status ?? StatusCodes.Status200OK);
    }
}
