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
            foreach (var entry in entries)
            {
                if (entry.Sequence <= _position)
                    continue;
                if (entry.Sequence != _position + 1)
                    throw new InvalidOperationException($"entry {entry.Sequence} cannot follow entry {_position}");
                _stamps.Set(entry.Sequence, entry.RecordedAt);
                Findings.Apply(entry);
                Versions.Apply(entry);
                Volatile.Write(ref _register, Register.Evolve(_register, entry.Sequence, entry.Id, entry.Entry));
                // Last: whoever reads the position finds everything below it.
                Volatile.Write(ref _position, entry.Sequence);
            }
        }
    }

    /// <summary>Null at 0, before the first entry.</summary>
    public DateTimeOffset? RecordedAt(long sequence) => _stamps.Of(sequence);
}
