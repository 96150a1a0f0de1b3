using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Targets;
using Ntm.Projections.Index;

namespace Ntm.Projections.PlanResults;

/// <summary>What one target came to, and the findings that say so.</summary>
/// <param name="Since">The day the state began: attained, lost, broken. Null where nothing happened.</param>
/// <param name="By">The finding that began it; of a withdrawn target, the withdrawal.</param>
/// <param name="ReachedOn">Of a target to attain: the day it was first attained under the plan, also where it was lost again.</param>
/// <param name="ReachedBy">The finding by which it was.</param>
public sealed record TargetOutcome(TargetState State, DateOnly? Since, Guid? By, DateOnly? ReachedOn, Guid? ReachedBy);

/// <summary>Holds a target against what was found. The days before the plan's own do not count: what was attained and lost again before it was promised is promised anew.</summary>
public static class TargetReading
{
    /// <summary>A target still open is at risk from this many days before its deadline on.</summary>
    public const int RiskDays = 30;

    /// <param name="assigned">The day of the plan.</param>
    /// <param name="deciding">The findings that decide on the criterion, by day, each until the next; those after <paramref name="on"/> do not count.</param>
    public static TargetOutcome Read(TargetAssigned target, DateOnly assigned, IReadOnlyList<Fact<Finding>> deciding, DateOnly on)
    {
        var periods = Periods(deciding, assigned, on);
        if (periods is [.., { Status: FindingStatus.NotApplicable } last])
            return new TargetOutcome(TargetState.NotApplicable, last.From, last.Finding, null, null);
        return target.Kind == TargetKind.Attain ? ToAttain(target.Due, periods, assigned, on) : ToKeep(target.Due, periods, assigned, on);
    }

    private static TargetOutcome ToAttain(DateOnly due, List<Period> periods, DateOnly assigned, DateOnly on)
    {
        var first = periods.FindIndex(period => period.Status == FindingStatus.Attained);
        if (first < 0)
            return new TargetOutcome(NotYet(due, on), null, null, null, null);
        var (reached, last) = (periods[first], periods[^1]);
        if (last.Status != FindingStatus.Attained)
        {
            // Since it was last held, whatever was found after that.
            var lost = periods[periods.FindLastIndex(period => period.Status == FindingStatus.Attained) + 1];
            return new TargetOutcome(TargetState.Undone, lost.From, lost.Finding, reached.From, reached.Finding);
        }

        // Held already on the plan's day it is in time, also where a plan names a day before its own.
        var state = reached.From <= due || reached.From <= assigned ? TargetState.Met : TargetState.Late;
        return new TargetOutcome(state, reached.From, reached.Finding, reached.From, reached.Finding);
    }

    private static TargetState NotYet(DateOnly due, DateOnly on) =>
        on > due ? TargetState.Missed : due.DayNumber - on.DayNumber <= RiskDays ? TargetState.AtRisk : TargetState.Open;

    private static TargetOutcome ToKeep(DateOnly due, List<Period> periods, DateOnly assigned, DateOnly on)
    {
        var horizon = on < due ? on : due;
        var asked = horizon < assigned ? [] : periods.FindAll(period => period.From <= horizon);
        if (asked.Count == 0)
            return new TargetOutcome(TargetState.Unassessed, null, null, null, null);
        if (asked.Find(period => period.Status is not (FindingStatus.Attained or FindingStatus.NotApplicable)) is { } broken)
            return new TargetOutcome(TargetState.Broken, broken.From > assigned ? broken.From : assigned, broken.Finding, null, null);
        return new TargetOutcome(TargetState.Maintained, asked[0].From, asked[0].Finding, null, null);
    }

    private sealed record Period(DateOnly From, FindingStatus Status, Guid Finding);

    // From the one that decides on the plan's day on: it may be older.
    private static List<Period> Periods(IReadOnlyList<Fact<Finding>> deciding, DateOnly assigned, DateOnly on)
    {
        var periods = new List<Period>();
        for (var place = 0; place < deciding.Count && deciding[place].EffectiveOn <= on; place++)
        {
            var isOver = place + 1 < deciding.Count && deciding[place + 1].EffectiveOn <= assigned;
            if (!isOver)
                periods.Add(new Period(deciding[place].EffectiveOn, deciding[place].Value.Status, deciding[place].Entry));
        }

        return periods;
    }
}
