namespace Ntm.Projections.PlanResults;

/// <summary>A plan against its result on a day, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="RiskDays">A target still open is at risk from so many days before its deadline on.</param>
/// <param name="Baseline">The day before the plan's first: increases are counted from it.</param>
/// <param name="ByState">How many targets stand at each state; states without one are left out.</param>
public sealed record PlanResultAnswer(
    string Plan, string Scope, DateOnly From, DateOnly To, DateOnly On, KnownAt KnownAt, IReadOnlyList<string> AssessedBy, int RiskDays,
    DateOnly Baseline, IReadOnlyList<TargetStateCount> ByState, IReadOnlyList<TargetResult> Targets, IReadOnlyList<NumberResult> Numbers);

public sealed record TargetStateCount(string State, int Count);

/// <param name="Target">The entry that assigned it.</param>
/// <param name="Kind"><c>attain</c> or <c>maintain</c>.</param>
/// <param name="Source">The plan's sentence.</param>
/// <param name="Status">What stands of the criterion on the day.</param>
/// <param name="Since">The day the state began; null where nothing happened.</param>
/// <param name="By">The entry that began it.</param>
/// <param name="ReachedOn">Of a target to attain: the day it was first attained under the plan, also where it was lost again.</param>
public sealed record TargetResult(
    Guid Target, string Unit, string? Name, string Set, int Criterion, string Kind, DateOnly Due, string? Source, string State, string Status,
    DateOnly? Since, Guid? By, DateOnly? ReachedOn, Guid? ReachedBy);

/// <summary>A number the plan states, and what it is in fact on the day asked or, where that is past, on the deadline.</summary>
/// <param name="Statement">The id of the statement in the plan's content, or of the row of its table.</param>
/// <param name="Measure">What is counted: <c>average</c>, <c>average_increase</c>, <c>communes</c>, <c>communes_additional</c>, <c>communes_maintained</c>,
/// <c>increase</c>, <c>floor</c>, <c>recognised</c>, <c>recognised_additional</c>, <c>band</c>.</param>
/// <param name="Unit">The commune or part it is of, where it is not the whole scope.</param>
/// <param name="Actual">Null where it cannot be told.</param>
/// <param name="State"><c>met</c>, <c>open</c>, <c>missed</c> or <c>undecidable</c>.</param>
/// <param name="Reason">Of what cannot be told: <c>baseline_unassessed</c>, <c>cohort_unknown</c>, <c>count_undetermined</c>, <c>no_communes</c>.</param>
public sealed record NumberResult(
    string Statement, string Place, string Text, string Measure, string? Unit, string? Name, int? Criterion, decimal Planned, decimal? Actual,
    DateOnly AsOf, string State, string? Reason);
