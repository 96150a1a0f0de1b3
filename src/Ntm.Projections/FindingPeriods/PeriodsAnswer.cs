namespace Ntm.Projections.FindingPeriods;

/// <summary>From when to when each finding decided, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Name">The latest name known.</param>
/// <param name="EndedOn">The day the unit ends, wherever it lies; no period is cut there.</param>
/// <param name="Successors">Of a unit that ends; empty where they are not known; null where it does not end.</param>
/// <param name="Set">Null: every set.</param>
/// <param name="Periods">By set, oldest first, then criterion, then day.</param>
public sealed record PeriodsAnswer(
    string Unit, string? Name, DateOnly EstablishedOn, DateOnly? EndedOn, IReadOnlyList<string>? Successors, KnownAt KnownAt,
    string? Set, string? SetVersion, IReadOnlyList<string> AssessedBy, IReadOnlyList<FindingPeriod> Periods);

/// <summary>The days on which one finding decides one criterion.</summary>
/// <param name="From">The finding's day.</param>
/// <param name="To">The first day on which the next finding decides; null while there is none.</param>
/// <param name="OpenedBy">The finding.</param>
/// <param name="ClosedBy">The next finding.</param>
public sealed record FindingPeriod(
    string Set, int Criterion, DateOnly From, DateOnly? To, string Status, string AssessedBy, Guid OpenedBy, Guid? ClosedBy);
