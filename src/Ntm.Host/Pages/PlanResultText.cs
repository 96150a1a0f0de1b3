using System.Globalization;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Pages;

/// <summary>How results of plans and tasks read, on pages and on the command line.</summary>
internal static class PlanResultText
{
    internal static string TargetKind(string kind) => kind == "maintain" ? "Giữ" : "Đạt";

    internal static string Measure(NumberResult number) =>
        PlanResultWords.Measure(number.Measure).Vietnamese + (number.Criterion is { } criterion ? string.Create(CultureInfo.InvariantCulture, $" (tiêu chí {criterion})") : "");

    internal static string Outcome(NumberResult number) =>
        PlanResultWords.State(number.State).Vietnamese + (number.Reason is { } reason ? $": {PlanResultWords.Reason(reason).Vietnamese}" : "");

    /// <param name="occurrence">Null for a task that has none.</param>
    internal static string Occurrence(TaskResult task, TaskOccurrence? occurrence) => occurrence is null
        ? WithoutDay(task)
        : PlanResultWords.State(occurrence.State).Vietnamese
            + (occurrence.DoneOn is { } done ? $" {Words.Day(done)}" : "")
            + (occurrence.ToInspect is { } communes ? string.Create(CultureInfo.InvariantCulture, $" ({occurrence.Inspected}/{communes} xã)") : "");

    private static string WithoutDay(TaskResult task) =>
        (task.IsContinuous ? "Thường xuyên" : task.IsOnDemand && !task.IsUndetermined ? "Khi có yêu cầu" : "Kế hoạch không nói ngày nào")
            + (task.DoneOn is { } done ? $", làm lần cuối {Words.Day(done)}" : "");
}
