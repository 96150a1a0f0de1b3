using Ntm.Domain.Time;
using Ntm.Projections.Index;

namespace Ntm.Projections;

/// <summary>The point of the record clock an answer speaks from.</summary>
/// <param name="RecordedAt">UTC, six decimals, Z; null at sequence 0.</param>
public sealed record KnownAt(long Sequence, string? RecordedAt)
{
    internal static KnownAt Of(RecordIndex index, long sequence) =>
        new(sequence, index.RecordedAt(sequence) is { } stamp ? RecordTime.Format(stamp) : null);
}
