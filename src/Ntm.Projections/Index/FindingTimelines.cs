using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// Every finding per unit, set and criterion, on both clocks, in eight bytes each. One writer at a time, in record order; any number of
/// readers without locks: what a writer adds lies above the sequence a reader asks for (docs/adr/0024-segments.md).
/// </summary>
public sealed class FindingTimelines
{
    // Units enough that it pays to sort them on more than one processor: an index being built.
    private const int WorthSharing = 2_000;

    private readonly ConcurrentDictionary<UnitId, FindingSegment> _units = new();
    private readonly Dictionary<UnitId, GrowingFindings> _growing = [];
    private readonly CriterionSlots _slots = new();
    private readonly ConcurrentDictionary<CriteriaSet, (int Slots, SetFindings Findings)> _sets = new(ReferenceEqualityComparer.Instance);
    private readonly EntryIds _ids;
    private readonly Stamps _stamps;

    internal FindingTimelines(EntryIds ids, Stamps stamps) => (_ids, _stamps) = (ids, stamps);

    /// <summary>Every finding on a criterion of a unit, in record order.</summary>
    public ImmutableArray<Fact<Finding>> Of(UnitId unit, SetId set, int criterion)
    {
        if (_slots.Find(set, criterion) is not (>= 0 and var slot))
            return [];
        var findings = FindingsOf(unit);
        var facts = ImmutableArray.CreateBuilder<Fact<Finding>>(findings.Of(slot).Length);
        foreach (var finding in findings.Of(slot))
            facts.Add(FactOf(findings, finding));
        facts.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
        return facts.MoveToImmutable();
    }

    /// <summary>The id of the retraction at that sequence, which a finding has as <see cref="Fact{T}.RetractedAt"/>.</summary>
    public Guid RetractionAt(long sequence) => _ids.Of(sequence);

    /// <summary>The latest day from which a finding on that unit holds, as known at a sequence, and the set it was found under.</summary>
    public (DateOnly On, SetId Set)? LatestOf(UnitId unit, long knownAt)
    {
        var findings = FindingsOf(unit);
        (DateOnly On, SetId Set)? latest = null;
        for (var slot = 0; slot < findings.Slots; slot++)
        {
            if (findings.Winner(slot, DateOnly.MaxValue, knownAt, AssessorSet.All) is { } winner && !(winner.EffectiveOn <= latest?.On))
                latest = (winner.EffectiveOn, _slots.CriterionAt(slot).Set);
        }

        return latest;
    }

    /// <summary>What is found on the criteria of a set, to be read unit after unit.</summary>
    public SetFindings Under(CriteriaSet set)
    {
        // The same for every question until something is found on a criterion for the first time.
        var slots = _slots.Count;
        if (_sets.TryGetValue(set, out var known) && known.Slots == slots)
            return known.Findings;
        var findings = new SetFindings(this, [.. set.Criteria.Select(criterion => _slots.Find(set.Id, criterion.Number))]);
        _sets[set] = (slots, findings);
        return findings;
    }

    internal FindingSegment FindingsOf(UnitId unit) => _units.TryGetValue(unit, out var findings) ? findings : FindingSegment.None;

    internal void Apply(RecordedEntry recorded)
    {
        switch (recorded.Entry)
        {
            case FindingEntry finding:
                var isSynthetic = finding.Note?.StartsWith(Finding.SyntheticNote, StringComparison.Ordinal) == true;
                Add(
                    finding.Unit, finding.Set, finding.Criterion,
                    new PackedFinding(finding.EffectiveOn, recorded.Sequence, finding.Status, finding.AssessedBy, isSynthetic));
                break;
            case EntryRetracted retraction when Growing(retraction.Unit) is var growing:
                // By its id among the unit's own: few, and retractions are rare.
                if (growing.Sequences().Where(sequence => _ids.Of(sequence) == retraction.Entry).Take(1).ToList() is [var struck])
                    growing.Strike(struck, recorded.Sequence);
                break;
            default:
                break;
        }
    }

    internal void Add(UnitId unit, SetId set, int criterion, PackedFinding finding) => Growing(unit).Add(_slots.Take(set, criterion), finding);

    /// <summary>Makes what was applied visible to readers.</summary>
    internal void Settle()
    {
        if (_growing.Count < WorthSharing)
        {
            foreach (var (unit, growing) in _growing)
                Put(unit, growing.Grown());
        }
        else
        {
            Parallel.ForEach(_growing, growing => Put(growing.Key, growing.Value.Grown()));
        }

        _growing.Clear();
    }

    internal void Put(UnitId unit, FindingSegment findings) => _units[unit] = findings;

    /// <summary>Whether what is found on a unit lies in the order every answer rests on.</summary>
    public bool AreInOrder(UnitId unit) => FindingsOf(unit).AreInOrder();

    private GrowingFindings Growing(UnitId unit)
    {
        if (!_growing.TryGetValue(unit, out var growing))
            _growing[unit] = growing = new GrowingFindings(FindingsOf(unit));
        return growing;
    }

    private Fact<Finding> FactOf(FindingSegment findings, PackedFinding finding) => new(
        _ids.Of(finding.Sequence), finding.Sequence, finding.EffectiveOn,
        new Finding(finding.Status, finding.AssessedBy, _stamps.Of(finding.Sequence)!.Value, finding.IsSynthetic), findings.RetractedAt(finding));
}
