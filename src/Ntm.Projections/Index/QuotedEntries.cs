using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// Entries that lists quote whole, on both clocks: decisions of recognition, and inspections with what follows them. They are few, so they
/// are kept as they came. One writer at a time; readers without locks, since what a writer adds lies above the sequence they ask for.
/// </summary>
public sealed class QuotedEntries
{
    private readonly ConcurrentDictionary<UnitId, ImmutableArray<Fact<DatedEntry>>> _units = new();

    /// <summary>The units of which there is anything to quote, in no order.</summary>
    public IEnumerable<UnitId> Units => _units.Keys;

    /// <summary>In record order.</summary>
    public ImmutableArray<Fact<DatedEntry>> Of(UnitId unit) => _units.TryGetValue(unit, out var entries) ? entries : [];

    internal void Apply(RecordedEntry recorded)
    {
        switch (recorded.Entry)
        {
            case RecognitionGranted or InspectionScheduled or InspectionHeld or RemedyDone:
                var entry = (DatedEntry)recorded.Entry;
                _units[entry.Unit] = Of(entry.Unit).Add(new(recorded.Id, recorded.Sequence, entry.EffectiveOn, entry));
                break;
            case EntryRetracted retraction when _units.TryGetValue(retraction.Unit, out var entries):
                _units[retraction.Unit] = Fold.Strike(entries, retraction.Entry, recorded.Sequence);
                break;
            default:
                break;
        }
    }
}
