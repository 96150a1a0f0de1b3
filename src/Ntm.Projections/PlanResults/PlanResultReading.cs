using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Plans;
using Ntm.Domain.Targets;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Index;

namespace Ntm.Projections.PlanResults;

/// <summary>Holds a plan against what was found by a day, as known at a sequence.</summary>
public static class PlanResultReading
{
    /// <param name="plan">As known at the sequence.</param>
    /// <param name="set">The set by which the plan numbers its criteria; without it its numbers are left out.</param>
    public static PlanResultAnswer Answer(
        RecordIndex index, PlanDocument plan, DateOnly on, long knownAt, CriteriaSet? set, AssessorSet assessors)
    {
        var targets = Targets(index, plan.Id, on, knownAt, assessors);
        var byState = TargetStates.Names.Names
            .Select(state => new TargetStateCount(state, targets.Count(target => target.State == state)))
            .Where(state => state.Count > 0);
        return new PlanResultAnswer(
            plan.Id.Value, plan.Scope.Value, plan.From, plan.To, on, KnownAt.Of(index, knownAt), assessors.ToNames(), TargetReading.RiskDays,
            VietnamCalendar.DayBefore(plan.From), [.. byState], targets, new NumberReading(index, plan, on, knownAt, set, assessors).Read());
    }

    /// <summary>The targets the plan has given by the day: ordered by unit, criterion, kind, deadline and entry.</summary>
    public static IReadOnlyList<TargetResult> Targets(RecordIndex index, PlanId plan, DateOnly on, long knownAt, AssessorSet assessors) =>
    [
        .. index.Quoted.UnitsOf(plan)
            .SelectMany(unit => index.Quoted.Of(unit))
            .Where(entry => entry.Value is TargetAssigned target && target.Plan == plan && entry.StandsAt(knownAt) && entry.EffectiveOn <= on)
            .Select(entry => Read(index, entry, (TargetAssigned)entry.Value, on, knownAt, assessors))
            .OrderBy(target => target.Unit, StringComparer.Ordinal).ThenBy(target => target.Set, StringComparer.Ordinal)
            .ThenBy(target => target.Criterion).ThenBy(target => target.Kind, StringComparer.Ordinal)
            .ThenBy(target => target.Due).ThenBy(target => target.Target),
    ];

    /// <summary>The targets any plan has given one unit by the day: ordered by set, criterion, deadline and record.</summary>
    internal static IReadOnlyList<(PlanId Plan, TargetResult Target)> TargetsOf(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, AssessorSet assessors) =>
    [
        .. index.Quoted.Of(unit)
            .Where(entry => entry.Value is TargetAssigned && entry.StandsAt(knownAt) && entry.EffectiveOn <= on)
            .Select(entry => (((TargetAssigned)entry.Value).Plan, Target: Read(index, entry, (TargetAssigned)entry.Value, on, knownAt, assessors)))
            .OrderBy(given => given.Target.Set, StringComparer.Ordinal).ThenBy(given => given.Target.Criterion).ThenBy(given => given.Target.Due),
    ];

    private static TargetResult Read(RecordIndex index, Fact<DatedEntry> entry, TargetAssigned target, DateOnly on, long knownAt, AssessorSet assessors)
    {
        var deciding = DecidingFindings.Of(index, target.Unit, knownAt, target.Set, target.Criterion, assessors);
        var withdrawal = index.Quoted.WithdrawalsOf(entry.Entry)
            .Where(withdrawn => withdrawn.StandsAt(knownAt) && withdrawn.EffectiveOn <= on)
            .OrderBy(withdrawn => withdrawn.EffectiveOn).ThenBy(withdrawn => withdrawn.Sequence).FirstOrDefault();
        var outcome = withdrawal is null
            ? TargetReading.Read(target, entry.EffectiveOn, deciding, on)
            : new TargetOutcome(TargetState.Withdrawn, withdrawal.EffectiveOn, withdrawal.Entry, null, null);
        var status = deciding.FindLast(finding => finding.EffectiveOn <= on)?.Value.Status ?? FindingStatus.Unassessed;
        return new TargetResult(
            entry.Entry, target.Unit.Value, index.Map.Find(target.Unit)?.NameOn(on, knownAt), target.Set.Value, target.Criterion,
            TargetKinds.Names.NameOf(target.Kind), target.Due, target.Source, TargetStates.Names.NameOf(outcome.State),
            FindingStatuses.Names.NameOf(status), outcome.Since, outcome.By, outcome.ReachedOn, outcome.ReachedBy);
    }
}
