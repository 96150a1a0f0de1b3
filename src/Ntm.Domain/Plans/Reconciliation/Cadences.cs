using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>The same offices are to inspect, or to report, in two rhythms.</summary>
internal static class Cadences
{
    internal static ReconciliationRule Rule { get; } = new(
        "cadence_differs", new("Cùng cơ quan, cùng việc định kỳ, nhịp khác nhau", "Offices with two rhythms for one recurring work"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        var recurring = plan.All<TaskAssigned>().Where(task => task is { Purpose: TaskPurpose.Inspection or TaskPurpose.Report, Time: not null })
            .Select(task => (Task: task, Often: TaskTimes.TimesAYear(task.Time!))).Where(read => read.Often is not null).ToList();
        for (var first = 0; first < recurring.Count; first++)
        {
            for (var second = first + 1; second < recurring.Count; second++)
            {
                var ((one, often), (other, otherOften)) = (recurring[first], recurring[second]);
                if (one.Purpose != other.Purpose || one.Cohort != other.Cohort || !ShareAnOffice(one, other))
                    continue;
                if (often != otherOften)
                {
                    yield return Rule.Doubt(
                        new($"{one.Place}: “{one.Time}” ({often} lần một năm); {other.Place}: “{other.Time}” ({otherOften} lần một năm), cùng cơ quan và cùng loại việc.",
                            $"{one.Place}: “{one.Time}” ({often} times a year); {other.Place}: “{other.Time}” ({otherOften} times a year), the same offices and the same kind of work."),
                        plan.Quotes(one, other));
                }
                else
                {
                    yield return Rule.Agreement(
                        new($"{one.Place} và {other.Place}: cùng nhịp {often} lần một năm.", $"{one.Place} and {other.Place}: the same rhythm, {often} times a year."), plan.Quotes(one, other));
                }
            }
        }
    }

    private static bool ShareAnOffice(TaskAssigned one, TaskAssigned other) =>
        Doing(one).Any(office => Offices(other).Contains(office, StringComparison.OrdinalIgnoreCase))
        || Doing(other).Any(office => Offices(one).Contains(office, StringComparison.OrdinalIgnoreCase));

    // "Mỗi đơn vị thành viên …" and "các đơn vị thành viên …" are the same offices.
    private static IEnumerable<string> Doing(TaskAssigned task) => new[] { task.Leads, task.Implements }.OfType<string>()
        .SelectMany(offices => offices.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(office => office.StartsWith("Mỗi ", StringComparison.OrdinalIgnoreCase) || office.StartsWith("Các ", StringComparison.OrdinalIgnoreCase) ? office[4..] : office);

    private static string Offices(TaskAssigned task) => string.Join('\n', new[] { task.Directs, task.Leads, task.Implements, task.Coordinates }.OfType<string>());
}
