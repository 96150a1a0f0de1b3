using Ntm.Domain.Findings;

namespace Ntm.Projections.Index;

/// <summary>What one finding entry found, by whom, and when the record learnt it.</summary>
/// <param name="IsSynthetic">Made up for a demonstration, and said so in its note.</param>
public sealed record Finding(FindingStatus Status, Assessor AssessedBy, DateTimeOffset RecordedAt, bool IsSynthetic)
{
    /// <summary>How the note of a made-up entry begins.</summary>
    public const string SyntheticNote = "[synthetic]";

    internal static ReadOnlySpan<byte> SyntheticNoteUtf8 => "[synthetic]"u8;
}
