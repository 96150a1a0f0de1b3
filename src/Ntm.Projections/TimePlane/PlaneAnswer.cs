namespace Ntm.Projections.TimePlane;

/// <summary>
/// Every entry about a unit and what was ever under it, as a point of the two clocks: when it takes effect and when it was recorded. What was recorded
/// at once lies on the diagonal, what came late above it (docs/reference/http.md).
/// </summary>
/// <param name="Name">The latest name known.</param>
/// <param name="Dots">In record order; retractions are no points but strike one.</param>
public sealed record PlaneAnswer(string Unit, string? Name, KnownAt KnownAt, IReadOnlyList<PlaneDot> Dots);

/// <param name="RecordedAt">UTC, six decimals, Z.</param>
/// <param name="LagDays">Days from the one it takes effect on to the Vietnamese day it was recorded on; negative for what was announced before.</param>
/// <param name="RetractedBy">The sequence of the retraction known by then.</param>
public sealed record PlaneDot(
    long Sequence, string RecordedAt, string Type, string Unit, int? Criterion, DateOnly EffectiveOn, int LagDays, long? RetractedBy);
