using Ntm.Domain.Findings;

namespace Ntm.Projections.Index;

/// <summary>What one finding entry found, by whom, and when the record learnt it.</summary>
public sealed record Finding(FindingStatus Status, Assessor AssessedBy, DateTimeOffset RecordedAt);
