using System.Collections.Immutable;
using Ntm.Domain.Recording;
using Ntm.Domain.Time;

namespace Ntm.Domain.Units;

/// <summary>Who lies under whom on a day, as known at a sequence.</summary>
public static class Territory
{
    /// <summary>
    /// Every living unit, of any level, whose chain of living parents reaches <paramref name="above"/>; itself left out; ordinal order.
    /// Nothing lies under a unit that does not live that day.
    /// </summary>
    public static IReadOnlyList<UnitHistory> Under(Register register, UnitId above, DateOnly on, long knownAt)
    {
        var found = new SortedDictionary<UnitId, UnitHistory>(UnitId.Ordinal);
        if (register.Find(above)?.LivesOn(on, knownAt) == true)
            Gather(register, above, on, knownAt, found);
        found.Remove(above);
        return [.. found.Values];
    }

    /// <summary>Every unit that lives that day; ordinal order.</summary>
    public static IReadOnlyList<UnitHistory> Living(Register register, DateOnly on, long knownAt) =>
        [.. register.Units.Values.Where(unit => unit.LivesOn(on, knownAt)).OrderBy(unit => unit.Unit, UnitId.Ordinal)];

    public static bool IsCommune(UnitHistory unit, DateOnly on, long knownAt) => unit.LevelOn(on, knownAt) == UnitLevel.Commune;

    /// <summary>
    /// The communes a question on the map of day <paramref name="on"/> speaks of: those under the unit that day; of a unit ended by
    /// then, the living communes that descend from those it had on its last day.
    /// </summary>
    public static IReadOnlyList<UnitHistory> Communes(Register register, UnitId above, DateOnly on, long knownAt)
    {
        if (register.Find(above)?.EndBy(on, knownAt) is not { } end)
            return [.. Under(register, above, on, knownAt).Where(unit => IsCommune(unit, on, knownAt))];

        var lastDay = VietnamCalendar.DayBefore(end.EffectiveOn);
        var heirs = new SortedDictionary<UnitId, UnitHistory>(UnitId.Ordinal);
        var seen = new HashSet<UnitId>();
        foreach (var commune in Under(register, above, lastDay, knownAt).Where(unit => IsCommune(unit, lastDay, knownAt)))
            GatherHeirs(register, commune.Unit, on, knownAt, heirs, seen);
        return [.. heirs.Values.Where(unit => IsCommune(unit, on, knownAt))];
    }

    private static void Gather(Register register, UnitId above, DateOnly on, long knownAt, SortedDictionary<UnitId, UnitHistory> found)
    {
        foreach (var child in register.ChildrenEver.GetValueOrDefault(above) ?? [])
        {
            var unit = register.Units[child];
            if (unit.LivesOn(on, knownAt) && unit.ParentOn(on, knownAt) == above && found.TryAdd(child, unit))
                Gather(register, child, on, knownAt, found);
        }
    }

    private static void GatherHeirs(
        Register register, UnitId unit, DateOnly on, long knownAt, SortedDictionary<UnitId, UnitHistory> heirs, HashSet<UnitId> seen)
    {
        if (!seen.Add(unit) || register.Find(unit) is not { } history)
            return;
        if (history.LivesOn(on, knownAt))
            heirs.TryAdd(unit, history);
        else if (history.EndBy(on, knownAt) is { } end)
            foreach (var successor in end.Value)
                GatherHeirs(register, successor, on, knownAt, heirs, seen);
    }
}
