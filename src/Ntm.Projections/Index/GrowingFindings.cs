namespace Ntm.Projections.Index;

/// <summary>What is about to be added to one unit's findings: a long run of entries makes one new segment for each unit, not one for each entry.</summary>
internal sealed class GrowingFindings(FindingSegment before)
{
    private readonly List<(int Slot, PackedFinding Finding)> _added = [];
    private readonly Dictionary<uint, uint> _struck = [];

    internal void Add(int slot, PackedFinding finding) => _added.Add((slot, finding));

    /// <summary>Marks the finding with that sequence as retracted; one that is already, or is none of this unit's, is left as it is.</summary>
    internal void Strike(long finding, long retraction)
    {
        if (!IsRetracted((uint)finding))
            _struck[(uint)finding] = checked((uint)retraction);
    }

    /// <summary>The sequences of all findings so far.</summary>
    internal IEnumerable<long> Sequences()
    {
        for (var slot = 0; slot < before.Slots; slot++)
        {
            for (var index = 0; index < before.Of(slot).Length; index++)
                yield return before.Of(slot)[index].Sequence;
        }

        foreach (var (_, finding) in _added)
            yield return finding.Sequence;
    }

    internal FindingSegment Grown()
    {
        var slots = _added.Count == 0 ? before.Slots : Math.Max(before.Slots, _added.Max(added => added.Slot) + 1);
        var starts = Starts(slots);
        var findings = new PackedFinding[starts[slots]];
        var filled = new int[slots];
        for (var slot = 0; slot < before.Slots; slot++)
        {
            before.Of(slot).CopyTo(findings.AsSpan(starts[slot]));
            filled[slot] = before.Of(slot).Length;
        }

        foreach (var (slot, finding) in _added)
            findings[starts[slot] + filled[slot]++] = finding;
        foreach (var slot in _added.Select(added => added.Slot).Distinct())
            findings.AsSpan(starts[slot]..starts[slot + 1]).Sort();
        if (_struck.Count == 0)
            return new FindingSegment(findings, starts, before.Retractions.ToArray());

        foreach (ref var finding in findings.AsSpan())
        {
            if (_struck.ContainsKey((uint)finding.Sequence))
                finding = finding.Struck;
        }

        (uint Finding, uint Retraction)[] retractions = [.. before.Retractions, .. _struck.Select(struck => (struck.Key, struck.Value))];
        retractions.AsSpan().Sort();
        return new FindingSegment(findings, starts, retractions);
    }

    private int[] Starts(int slots)
    {
        var starts = new int[slots + 1];
        for (var slot = 0; slot < before.Slots; slot++)
            starts[slot + 1] = before.Of(slot).Length;
        foreach (var (slot, _) in _added)
            starts[slot + 1]++;
        for (var slot = 0; slot < slots; slot++)
            starts[slot + 1] += starts[slot];
        return starts;
    }

    private bool IsRetracted(uint finding)
    {
        if (_struck.ContainsKey(finding))
            return true;
        foreach (var (struck, _) in before.Retractions)
        {
            if (struck == finding)
                return true;
        }

        return false;
    }
}
