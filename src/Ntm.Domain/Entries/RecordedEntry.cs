using Ntm.Domain.Access;

namespace Ntm.Domain.Entries;

/// <summary>An entry as it stands in the record.</summary>
/// <param name="Sequence">The record clock: 1, 2, 3 … without gaps.</param>
/// <param name="RecordedAt">Strictly grows with the sequence; set by the database at the append.</param>
/// <param name="Version">Position in its stream, from 1.</param>
/// <param name="RecordedBy">The actor; <c>local</c> while the host is open on loopback.</param>
public sealed record RecordedEntry(
    long Sequence, DateTimeOffset RecordedAt, Guid Id, Entry Entry, string Stream, long Version, string? RecordedBy)
{
    /// <summary>The office the actor held then. Read where it is asked for: entry by id, and the history of a unit.</summary>
    public Office? RecordedAs { get; init; }
}
