using System.Collections.Concurrent;
using Ntm.Domain.Criteria;

namespace Ntm.Projections.Index;

/// <summary>
/// Small numbers for the criteria that findings were ever on, in the order they came up. Any set and any number gets one: what a foreign
/// program wrote against the rules is taken in all the same.
/// </summary>
internal sealed class CriterionSlots
{
    private readonly ConcurrentDictionary<(SetId Set, int Criterion), int> _slots = new();
    private readonly List<(SetId Set, int Criterion)> _criteria = [];

    private int _count;

    internal int Count => Volatile.Read(ref _count);

    /// <summary>One writer at a time.</summary>
    internal int Take(SetId set, int criterion)
    {
        if (_slots.TryGetValue((set, criterion), out var slot))
            return slot;
        slot = _criteria.Count;
        lock (_criteria)
            _criteria.Add((set, criterion));
        _slots[(set, criterion)] = slot;
        Volatile.Write(ref _count, slot + 1);
        return slot;
    }

    /// <summary>-1 where nothing was ever found on it.</summary>
    internal int Find(SetId set, int criterion) => _slots.TryGetValue((set, criterion), out var slot) ? slot : -1;

    internal (SetId Set, int Criterion) CriterionAt(int slot)
    {
        lock (_criteria)
            return _criteria[slot];
    }
}
