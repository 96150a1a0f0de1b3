using Ntm.Domain.Folding;
using Ntm.Domain.Recording;

namespace Ntm.Domain.Units;

/// <summary>What became of what: the mergers and dissolutions that had happened by the day of a map, as known at a sequence.</summary>
public sealed class Lineage
{
    private readonly long _knownAt;
    private readonly ILookup<UnitId, UnitHistory> _predecessors;

    public Lineage(Register register, DateOnly boundary, long knownAt)
    {
        _knownAt = knownAt;
        _predecessors = register.Units.Values
            .Where(unit => unit.IsKnownAt(knownAt))
            .SelectMany(unit => unit.EndBy(boundary, knownAt) is { } end ? end.Value.Select(successor => (Successor: successor, Unit: unit)) : [])
            .ToLookup(into => into.Successor, into => into.Unit);
    }

    /// <summary>
    /// The units that a commune of the map, not born yet on the day asked, was later made from, as far as they were born that day:
    /// merged or dissolved into it directly, or into what was; ordinal order. What had gone into another by the day asked is that
    /// other's past and no part of its own.
    /// </summary>
    public IReadOnlyList<UnitHistory> Parts(UnitId whole, DateOnly on)
    {
        var parts = new SortedDictionary<UnitId, UnitHistory>(UnitId.Ordinal);
        Gather(whole, isBorn: false, on, parts, [whole]);
        return [.. parts.Values];
    }

    private void Gather(UnitId whole, bool isBorn, DateOnly on, SortedDictionary<UnitId, UnitHistory> parts, HashSet<UnitId> seen)
    {
        foreach (var predecessor in _predecessors[whole])
        {
            if ((isBorn && predecessor.EndBy(on, _knownAt) is not null) || !seen.Add(predecessor.Unit))
                continue;
            var born = Fold.Winner(predecessor.Establishments, on, _knownAt) is not null;
            if (born)
                parts.TryAdd(predecessor.Unit, predecessor);
            Gather(predecessor.Unit, born, on, parts, seen);
        }
    }
}
