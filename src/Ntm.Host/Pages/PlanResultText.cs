using System.Globalization;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Pages;

/// <summary>How results of plans and tasks read, on pages and on the command line.</summary>
internal static class PlanResultText
{
    internal static string Measure(NumberResult number, Wording say = default) =>
        say[PlanResultWords.Measure(number.Measure)] + (number.Criterion is { } criterion ? string.Create(CultureInfo.InvariantCulture, $" ({say["tiêu chí", "criterion"]} {criterion})") : "");

    /// <param name="occurrence">Null for a task that has none.</param>
    internal static string Occurrence(TaskResult task, TaskOccurrence? occurrence, Wording say = default) => occurrence is null
        ? say[PlanResultWords.WithoutDay(task)] + (task.DoneOn is { } last ? $", {say["làm lần cuối", "last done on"]} {Words.Day(last)}" : "")
        : say[PlanResultWords.State(occurrence.State)]
            + (occurrence.DoneOn is { } done ? $" {Words.Day(done)}" : "")
            + (occurrence.ToInspect is { } communes ? string.Create(CultureInfo.InvariantCulture, $" ({occurrence.Inspected}/{communes} {say["xã", "communes"]})") : "");
}
