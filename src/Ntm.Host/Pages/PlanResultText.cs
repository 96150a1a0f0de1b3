using System.Globalization;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Pages;

/// <summary>How results of plans and tasks read, on pages and on the command line.</summary>
internal static class PlanResultText
{
    internal static string Measure(NumberResult number) =>
        PlanResultWords.Measure(number.Measure).Vietnamese + (number.Criterion is { } criterion ? string.Create(CultureInfo.InvariantCulture, $" (tiêu chí {criterion})") : "");

    /// <param name="occurrence">Null for a task that has none.</param>
    internal static string Occurrence(TaskResult task, TaskOccurrence? occurrence) => occurrence is null
        ? PlanResultWords.WithoutDay(task) + (task.DoneOn is { } last ? $", làm lần cuối {Words.Day(last)}" : "")
        : PlanResultWords.State(occurrence.State).Vietnamese
            + (occurrence.DoneOn is { } done ? $" {Words.Day(done)}" : "")
            + (occurrence.ToInspect is { } communes ? string.Create(CultureInfo.InvariantCulture, $" ({occurrence.Inspected}/{communes} xã)") : "");
}
