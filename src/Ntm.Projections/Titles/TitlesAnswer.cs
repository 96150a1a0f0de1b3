using Ntm.Domain.Dossiers.Rules;

namespace Ntm.Projections.Titles;

/// <summary>The titles of one unit on a day, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Standing"><c>held</c>, <c>undetermined</c> or <c>none</c>.</param>
/// <param name="Merger">The last merger into the unit; null where there was none.</param>
/// <param name="Titles">Every title ever given to it by the day, by day of the decision.</param>
/// <param name="Dossiers">Every attempt, ordinal.</param>
public sealed record TitlesAnswer(
    string Unit, string? Name, bool Exists, DateOnly? EndedOn, IReadOnlyList<string>? Successors, DateOnly On, KnownAt KnownAt,
    string Standing, TitleMerger? Merger, IReadOnlyList<TitleRow> Titles, IReadOnlyList<DossierRow> Dossiers);

/// <param name="On">The day from which nothing passed on by itself.</param>
public sealed record TitleMerger(DateOnly On, IReadOnlyList<TitlePart> Parts);

/// <param name="Titles">What it held on its last day, the highest first.</param>
public sealed record TitlePart(string Unit, string? Name, DateOnly EndedOn, IReadOnlyList<string> Titles);

/// <param name="Standing"><c>held</c>, <c>undetermined</c> (a merger came after it), <c>revoked</c> or <c>annulled</c>.</param>
/// <param name="Year">Of attainment. It, the day of the decision, the day of its announcement and the record time are four dates.</param>
/// <param name="EndedBy">The decision that took it away.</param>
/// <param name="Stale">Null while the decision stands on what it rested on.</param>
/// <param name="After">Null where the title is no longer held.</param>
public sealed record TitleRow(
    string Title, string Dossier, int Year, string Standing, DecisionRow Decision, DateOnly? AnnouncedOn, DecisionRow? EndedBy,
    IReadOnlyList<IrregularityRow> Irregularities, StaleDecision? Stale, AfterTitle? After);

public sealed record DecisionRow(Guid Entry, string Type, DateOnly EffectiveOn, long Sequence, string RecordedAt, DocumentCited? Document);

public sealed record DossierRow(string Dossier, string Title, int Year, string Stage, int Returns);

/// <param name="Kind"><c>broken</c> or <c>not_shown</c>.</param>
/// <param name="Citation">Where the rule stands; null for one that follows from the matter itself.</param>
public sealed record IrregularityRow(
    string Code, string Kind, string Vietnamese, string English, string? Citation, bool IsSourced, IReadOnlyList<CriterionShown> Criteria)
{
    internal static IReadOnlyList<IrregularityRow> Of(IEnumerable<Irregularity> irregularities) =>
    [
        .. irregularities.Select(irregularity => new IrregularityRow(
            irregularity.Code, IrregularityKinds.Names.NameOf(irregularity.Kind), irregularity.Message.Vietnamese, irregularity.Message.English,
            irregularity.Citation, irregularity.IsSourced,
            [.. irregularity.Criteria.Select(grounds => new CriterionShown(grounds.Criterion, Domain.Findings.FindingStatuses.Names.NameOf(grounds.Standing), grounds.Entry))])),
    ];
}

public sealed record CriterionShown(int Criterion, string Status, Guid? Entry);
