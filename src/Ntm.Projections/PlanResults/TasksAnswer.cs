namespace Ntm.Projections.PlanResults;

/// <summary>The tasks of a plan on a day, as known at a sequence (docs/reference/http.md).</summary>
public sealed record TasksAnswer(string Plan, string Scope, DateOnly From, DateOnly To, DateOnly On, KnownAt KnownAt, IReadOnlyList<TaskResult> Tasks);

/// <summary>One task, offices and time as printed.</summary>
/// <param name="Task">The id of the statement in the plan's content.</param>
/// <param name="Purpose"><c>work</c>, <c>inspection</c>, <c>report</c> or <c>meeting</c>.</param>
/// <param name="IsContinuous">Thường xuyên: never due on a day.</param>
/// <param name="IsOnDemand">Đột xuất.</param>
/// <param name="IsUndetermined">The words give no day.</param>
/// <param name="Occurrences">By their last days.</param>
/// <param name="DoneOn">The last day somebody reported it done, also without an occurrence.</param>
public sealed record TaskResult(
    string Task, string Place, string? Number, string Text, string Purpose, string? Directs, string? Leads, string? Implements, string? Coordinates,
    string? Time, string? Form, bool IsContinuous, bool IsOnDemand, bool IsUndetermined, IReadOnlyList<TaskOccurrence> Occurrences, DateOnly? DoneOn);

/// <param name="State"><c>upcoming</c>, <c>due</c>, <c>done</c>, <c>done_late</c> or <c>overdue</c>.</param>
/// <param name="DoneOn">The day it was done; of an inspection of several communes, the day of the last.</param>
/// <param name="By">The entry that says so.</param>
/// <param name="Inspected">Of an inspection: how many of the communes were inspected in it; null for other tasks.</param>
/// <param name="ToInspect">Of an inspection: how many communes it is of; null also where the plan does not say which.</param>
public sealed record TaskOccurrence(string Name, DateOnly From, DateOnly Due, string State, DateOnly? DoneOn, Guid? By, int? Inspected, int? ToInspect);
