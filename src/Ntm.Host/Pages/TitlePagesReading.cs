using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Titles;
using Ntm.Projections.Titles;

namespace Ntm.Host.Pages;

/// <summary>Reads the pages about titles: the same questions as everyone's, and the entries their answers name.</summary>
internal sealed class TitlePagesReading(TitleQuestions questions, Record record, LiveRecord live)
{
    internal async Task<PageAnswer<TitlesAnswer>> TitlesAsync(string unit, QuestionText asked, CancellationToken cancellation) =>
        await ShownAsync(asked, await questions.TitlesAsync(unit, asked, cancellation), NamedBy, cancellation);

    internal async Task<PageAnswer<DossierAnswer>> DossierAsync(string dossier, QuestionText asked, CancellationToken cancellation) =>
        await ShownAsync(asked, await questions.DossierAsync(dossier, asked, cancellation), NamedBy, cancellation);

    internal async Task<PageAnswer<TitleWatch>> WatchAsync(string? under, QuestionText asked, CancellationToken cancellation) =>
        await ShownAsync(asked, await questions.WatchAsync(under, asked, cancellation), NamedBy, cancellation);

    /// <summary>The units a watch can be asked of.</summary>
    internal async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken cancellation) =>
        UnitChoices.Of(live.Index.Register, await live.CatchUpToHeadAsync(cancellation));

    /// <summary>Entries by id, for what a page says of them beside the answer.</summary>
    internal Task<IReadOnlyDictionary<Guid, RecordedEntry>> EntriesAsync(IEnumerable<Guid> ids, CancellationToken cancellation) =>
        record.FindAsync([.. ids.Distinct()], cancellation);

    internal static IEnumerable<Guid> NamedBy(IEnumerable<IrregularityRow> irregularities) =>
        irregularities.SelectMany(irregularity => irregularity.Criteria).Select(criterion => criterion.Entry).OfType<Guid>();

    private async Task<PageAnswer<T>> ShownAsync<T>(QuestionText asked, Resolved<T> resolved, Func<T, IEnumerable<Guid>> named, CancellationToken cancellation)
        where T : class =>
        resolved.Value is { } answer
            ? new PageAnswer<T>(answer, asked, await EntriesAsync(named(answer), cancellation), null, StatusCodes.Status200OK)
            : PageAnswer<T>.Refused(asked, resolved.Refusal!);

    private static IEnumerable<Guid> NamedBy(TitlesAnswer answer) => answer.Titles.SelectMany(title => new[] { title.Decision.Entry, title.EndedBy?.Entry ?? title.Decision.Entry }
        .Concat(NamedBy(title.Irregularities)).Concat(NamedBy(title.Stale)).Concat(NamedBy(title.After)));

    private static IEnumerable<Guid> NamedBy(DossierAnswer answer) => answer.Steps
        .SelectMany(step => NamedBy(step.Irregularities).Concat(NamedBy(step.Stale)).Append(step.Entry)
            .Concat((step.RestsOn?.Criteria ?? []).Select(criterion => criterion.Entry).OfType<Guid>()))
        .Concat(answer.Next.SelectMany(open => open.Conditions).SelectMany(condition => NamedBy(condition.Against)))
        .Concat(new[] { answer.Debt?.Entry, answer.Survey?.Entry }.OfType<Guid>());

    private static IEnumerable<Guid> NamedBy(TitleWatch answer) =>
        answer.Units.SelectMany(unit => unit.Stale.SelectMany(NamedBy).Concat(NamedBy(unit.After)));

    private static IEnumerable<Guid> NamedBy(StaleDecision? stale) => stale is null ? [] : [stale.Entry, .. stale.Entries];

    private static IEnumerable<Guid> NamedBy(AfterTitle? after) =>
        after is null ? [] : (after.Lost ?? []).Select(lost => lost.Entry).Concat(after.Debts.Select(debt => debt.Entry));
}
