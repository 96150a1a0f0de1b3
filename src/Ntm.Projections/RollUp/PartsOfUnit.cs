using Ntm.Domain.Units;

namespace Ntm.Projections.RollUp;

/// <summary>Under which of the units directly below one a commune lies, on a day, as known at a sequence.</summary>
public sealed class PartsOfUnit(UnitMap map, UnitId unit, DateOnly on, long knownAt)
{
    private readonly Dictionary<UnitId, UnitId?> _below = [];

    /// <returns>Null where the commune lies directly under the unit, or, of a unit that has ended, under another by now.</returns>
    public UnitId? Of(UnitId commune) => Below(commune) is { } part && part != commune ? part : null;

    public string? NameOf(UnitId part) => map.Find(part)?.NameOn(on, knownAt);

    // Each chain of parents is climbed once; until it is known, nothing: one that comes back to itself reaches nothing.
    private UnitId? Below(UnitId below)
    {
        if (_below.TryGetValue(below, out var known))
            return known;
        _below[below] = null;
        var above = map.Find(below)?.ParentOn(on, knownAt);
        return _below[below] = above is not { } parent ? null : parent == unit ? below : Below(parent);
    }
}
