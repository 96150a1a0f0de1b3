using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Views;

/// <summary>The whole record folded from its first entry on, for a rebuild and for a check. Takes entries in order, by one caller.</summary>
public sealed class RecordFold : ITakesRecord
{
    private readonly GrowingRegister _register = new(Register.Empty);
    private readonly Dictionary<UnitId, UnitFindings> _findings = [];
    private readonly StoredNames _names = new();

    public long Position => _register.Sequence;

    public void Take(RecordedEntry entry)
    {
        Follow(entry.Sequence);
        _register.Take(entry.Sequence, entry.Id, entry.Entry);
        switch (entry.Entry)
        {
            case FindingEntry finding:
                Of(finding.Unit).Add(FindingRow.Of(entry, finding));
                break;
            case EntryRetracted retraction when _findings.TryGetValue(retraction.Unit, out var found):
                found.Strike(retraction.Entry, entry.Sequence);
                break;
            default:
                break;
        }
    }

    public void TakeFinding(long sequence, DateTimeOffset recordedAt, Guid id, long version, FindingStatus status, StoredFinding finding)
    {
        Follow(sequence);
        var unit = _names.Unit(finding.Unit, sequence);
        _register.TakeFinding(sequence, unit);
        Of(unit).Add(new FindingRow(
            sequence, recordedAt, id, new(unit, _names.Set(finding.Set), finding.Criterion, finding.AssessedBy), status,
            finding.EffectiveOn, finding.Note.StartsWith(Finding.SyntheticNoteUtf8), null));
    }

    /// <summary>By unit, in no particular order: the parts of the work that can be done at the same time.</summary>
    public IReadOnlyCollection<UnitFindings> Findings => _findings.Values;

    public IEnumerable<UnitPeriodRow> UnitPeriods => _register.Current.Units.Values.SelectMany(unit => Views.UnitPeriods.Of(unit, Position));

    private void Follow(long sequence)
    {
        if (sequence != Position + 1)
            throw new InvalidOperationException($"entry {sequence} cannot follow entry {Position}");
    }

    private UnitFindings Of(UnitId unit)
    {
        if (!_findings.TryGetValue(unit, out var findings))
            _findings.Add(unit, findings = new UnitFindings());
        return findings;
    }
}
