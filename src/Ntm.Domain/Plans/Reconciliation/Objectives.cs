using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>An objective that no row and no other number measures.</summary>
internal static class Objectives
{
    internal static ReconciliationRule Rule { get; } = new(
        "objective_unmeasured", new("Mục tiêu không có dòng nào đo", "Objective without a row"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var objective in plan.All<ObjectiveStated>().Where(objective => objective.MeasuredBy.Count == 0))
        {
            yield return Rule.Doubt(
                new($"Mục tiêu ở {objective.Place} không có dòng nào trong biểu, cũng không có chỉ tiêu nào để đo.", $"No row and no other target measures the objective in {objective.Place}."),
                plan.Quotes(objective));
        }

        var measured = plan.All<ObjectiveStated>().Where(objective => objective.MeasuredBy.Count > 0).ToList();
        if (measured.Count > 0)
        {
            yield return Rule.Agreement(
                new($"{measured.Count} mục tiêu ({Places(measured)}) có dòng hoặc chỉ tiêu để đo.", $"{measured.Count} objectives ({Places(measured)}) have a row or a target that measures them."),
                plan.Quotes(measured));
        }
    }
}
