namespace Ntm.Projections.CommuneStatus;

/// <summary>Every criterion of a set for one unit, on a day, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Name">Null where no name holds that day.</param>
/// <param name="EndedOn">The day the unit ended, if it has by then.</param>
/// <param name="Successors">Of an ended unit; empty where they are not known; null where it has not ended.</param>
public sealed record StatusAnswer(
    string Unit, string? Name, bool Exists, DateOnly? EndedOn, IReadOnlyList<string>? Successors, DateOnly On, KnownAt KnownAt,
    string Set, string SetVersion, IReadOnlyList<string> AssessedBy, int Attained, int Fulfilled, IReadOnlyList<CriterionStatus> Criteria);

/// <param name="Since">The winning finding's day.</param>
/// <param name="Entry">The winning finding's id.</param>
/// <param name="Retracted">Ids of findings on this criterion that were retracted by then, in record order.</param>
public sealed record CriterionStatus(
    int Criterion, string Status, DateOnly? Since, Guid? Entry, string? RecordedAt, string? AssessedBy, IReadOnlyList<Guid> Retracted);
