using Ntm.Domain.Recording;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Domain.Access;

/// <summary>
/// What lies in an area: the unit itself and every unit whose chain of parents reaches it. A unit that has ended lies where it lay on its
/// last day, so that its history keeps an office in charge; one that is still to come lies where it will on its first.
/// </summary>
public static class Area
{
    /// <param name="area">Null for the whole record.</param>
    public static bool Holds(Register register, UnitId? area, UnitId unit, DateOnly today)
    {
        if (area is not { } top || unit == top)
            return true;
        if (register.Find(unit) is not { } history)
            return false;

        var on = DayOf(history, register.Sequence, today);
        var passed = new HashSet<UnitId>();
        var at = unit;
        while (passed.Add(at) && register.Find(at)?.ParentOn(on, register.Sequence) is { } parent)
        {
            if (parent == top)
                return true;
            at = parent;
        }

        return false;
    }

    /// <summary>The level of the area; null where it is not in the record.</summary>
    public static UnitLevel? LevelOf(Register register, UnitId area, DateOnly today) =>
        register.Find(area) is { } history ? history.LevelOn(DayOf(history, register.Sequence, today), register.Sequence) : null;

    private static DateOnly DayOf(UnitHistory unit, long knownAt, DateOnly today)
    {
        if (unit.EndAt(knownAt) is { } end && end.EffectiveOn <= today)
            today = VietnamCalendar.DayBefore(end.EffectiveOn);
        return unit.EstablishmentAt(knownAt) is { } first && first.EffectiveOn > today ? first.EffectiveOn : today;
    }
}
