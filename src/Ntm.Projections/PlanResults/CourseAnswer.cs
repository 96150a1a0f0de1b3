namespace Ntm.Projections.PlanResults;

/// <summary>What plans ask of the communes under a unit, and how the year of the day went against it (docs/reference/http.md).</summary>
/// <param name="Targets">Every target of the set any plan has given these communes by the day, of whatever year.</param>
/// <param name="Months">The targets to attain that fall due in the year: those due by each day, and those attained on it.</param>
public sealed record CourseAnswer(
    string Unit, int Year, DateOnly On, KnownAt KnownAt, string Set, IReadOnlyList<string> AssessedBy, DateOnly Boundary,
    IReadOnlyList<CourseTarget> Targets, IReadOnlyList<CourseMonth> Months);

/// <param name="Target">The entry that assigned it.</param>
/// <param name="Kind"><c>attain</c> or <c>maintain</c>.</param>
/// <param name="State">What became of it by the day: a state of targets.</param>
/// <param name="Status">What stands of the criterion on the day.</param>
public sealed record CourseTarget(Guid Target, string Plan, string Unit, int Criterion, string Kind, DateOnly Due, string State, string Status);

/// <param name="Day">The last of a month, the day asked, or, before the first month, the last day of the year before.</param>
/// <param name="Due">How many of the year's targets fall due by then.</param>
/// <param name="Attained">On how many of the year's targets the criterion stands as attained that day; null after the day asked.</param>
public sealed record CourseMonth(DateOnly Day, int Due, int? Attained);
