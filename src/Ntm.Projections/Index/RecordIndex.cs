using Ntm.Domain.Entries;
using Ntm.Domain.Recording;

namespace Ntm.Projections.Index;

/// <summary>
/// The record in memory, kept by taking in its entries in order. Answers any question up to <see cref="Position"/>; answers about a
/// sequence do not change when more comes in. Thread-safe.
/// </summary>
public sealed class RecordIndex
{
    private readonly Lock _writing = new();
    private readonly Stamps _stamps = new();
    private Register _register = Register.Empty;
    private long _position;

    /// <summary>The last entry taken in.</summary>
    public long Position => Volatile.Read(ref _position);

    public Register Register => Volatile.Read(ref _register);

    public FindingTimelines Findings { get; } = new();

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
        _stamps.Set(entry.Sequence, entry.RecordedAt);
        Findings.Apply(entry);
        Versions.Apply(entry);
        register.Take(entry.Sequence, entry.Id, entry.Entry);
    }

    /// <summary>Null at 0, before the first entry.</summary>
    public DateTimeOffset? RecordedAt(long sequence) => _stamps.Of(sequence);
}
