using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A year that should be the plan's own and is not, and what is already to have been attained in a year not yet over.</summary>
internal static class Years
{
    internal static ReconciliationRule Rule { get; } = new("year_wrong", new("Năm ghi sai", "Wrong year"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        var own = plan.Frame.From.Year == plan.Frame.To.Year ? $"{plan.Frame.From.Year}" : $"{plan.Frame.From.Year}-{plan.Frame.To.Year}";
        foreach (var statement in plan.Content.Statements.Where(statement => statement.Year is { } year && !plan.Frame.IsOwnYear(year)))
        {
            yield return Rule.Contradiction(
                new($"{statement.Place} ghi năm {statement.Year}, kế hoạch là của năm {own}.", $"{statement.Place} says {statement.Year}; the plan is for {own}."),
                plan.Quotes(statement));
        }

        foreach (var count in plan.All<CommunesCounted>().Where(count => count.AttainedIn >= plan.Frame.From.Year))
        {
            yield return Rule.Contradiction(
                new($"Tiêu chí {count.Criterion} ({count.Place}): duy trì xã “đã đạt năm {count.AttainedIn}”, nhưng kế hoạch ký {PlanWords.Day(plan.Frame.Issued)} cho năm {own}: năm đó chưa qua.",
                    $"Criterion {count.Criterion} ({count.Place}): what was “attained in {count.AttainedIn}” is to be kept, but the plan of {PlanWords.Day(plan.Frame.Issued)} is for {own}: that year is not over."),
                plan.Quotes(count), criterion: count.Criterion);
        }

        var right = plan.Content.Statements.Where(statement => statement.Year is { } year && plan.Frame.IsOwnYear(year)).ToList();
        if (right.Count > 0)
        {
            yield return Rule.Agreement(
                new($"{right.Count} nơi nêu năm của kế hoạch đều ghi {own}.", $"{right.Count} places that name the plan's year say {own}."), plan.Quotes(right));
        }
    }
}
