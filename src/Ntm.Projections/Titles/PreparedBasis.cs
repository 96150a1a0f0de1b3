using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>What a step prepared in the system would rest on: the <c>restsOn</c> of its line.</summary>
/// <param name="Sequence">The last entry known.</param>
/// <param name="Evidence">The papers behind the findings; the index does not keep them, whoever answers adds them.</param>
public sealed record PreparedBasis(
    DateOnly On, long Sequence, string? Set, string? SetVersion, DateOnly Boundary, IReadOnlyList<CriterionShown> Findings, IReadOnlyList<string> Evidence);

/// <summary>Answers what the next step of a dossier would rest on.</summary>
public static class PreparedBasisReading
{
    /// <summary>The steps that rest on findings.</summary>
    public static IReadOnlyList<StepKind> Resting { get; } =
    [
        StepKind.CommuneVoted, StepKind.Verified, StepKind.DistrictVoted, StepKind.Appraised, StepKind.CouncilVoted, StepKind.Granted,
        StepKind.Inherited, StepKind.Revoked,
    ];

    /// <returns>Null where no step of the dossier is known at that sequence.</returns>
    public static PreparedBasis? Answer(RecordIndex index, string dossier, StepKind kind, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        if (!index.Register.DossierUnits.TryGetValue(dossier, out var unit)
            || index.Register.DossiersOf(unit).Of(dossier).FirstOrDefault(step => step.StandsAt(knownAt)) is not { } first)
            return null;
        return Of(index, DossierName.Of(first.Value), kind, on, knownAt, catalog);
    }

    /// <summary>Also of a dossier that has not begun.</summary>
    public static PreparedBasis Of(RecordIndex index, DossierName name, StepKind kind, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        var unit = name.Unit;
        if (DecisionBasis.SetOf(kind, name, catalog) is not { } set)
            return new PreparedBasis(on, knownAt, null, null, on, [], []);

        var (findings, assessors) = (index.Findings.Under(set).Of(unit), DecisionBasis.AssessorsOf(kind));
        return new PreparedBasis(on, knownAt, set.Id.Value, set.Version, on,
        [
            .. set.Criteria.Select((criterion, place) => findings.Winner(place, on, knownAt, assessors) is { } winner
                ? new CriterionShown(criterion.Number, FindingStatuses.Names.NameOf(winner.Status), index.EntryAt(winner.Sequence))
                : new CriterionShown(criterion.Number, FindingStatuses.Names.NameOf(FindingStatus.Unassessed), null)),
        ], []);
    }
}
