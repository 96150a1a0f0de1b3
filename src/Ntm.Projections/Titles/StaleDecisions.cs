using System.Collections.Immutable;
using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>
/// Finds decisions that later entries have taken the ground from (docs/reference/dossiers.md). The same day is asked twice: as the decision
/// knew it, and as it is known now.
/// </summary>
public static class StaleDecisions
{
    /// <summary>Of one unit, those of days up to <paramref name="on"/>, by day and then in record order.</summary>
    public static IReadOnlyList<StaleDecision> Of(RecordIndex index, Domain.Units.UnitId unit, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        List<StaleDecision>? stale = null;
        var steps = index.Register.DossiersOf(unit).Steps;
        foreach (var decision in steps)
        {
            if (decision.Value is IRestsOn && decision.EffectiveOn <= on && decision.StandsAt(knownAt) && !IsAnnulled(steps, decision.Entry, on, knownAt)
                && Of(index, decision, knownAt, catalog) is { } found)
                (stale ??= []).Add(found);
        }

        // Of one day they stay in record order.
        return stale is null ? [] : [.. stale.OrderBy(decision => decision.EffectiveOn)];
    }

    private static bool IsAnnulled(ImmutableArray<Fact<DossierStep>> steps, Guid decision, DateOnly on, long knownAt)
    {
        foreach (var step in steps)
        {
            if (step.Value is DecisionAnnulled annulment && annulment.Decision == decision && step.EffectiveOn <= on && step.StandsAt(knownAt))
                return true;
        }

        return false;
    }

    /// <returns>Null while it stands on what it rested on.</returns>
    internal static StaleDecision? Of(RecordIndex index, Fact<DossierStep> decision, long knownAt, CriteriaCatalog catalog)
    {
        var basis = new DecisionBasis(index, decision, catalog);
        List<Change>? changes = null;
        AddCriteria(index, basis, knownAt, ref changes);
        AddDebt(index, decision, knownAt, ref changes);
        AddUnit(index, decision, basis, knownAt, ref changes);
        return changes is null ? null : new StaleDecision(
            decision.Entry, decision.Value.Dossier, StepKinds.Names.NameOf(StepKinds.Of(decision.Value)), decision.EffectiveOn,
            DocumentCited.Of(decision.Value.Basis), basis.On, basis.Set?.Id.Value,
            [.. changes.Select(change => new BasisChange(change.What, change.Criterion, change.Before, change.Now, [.. change.Sequences.Select(index.EntryAt)]))])
        {
            Entries = [.. changes.SelectMany(change => change.Sequences).Distinct().Order().Select(index.EntryAt)],
        };
    }

    private static void AddCriteria(RecordIndex index, DecisionBasis basis, long knownAt, ref List<Change>? changes)
    {
        if (basis.Set is not { } set)
            return;
        var findings = index.Findings.Under(set).Of(basis.Unit);
        for (var place = 0; place < set.Criteria.Count; place++)
        {
            var now = findings.Winner(place, basis.On, knownAt, basis.Assessors);
            var (before, entry) = basis.Stood(place, findings);
            if (!Changes(SupportOf(before, basis.IsRevocation), SupportOf(TitleGrounds.StatusOf(now), basis.IsRevocation)))
                continue;
            var number = set.Criteria[place].Number;
            (changes ??= []).Add(new Change(
                "criterion", number, FindingStatuses.Names.NameOf(before), FindingStatuses.Names.NameOf(TitleGrounds.StatusOf(now)),
                ChangedBy(index, index.Findings.Of(basis.Unit, set.Id, number), entry, now, knownAt)));
        }
    }

    // The finding that decides now, where it is another, and the retraction of the one that did.
    private static List<long> ChangedBy(
        RecordIndex index, IEnumerable<Fact<Finding>> findings, Guid? before, StandingFinding? now, long knownAt)
    {
        var sequences = new List<long>();
        if (before is { } entry && findings.FirstOrDefault(finding => finding.Entry == entry)?.RetractedAt is { } retracted && retracted <= knownAt)
            sequences.Add(retracted);
        if (now is { } deciding && index.EntryAt(deciding.Sequence) != before)
            sequences.Add(deciding.Sequence);
        sequences.Sort();
        return sequences;
    }

    private static void AddDebt(RecordIndex index, Fact<DossierStep> decision, long knownAt, ref List<Change>? changes)
    {
        if (decision.Value is not (RecognitionGranted or TitleVoted { Votes.Level: OfficeLevel.Province }))
            return;
        var debts = index.Register.DossiersOf(decision.Value.Unit).Debts;
        if (debts.IsEmpty || Fold.Winner(debts, decision.EffectiveOn, knownAt) is not { Value.Amount: > 0 } now)
            return;
        var before = Fold.Winner(debts, decision.EffectiveOn, decision.Sequence);
        if (before is not { Value.Amount: > 0 })
            (changes ??= []).Add(new Change("debt", null, Amount(before), Amount(now), [now.Sequence]));
    }

    private static void AddUnit(RecordIndex index, Fact<DossierStep> decision, DecisionBasis basis, long knownAt, ref List<Change>? changes)
    {
        if (index.Map.Find(basis.Unit) is not { } unit || unit.EndBy(basis.On, knownAt) is not { } end || unit.EndBy(basis.On, decision.Sequence) is not null)
            return;
        (changes ??= []).Add(new Change("unit", null, "exists", "ended", [end.Sequence]));
    }

    private static string? Amount(Fact<DebtDeclared>? debt) => debt?.Value.Amount.ToString(CultureInfo.InvariantCulture);

    private static Support SupportOf(FindingStatus status, bool isRevocation) => status == FindingStatus.Unassessed
        ? Support.Silent
        : status.IsFulfilled() != isRevocation ? Support.For : Support.Against;

    private static bool Changes(Support before, Support now) =>
        (before == Support.For && now != Support.For) || (before == Support.Silent && now == Support.Against);

    private enum Support
    {
        Silent,
        For,
        Against,
    }

    private sealed record Change(string What, int? Criterion, string? Before, string? Now, List<long> Sequences);
}
