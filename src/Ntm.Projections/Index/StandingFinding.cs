using Ntm.Domain.Findings;

namespace Ntm.Projections.Index;

/// <summary>The finding that decides on a criterion. Its id and record time are those of its sequence number (<see cref="RecordIndex"/>).</summary>
/// <param name="IsSynthetic">Made up for a demonstration, and said so in its note.</param>
public readonly record struct StandingFinding(long Sequence, DateOnly EffectiveOn, FindingStatus Status, Assessor AssessedBy, bool IsSynthetic);
