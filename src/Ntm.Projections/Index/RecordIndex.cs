using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// The record in memory, kept by taking in its entries in order. Answers any question up to <see cref="Position"/>; answers about a
/// sequence do not change when more comes in. Thread-safe.
/// </summary>
public sealed class RecordIndex
{
    private readonly Lock _writing = new();
    private readonly EntryIds _ids = new();
    private readonly Stamps _stamps = new();
    private Register _register = Register.Empty;
    private UnitMap? _map;
    private long _position;

    public RecordIndex() => Findings = new FindingTimelines(_ids, _stamps);

    /// <summary>The last entry taken in.</summary>
    public long Position => Volatile.Read(ref _position);

    public Register Register => Volatile.Read(ref _register);

    public FindingTimelines Findings { get; }

    public QuotedEntries Quoted { get; } = new();

    /// <summary>Which entries rest on which files.</summary>
    public EvidenceCitations Evidence { get; } = new();

    /// <summary>Who lies under whom. Says the same until something is said of the units themselves, so it is made then and kept.</summary>
    public UnitMap Map
    {
        get
        {
            var register = Register;
            var map = Volatile.Read(ref _map);
            if (map?.ChangedAt == register.UnitsChangedAt)
                return map;
            map = new UnitMap(register);
            Volatile.Write(ref _map, map);
            return map;
        }
    }

    public StreamVersions Versions { get; } = new();

    /// <summary>Takes in what follows; what it has already is passed over, so that two feeders may overlap.</summary>
    /// <exception cref="InvalidOperationException">An entry is missing before one of these.</exception>
    public void Apply(IEnumerable<RecordedEntry> entries)
    {
        lock (_writing)
        {
            var taking = BeginTaking();
            try
            {
                foreach (var entry in entries)
                    taking.Take(entry);
            }
            finally
            {
                taking.End();
            }
        }
    }

    internal Taking BeginTaking() => new(this);

    /// <summary>A run of entries on its way into the index; readers see none of it until its end.</summary>
    internal sealed class Taking(RecordIndex index)
    {
        private readonly GrowingRegister _register = new(index._register);

        internal long Position => _register.Sequence;

        internal void Take(RecordedEntry entry)
        {
            if (entry.Sequence <= Position)
                return;
            Identify(entry.Sequence, entry.Id, entry.RecordedAt);
            index.Findings.Apply(entry);
            index.Quoted.Apply(entry);
            index.Evidence.Apply(entry);
            index.Versions.Apply(entry);
            _register.Take(entry.Sequence, entry.Id, entry.Entry);
        }

        internal void TakeFinding(
            long sequence, DateTimeOffset recordedAt, Guid id, UnitId unit, SetId set, int criterion, PackedFinding finding, ReadOnlySpan<byte> evidence)
        {
            Identify(sequence, id, recordedAt);
            index.Findings.Add(unit, set, criterion, finding);
            if (!evidence.IsEmpty)
                index.Evidence.TakeStored(sequence, id, unit, evidence);
            _register.TakeFinding(sequence, unit);
        }

        internal void End()
        {
            index.Findings.Settle();
            Volatile.Write(ref index._register, _register.Current);
            // Last: whoever reads the position finds everything below it.
            Volatile.Write(ref index._position, _register.Sequence);
        }

        private void Identify(long sequence, Guid id, DateTimeOffset recordedAt)
        {
            if (sequence != Position + 1)
                throw new InvalidOperationException($"entry {sequence} cannot follow entry {Position}");
            index._ids.Set(sequence, id);
            index._stamps.Set(sequence, recordedAt);
        }
    }

    /// <summary>The id of the entry with that sequence.</summary>
    public Guid EntryAt(long sequence) => _ids.Of(sequence);

    /// <summary>Null at 0, before the first entry.</summary>
    public DateTimeOffset? RecordedAt(long sequence) => _stamps.Of(sequence);
}
