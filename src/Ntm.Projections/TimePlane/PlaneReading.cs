using Ntm.Domain.Recording;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.TimePlane;

/// <summary>An entry before it is placed: as the record gives it.</summary>
/// <param name="EffectiveOn">Null for a retraction.</param>
/// <param name="Retracts">What a retraction strikes.</param>
public sealed record PlacedEntry(
    long Sequence, DateTimeOffset RecordedAt, Guid Entry, string Type, string Unit, DateOnly? EffectiveOn, int? Criterion, Guid? Retracts);

/// <summary>Places entries on the plane of the two clocks.</summary>
public static class PlaneReading
{
    /// <summary>The unit and every unit that was said to lie under it or under one of those, on whatever day; ordinal order.</summary>
    /// <returns>Empty where the unit is not known at that sequence.</returns>
    public static IReadOnlyList<UnitId> EverUnder(Register register, UnitId unit, long knownAt)
    {
        if (register.Find(unit)?.IsKnownAt(knownAt) != true)
            return [];
        var found = new SortedSet<UnitId>(UnitId.Ordinal) { unit };
        var open = new Stack<UnitId>([unit]);
        while (open.TryPop(out var above))
        {
            foreach (var child in register.ChildrenEver.GetValueOrDefault(above) ?? [])
            {
                if (register.Find(child)?.Parents.Any(fact => fact.Value == above && fact.Sequence <= knownAt) == true && found.Add(child))
                    open.Push(child);
            }
        }

        return [.. found];
    }

    /// <param name="entries">Of the streams of <paramref name="units"/>, up to <paramref name="knownAt"/>, in record order.</param>
    public static PlaneAnswer Answer(RecordIndex index, UnitId unit, IReadOnlyCollection<UnitId> units, long knownAt, IReadOnlyList<PlacedEntry> entries)
    {
        var named = units.Select(one => one.Value).ToHashSet(StringComparer.Ordinal);
        var struck = new Dictionary<Guid, long>();
        foreach (var retraction in entries)
        {
            if (retraction.Retracts is { } entry)
                struck.TryAdd(entry, retraction.Sequence);
        }

        return new PlaneAnswer(
            unit.Value, index.Register.Find(unit)?.NameOn(DateOnly.MaxValue, knownAt), KnownAt.Of(index, knownAt),
            [
                .. entries.Where(entry => entry.EffectiveOn is not null && named.Contains(entry.Unit)).Select(entry => new PlaneDot(
                    entry.Sequence, RecordTime.Format(entry.RecordedAt), entry.Type, entry.Unit, entry.Criterion, entry.EffectiveOn!.Value,
                    VietnamCalendar.DayOf(entry.RecordedAt).DayNumber - entry.EffectiveOn.Value.DayNumber,
                    struck.TryGetValue(entry.Entry, out var by) ? by : null)),
            ]);
    }
}
