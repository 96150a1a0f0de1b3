using Ntm.Domain.Findings;
using Ntm.Domain.Folding;

namespace Ntm.Projections.Index;

/// <summary>
/// A segment: every finding on one unit, eight bytes each, criterion after criterion, each in the order in which findings outrank each
/// other. Immutable: who reads keeps the one he has, and what a writer adds lies above the sequence he asks for.
/// </summary>
internal sealed class FindingSegment
{
    internal static readonly FindingSegment None = new([], [0], []);

    private readonly PackedFinding[] _findings;

    // Where each criterion's findings begin, by slot; one more tells where the last ends.
    private readonly int[] _starts;

    // Of those that are struck, by their sequence: the retraction's.
    private readonly (uint Finding, uint Retraction)[] _retractions;

    internal FindingSegment(PackedFinding[] findings, int[] starts, (uint Finding, uint Retraction)[] retractions) =>
        (_findings, _starts, _retractions) = (findings, starts, retractions);

    internal int Slots => _starts.Length - 1;

    internal ReadOnlySpan<(uint Finding, uint Retraction)> Retractions => _retractions;

    /// <summary>Of one criterion, in the order in which they outrank each other; empty for a slot it has nothing in.</summary>
    internal ReadOnlySpan<PackedFinding> Of(int slot) =>
        slot >= 0 && slot < Slots ? _findings.AsSpan(_starts[slot].._starts[slot + 1]) : [];

    /// <summary>The finding that decides on a day, as known at a sequence, among those by the assessors asked for.</summary>
    internal StandingFinding? Winner(int slot, DateOnly on, long knownAt, AssessorSet assessors)
    {
        var findings = Of(slot);
        // Those of later days cannot decide, and in a long history they are many.
        if (!findings.IsEmpty && findings[^1].EffectiveOn > on)
            findings = findings[..~findings.BinarySearch(PackedFinding.After(on))];
        return Fold.Winner(new Facts(findings, this, assessors), on, knownAt) is >= 0 and var winner ? findings[winner].Unpacked : null;
    }

    /// <summary>The sequence of the retraction that names a finding; null while none does.</summary>
    internal long? RetractedAt(PackedFinding finding)
    {
        if (!finding.IsStruck)
            return null;
        var (low, high) = (0, _retractions.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_retractions[middle].Finding < finding.Sequence)
                low = middle + 1;
            else
                high = middle;
        }

        return _retractions[low].Retraction;
    }

    /// <summary>Each criterion's findings lie in the order in which they outrank each other.</summary>
    internal bool AreInOrder()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            var findings = Of(slot);
            for (var place = 1; place < findings.Length; place++)
            {
                if (findings[place - 1].CompareTo(findings[place]) >= 0)
                    return false;
            }
        }

        return true;
    }

    private readonly ref struct Facts(ReadOnlySpan<PackedFinding> findings, FindingSegment unit, AssessorSet assessors) : IFacts
    {
        private readonly ReadOnlySpan<PackedFinding> _findings = findings;

        public static bool AreInOrder => true;

        public int Count => _findings.Length;

        public DateOnly EffectiveOn(int index) => _findings[index].EffectiveOn;

        public long Sequence(int index) => _findings[index].Sequence;

        public bool StandsAt(int index, long knownAt) =>
            _findings[index].Sequence <= knownAt && !(_findings[index].IsStruck && unit.RetractedAt(_findings[index]) <= knownAt);

        public bool Counts(int index) => assessors.Contains(_findings[index].AssessedBy);
    }
}
