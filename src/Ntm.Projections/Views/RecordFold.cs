using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Views;

/// <summary>The whole record folded from its first entry on, for a rebuild and for a check. Takes entries in order, by one caller.</summary>
public sealed class RecordFold
{
    private readonly GrowingRegister _register = new(Register.Empty);
    private readonly Dictionary<UnitId, UnitFindings> _findings = [];

    public long Position => _register.Sequence;

    /// <exception cref="InvalidOperationException">An entry is missing before this one.</exception>
    public void Take(RecordedEntry entry)
    {
        if (entry.Sequence != Position + 1)
            throw new InvalidOperationException($"entry {entry.Sequence} cannot follow entry {Position}");
        _register.Take(entry.Sequence, entry.Id, entry.Entry);
        switch (entry.Entry)
        {
            case FindingEntry finding:
                if (!_findings.TryGetValue(finding.Unit, out var findings))
                    _findings.Add(finding.Unit, findings = new UnitFindings());
                findings.Add(FindingRow.Of(entry, finding));
                break;
            case EntryRetracted retraction when _findings.TryGetValue(retraction.Unit, out var found):
                found.Strike(retraction.Entry, entry.Sequence);
                break;
            default:
                break;
        }
    }

    /// <summary>By unit, in no particular order: the parts of the work that can be done at the same time.</summary>
    public IReadOnlyCollection<UnitFindings> Findings => _findings.Values;

    public IEnumerable<UnitPeriodRow> UnitPeriods => _register.Current.Units.Values.SelectMany(unit => Views.UnitPeriods.Of(unit, Position));
}
