using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// Builds an index from the first entry on, beside one that answers meanwhile. What it is given one by one it sorts only in the end, unit
/// after unit, on all processors. Not thread-safe.
/// </summary>
public sealed class IndexBuilder : ITakesRecord
{
    private readonly RecordIndex _index = new();
    private readonly RecordIndex.Taking _taking;
    private readonly StoredNames _names = new();
    private readonly Dictionary<UnitId, long> _versions = [];

    public IndexBuilder() => _taking = _index.BeginTaking();

    /// <summary>The last entry taken in.</summary>
    public long Position => _taking.Position;

    public void Take(RecordedEntry entry) => _taking.Take(entry);

    public void TakeFinding(long sequence, DateTimeOffset recordedAt, Guid id, long version, FindingStatus status, StoredFinding finding)
    {
        var unit = _names.Unit(finding.Unit, sequence);
        var packed = new PackedFinding(finding.EffectiveOn, sequence, status, finding.AssessedBy, finding.Note.StartsWith(Finding.SyntheticNoteUtf8));
        _taking.TakeFinding(sequence, recordedAt, id, unit, _names.Set(finding.Set), finding.Criterion, packed, finding.Evidence);
        _versions[unit] = version;
    }

    /// <summary>The index as far as it was built; nothing can be added afterwards but to the index itself.</summary>
    public RecordIndex Build()
    {
        // Whichever came last: a finding, or what else stands in the stream of its unit.
        foreach (var (unit, version) in _versions)
            _index.Versions.Set(StreamId.Of(unit), Math.Max(version, _index.Versions.Of(StreamId.Of(unit))));
        _taking.End();
        return _index;
    }
}
