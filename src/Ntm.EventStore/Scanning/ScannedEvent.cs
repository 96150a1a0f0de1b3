using System.Text;
using Ntm.Domain.Entries;
using Ntm.EventStore.Reading;

namespace Ntm.EventStore.Scanning;

/// <summary>An event as its row says it, read where it lies: what is not asked for is not made.</summary>
/// <param name="type">Its wire name, in UTF-8.</param>
/// <param name="content">What it says: a JSON object, in UTF-8.</param>
/// <param name="stream">In UTF-8.</param>
public readonly ref struct ScannedEvent(
    long sequence, DateTimeOffset recordedAt, Guid id, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content, ReadOnlySpan<byte> stream, long version)
{
    public long Sequence { get; } = sequence;

    public DateTimeOffset RecordedAt { get; } = recordedAt;

    public Guid Id { get; } = id;

    public ReadOnlySpan<byte> Type { get; } = type;

    public ReadOnlySpan<byte> Content { get; } = content;

    public ReadOnlySpan<byte> Stream { get; } = stream;

    public long Version { get; } = version;

    /// <summary>The same as an entry, but for who recorded it.</summary>
    /// <exception cref="InvalidDataException">It is of a type this program does not know, or cannot be read.</exception>
    public RecordedEntry ToEntry() => new(
        Sequence, RecordedAt, Id, EntryRows.ReadEntry(Sequence, Encoding.UTF8.GetString(Type), Content.ToArray()), Encoding.UTF8.GetString(Stream), Version,
        RecordedBy: null);
}

/// <summary>Takes one event after the other, in record order.</summary>
public delegate void TakeEvent(ScannedEvent scanned);
