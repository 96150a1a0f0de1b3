namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>The one list of ways to hold a plan against itself. docs/reference/plan-rules.md explains each; a test holds the two together.</summary>
public static class ReconciliationRules
{
    public static IReadOnlyList<ReconciliationRule> All { get; } =
    [
        TargetsUncounted.Rule,
        TargetsUnlisted.Rule,
        CountsAgainstNames.Rule,
        CountsWithoutNames.Rule,
        NamesWithoutCount.Rule,
        CountKindsUnclear.Rule,
        CountsIncomparable.Rule,
        TableTotals.Rule,
        BandsAgainstCommunes.Rule,
        BandBounds.Overlapping,
        BandBounds.Gapped,
        Extents.Rule,
        WholeNumbers.Rule,
        AveragesAgainstBands.Rule,
        AveragesAgainstParts.Rule,
        AveragesAgainstTargets.Rule,
        MinimumIncreases.Rule,
        IncreasesBelowFloor.Rule,
        FloorsAgainstBands.Rule,
        PartMinimums.Rule,
        Maintaining.Rule,
        Recognitions.Uncovered,
        Recognitions.Unnumbered,
        CohortExtents.Undefined,
        CohortExtents.Differing,
        Duties.Rule,
        Objectives.Rule,
        Years.Rule,
        Deadlines.Impossible,
        Deadlines.Past,
        Cadences.Rule,
        TasksIncomplete.Rule,
        Measures.Unclear,
        Measures.Contradicted,
        Attachments.Missing,
        Attachments.Uncited,
        Citations.Damaged,
        Citations.Differing,
        Headings.Numbering,
        Headings.Misprinted,
    ];

    /// <summary>Every rule's observations, in the order of the rules and, within one, of the plan.</summary>
    public static PlanReconciliation Check(StatedPlan plan)
    {
        // Words in which a plan speaks of two things at once may make one observation of each: said once, it is enough.
        var observations = All.SelectMany(rule => rule.Check(plan)).DistinctBy(seen => (seen.Rule, seen.Unit, seen.Criterion, seen.Message)).ToList();
        return new PlanReconciliation([.. observations.OfType<PlanFinding>()], [.. observations.OfType<PlanAgreement>()]);
    }
}

/// <summary>What holding a plan against itself came to.</summary>
public sealed record PlanReconciliation(IReadOnlyList<PlanFinding> Findings, IReadOnlyList<PlanAgreement> Agreements);
