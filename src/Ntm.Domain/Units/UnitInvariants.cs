using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Units;

/// <summary>What must hold of a unit once an entry about it stands. Judged on the register as it would be.</summary>
internal static class UnitInvariants
{
    /// <summary>Refuses a parent that on any day would be the unit itself or lie below it.</summary>
    internal static void RequireNoCycle(this List<Refusal> refusals, Register after, UnitId unit, string field)
    {
        if (FirstDayAboveItself(after, unit, unit, DateOnly.MinValue, DateOnly.MaxValue, []) is { } day)
            refusals.Add(RuleRefusals.UnitParentCycle(unit, day, field));
    }

    /// <summary>Refuses to end a unit that is some living unit's parent that day.</summary>
    internal static void RequireNoChildren(this List<Refusal> refusals, Register after, UnitId unit, DateOnly on, string field)
    {
        foreach (var child in after.ChildrenEver.GetValueOrDefault(unit) ?? [])
        {
            var history = after.Units[child];
            if (!history.LivesOn(on, after.Sequence) || history.ParentOn(on, after.Sequence) != unit)
                continue;
            refusals.Add(RuleRefusals.UnitHasChildren(unit, child, field));
            return;
        }
    }

    /// <summary>Refuses to leave entries resting on a unit that is no longer established.</summary>
    internal static void RequireEstablishedWhereEntriesRest(this List<Refusal> refusals, Register after, UnitId unit)
    {
        if (!after.Knows(unit) && IsRestedOn(after, unit))
            refusals.Add(RuleRefusals.UnitHasEntries(unit));
    }

    private static bool IsRestedOn(Register register, UnitId unit)
    {
        var history = register.Find(unit)!;
        return history.RestingEntries > 0
            || history.EndAt(register.Sequence) is not null
            || (register.ChildrenEver.GetValueOrDefault(unit) ?? []).Any(child =>
                register.Units[child].Parents.Any(parent => parent.Value == unit && parent.StandsAt(register.Sequence)))
            || register.Units.Values.Any(other => other.Ends.Any(end => end.Value.Contains(unit) && end.StandsAt(register.Sequence)));
    }

    // Before this entry nobody stood above itself, so a new cycle runs through this unit: it is enough to climb from it, splitting
    // the days wherever a parent changes. Whether the units live on those days does not matter: an end can be retracted later.
    private static DateOnly? FirstDayAboveItself(Register register, UnitId climber, UnitId unit, DateOnly from, DateOnly to, HashSet<UnitId> path)
    {
        if (!path.Add(climber) || register.Find(climber) is not { } history)
            return null;

        DateOnly? first = null;
        foreach (var (parent, since, until) in ParentPeriods(history, register.Sequence))
        {
            var start = since > from ? since : from;
            var end = until < to ? until : to;
            if (start > end)
                continue;
            var found = parent == unit ? start : FirstDayAboveItself(register, parent, unit, start, end, path);
            first = found < first || first is null ? found : first;
        }

        path.Remove(climber);
        return first;
    }

    // Days on both ends included.
    private static IEnumerable<(UnitId Parent, DateOnly Since, DateOnly Until)> ParentPeriods(UnitHistory unit, long knownAt)
    {
        var winners = unit.Parents.Where(fact => fact.StandsAt(knownAt))
            .GroupBy(fact => fact.EffectiveOn)
            .Select(day => day.MaxBy(fact => fact.Sequence)!)
            .OrderBy(fact => fact.EffectiveOn)
            .ToList();
        for (var index = 0; index < winners.Count; index++)
        {
            var until = index + 1 < winners.Count ? winners[index + 1].EffectiveOn.AddDays(-1) : DateOnly.MaxValue;
            if (winners[index].Value is { } parent)
                yield return (parent, winners[index].EffectiveOn, until);
        }
    }
}
