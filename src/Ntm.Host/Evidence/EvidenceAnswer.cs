using Ntm.Domain.Time;
using Ntm.EventStore.Evidence;
using Ntm.Projections;
using Ntm.Projections.Index;

namespace Ntm.Host.Evidence;

/// <summary>What goes into an entry's <c>evidence</c>, and whether the file was there already.</summary>
public sealed record EvidenceAnswer(string Sha256, string Name, string MediaType, long Size, bool Repeated);

/// <summary>An opening, or a handing in, as a line.</summary>
/// <param name="At">UTC, six decimals, Z; by the database's clock.</param>
/// <param name="Name">The name it was handed in under; null for an opening.</param>
public sealed record EvidenceUseAnswer(string At, string? Name, string Actor, string? Role, string? Area, string Client, string? Correlation)
{
    internal static EvidenceUseAnswer Of(EvidenceUse use) =>
        new(RecordTime.Format(use.At), use.Name, use.Actor, use.Role, use.Area, use.Client, use.Correlation);
}

/// <summary>A file that is there.</summary>
/// <param name="Name">The one it was first handed in under.</param>
public sealed record EvidenceFileAnswer(string Name, string MediaType, long Size, string StoredAt, IReadOnlyList<EvidenceUseAnswer> Deposits);

/// <summary>An entry that rests on a file.</summary>
/// <param name="RetractedBy">The retraction of it; null where it stands.</param>
public sealed record EvidenceCitationAnswer(Guid Entry, long Sequence, string RecordedAt, string Unit, Guid? RetractedBy);

/// <summary>What rests on a file, as known now (docs/reference/evidence.md).</summary>
/// <param name="File">Null where it has not been handed in.</param>
/// <param name="Units">Those of entries that stand, ordinal.</param>
public sealed record EvidenceCitationsAnswer(
    string Sha256, EvidenceFileAnswer? File, KnownAt KnownAt, IReadOnlyList<string> Units, IReadOnlyList<EvidenceCitationAnswer> Citations)
{
    internal static EvidenceCitationsAnswer Of(
        string sha256, StoredEvidence? stored, IReadOnlyList<EvidenceUse> deposits, IReadOnlyList<EvidenceCitation> citations, RecordIndex index, long head) => new(
        sha256,
        stored is null ? null : new(stored.Name, stored.MediaType, stored.Size, RecordTime.Format(stored.StoredAt), [.. deposits.Select(EvidenceUseAnswer.Of)]),
        new(head, index.RecordedAt(head) is { } at ? RecordTime.Format(at) : null),
        [.. citations.Where(citation => citation.RetractedAt is null).Select(citation => citation.Unit.Value).Distinct().Order(StringComparer.Ordinal)],
        [.. citations.Select(citation => Of(citation, index))]);

    private static EvidenceCitationAnswer Of(EvidenceCitation citation, RecordIndex index) => new(
        index.EntryAt(citation.Sequence), citation.Sequence, RecordTime.Format(index.RecordedAt(citation.Sequence)!.Value), citation.Unit.Value,
        citation.RetractedAt is { } retraction ? index.EntryAt(retraction) : null);
}
