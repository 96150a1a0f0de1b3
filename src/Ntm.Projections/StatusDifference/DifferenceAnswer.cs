namespace Ntm.Projections.StatusDifference;

/// <summary>
/// The criteria of one unit whose status is another at two points, a day and a knowledge each, and the entries that make it another
/// (docs/reference/http.md). The fields of the first point stand as in a status, those of the second under <c>against</c>.
/// </summary>
public sealed record DifferenceAnswer(
    string Unit, string? Name, bool Exists, DateOnly? EndedOn, IReadOnlyList<string>? Successors, DateOnly On, KnownAt KnownAt,
    int Attained, int Fulfilled, PointAgainst Against, string Set, string SetVersion, IReadOnlyList<string> AssessedBy,
    IReadOnlyList<CriterionDifference> Criteria);

/// <summary>What stood of the unit at the second point.</summary>
public sealed record PointAgainst(
    string? Name, bool Exists, DateOnly? EndedOn, IReadOnlyList<string>? Successors, DateOnly On, KnownAt KnownAt, int Attained, int Fulfilled);

/// <param name="Entries">In record order.</param>
public sealed record CriterionDifference(
    int Criterion, string Status, DateOnly? Since, Guid? Entry, StatusAgainst Against, IReadOnlyList<DifferenceEntry> Entries);

/// <summary>What stood of the criterion at the second point.</summary>
public sealed record StatusAgainst(string Status, DateOnly? Since, Guid? Entry);

/// <summary>A finding that decides at one of the points, or would if it were not retracted there; or a retraction of such a finding.</summary>
/// <param name="EffectiveOn">Null for a retraction.</param>
/// <param name="AssessedBy">Null for a retraction.</param>
/// <param name="Retracts">Of a retraction: the finding.</param>
/// <param name="Counts">At the first point: known, holding on the day, and not retracted.</param>
/// <param name="CountsAgainst">The same at the second point.</param>
public sealed record DifferenceEntry(
    Guid Entry, string Type, long Sequence, string RecordedAt, DateOnly? EffectiveOn, string? AssessedBy, Guid? Retracts,
    bool Counts, bool CountsAgainst);
