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
            var register = new GrowingRegister(_register);
            try
            {
                foreach (var entry in entries)
                    TakeIn(entry, register);
            }
            finally
            {
                Findings.Settle();
                Volatile.Write(ref _register, register.Current);
                // Last: whoever reads the position finds everything below it.
                Volatile.Write(ref _position, register.Sequence);
            }
        }
    }

    private void TakeIn(RecordedEntry entry, GrowingRegister register)
    {
        if (entry.Sequence <= register.Sequence)
            return;
        if (entry.Sequence != register.Sequence + 1)
            throw new InvalidOperationException($"entry {entry.Sequence} cannot follow entry {register.Sequence}");
        _ids.Set(entry.Sequence, entry.Id);
        _stamps.Set(entry.Sequence, entry.RecordedAt);
        Findings.Apply(entry);
        Versions.Apply(entry);
        register.Take(entry.Sequence, entry.Id, entry.Entry);
    }

    /// <summary>The id of the entry with that sequence.</summary>
    public Guid EntryAt(long sequence) => _ids.Of(sequence);

    /// <summary>Null at 0, before the first entry.</summary>
    public DateTimeOffset? RecordedAt(long sequence) => _stamps.Of(sequence);
}
