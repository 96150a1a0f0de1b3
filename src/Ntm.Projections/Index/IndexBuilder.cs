using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// Builds an index from the first entry on, beside one that answers meanwhile. What it is given one by one it sorts only in the end, unit
/// after unit, on all processors. Not thread-safe.
/// </summary>
public sealed class IndexBuilder
{
    private readonly RecordIndex _index = new();
    private readonly RecordIndex.Taking _taking;
    private readonly Dictionary<string, UnitBuilding> _units = [];
    private readonly Dictionary<string, UnitBuilding>.AlternateLookup<ReadOnlySpan<char>> _unitsBySpan;
    private readonly Dictionary<string, SetId> _sets = [];
    private readonly Dictionary<string, SetId>.AlternateLookup<ReadOnlySpan<char>> _setsBySpan;

    public IndexBuilder()
    {
        _taking = _index.BeginTaking();
        _unitsBySpan = _units.GetAlternateLookup<ReadOnlySpan<char>>();
        _setsBySpan = _sets.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The last entry taken in.</summary>
    public long Position => _taking.Position;

    /// <exception cref="InvalidOperationException">An entry is missing before this one.</exception>
    public void Take(RecordedEntry entry) => _taking.Take(entry);

    /// <summary>The same for a finding nobody has made an entry of.</summary>
    /// <param name="version">Its place in the stream of its unit.</param>
    /// <exception cref="InvalidOperationException">An entry is missing before this one.</exception>
    /// <exception cref="InvalidDataException">Its unit is none.</exception>
    public void TakeFinding(long sequence, DateTimeOffset recordedAt, Guid id, long version, FindingStatus status, StoredFinding finding)
    {
        var unit = UnitOf(finding.Unit, sequence);
        unit.Version = version;
        var isSynthetic = finding.Note.StartsWith(Finding.SyntheticNoteUtf8);
        var packed = new PackedFinding(finding.EffectiveOn, sequence, status, finding.AssessedBy, isSynthetic);
        _taking.TakeFinding(sequence, recordedAt, id, unit.Unit, SetOf(finding.Set), finding.Criterion, packed);
    }

    /// <summary>The index as far as it was built; nothing can be added afterwards but to the index itself.</summary>
    public RecordIndex Build()
    {
        foreach (var unit in _units.Values)
            _index.Versions.Set(StreamId.Of(unit.Unit), Math.Max(unit.Version, _index.Versions.Of(StreamId.Of(unit.Unit))));
        _taking.End();
        return _index;
    }

    private UnitBuilding UnitOf(ReadOnlySpan<byte> unit, long sequence)
    {
        Span<char> name = stackalloc char[unit.Length];
        name = name[..Encoding.UTF8.GetChars(unit, name)];
        if (!_unitsBySpan.TryGetValue(name, out var building))
        {
            _unitsBySpan[name] = building = UnitId.TryParse(name.ToString(), out var id)
                ? new UnitBuilding(id)
                : throw new InvalidDataException($"Entry {sequence} of the record: '{name}' is not the identity of a unit.");
        }

        return building;
    }

    private SetId SetOf(ReadOnlySpan<byte> set)
    {
        Span<char> name = stackalloc char[set.Length];
        name = name[..Encoding.UTF8.GetChars(set, name)];
        if (!_setsBySpan.TryGetValue(name, out var known))
            _setsBySpan[name] = known = new SetId(name.ToString());
        return known;
    }

    private sealed class UnitBuilding(UnitId unit)
    {
        internal UnitId Unit => unit;

        internal long Version { get; set; }
    }
}
