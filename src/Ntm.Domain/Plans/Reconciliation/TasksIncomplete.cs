using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A numbered row of a table of tasks without its time, where the others have theirs: cut off, or forgotten.</summary>
internal static class TasksIncomplete
{
    internal static ReconciliationRule Rule { get; } = new(
        "task_incomplete", new("Nhiệm vụ trong biểu thiếu thời gian", "Task of a table without its time"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        var tasks = plan.All<TaskAssigned>().Where(task => task.Number is not null).ToList();
        var timed = tasks.Where(task => task.Time is not null).ToList();
        if (timed.Count == 0)
            yield break;
        foreach (var task in tasks.Where(task => task.Time is null))
        {
            var lacking = Lacking(task, timed).ToList();
            yield return Rule.Notice(
                new($"{task.Place}: thiếu {Listed(lacking.Select(cell => cell.Vietnamese))}{(lacking.Count > 1 ? "; biểu có thể bị cắt ở đây" : "")}.",
                    $"{task.Place}: lacks {Listed(lacking.Select(cell => cell.English))}{(lacking.Count > 1 ? "; the table may be cut off here" : "")}."),
                plan.Quotes(task));
        }

        yield return Rule.Agreement(new($"{timed.Count} nhiệm vụ trong biểu có thời gian.", $"{timed.Count} tasks of tables have their time."), plan.Quotes(timed));
    }

    private static IEnumerable<(string Vietnamese, string English)> Lacking(TaskAssigned task, IReadOnlyList<TaskAssigned> others)
    {
        if (task.Coordinates is null && others.All(other => other.Coordinates is not null))
            yield return ("cơ quan phối hợp", "the offices that coordinate");
        yield return ("thời gian", "its time");
        if (task.Form is null && others.All(other => other.Form is not null))
            yield return ("hình thức thực hiện", "its form");
    }
}
