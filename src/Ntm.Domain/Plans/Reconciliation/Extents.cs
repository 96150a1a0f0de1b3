using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>How many communes there are, wherever the plan says so.</summary>
internal static class Extents
{
    internal static ReconciliationRule Rule { get; } = new(
        "extent_differs", new("Số xã của đơn vị nêu khác nhau", "Numbers of communes that differ"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var unit in Said(plan).GroupBy(said => said.Unit))
        {
            var numbers = unit.Select(said => said.Communes).Distinct().ToList();
            var (name, quotes) = (plan.NameOf(unit.Key), unit.Select(said => said.Text).Distinct().ToList());
            if (numbers.Count > 1)
            {
                yield return Rule.Contradiction(
                    new($"{name}: nơi nêu {Listed(numbers)} xã.", $"{name}: the plan says {Listed(numbers)} communes in different places."), quotes, unit.Key);
            }
            else if (quotes.Count > 1)
                yield return Rule.Agreement(new($"{name}: {numbers[0]} xã, nêu ở {quotes.Count} nơi.", $"{name}: {numbers[0]} communes, said in {quotes.Count} places."), quotes, unit.Key);
        }

        if (plan.PrintedExtent is not { } extent)
            yield break;
        if (plan.All<NumbersTabled>().FirstOrDefault(StatedPlan.IsOfParts) is { } table)
            yield return OfParts(plan, table, extent);
        if (plan.Named.Count > extent)
        {
            yield return Rule.Contradiction(
                new($"Kế hoạch có {extent} xã nhưng nêu tên {plan.Named.Count} xã.", $"The plan has {extent} communes but names {plan.Named.Count}."),
                QuotesOfScope(plan), plan.Frame.Scope);
        }
        else if (plan.Named.Count == extent)
        {
            yield return Rule.Agreement(
                new($"Kế hoạch nêu tên đủ {extent} xã.", $"The plan names all {extent} communes."), QuotesOfScope(plan), plan.Frame.Scope);
        }
    }

    private static PlanObservation OfParts(StatedPlan plan, NumbersTabled table, int extent)
    {
        var sum = table.Parts.Sum(part => part.Communes!.Value);
        IReadOnlyList<string> quotes = [.. table.Parts.Select(part => part.Text)];
        return sum == extent
            ? Rule.Agreement(
                new($"{table.Place}: {table.Parts.Count} cột có tất cả {sum} xã.", $"{table.Place}: the {table.Parts.Count} columns have {sum} communes in all."), quotes, plan.Frame.Scope)
            : Rule.Contradiction(
                new($"{table.Place}: {table.Parts.Count} cột có tất cả {sum} xã, nơi khác nêu {extent}.", $"{table.Place}: the {table.Parts.Count} columns have {sum} communes in all, elsewhere it is {extent}."),
                [.. QuotesOfScope(plan), .. quotes], plan.Frame.Scope);
    }

    private static IReadOnlyList<string> QuotesOfScope(StatedPlan plan) =>
        plan.Quotes(plan.All<ExtentStated>().Where(extent => extent.Unit == plan.Frame.Scope));

    private static IEnumerable<(UnitId Unit, int Communes, string Text)> Said(StatedPlan plan) =>
        plan.All<ExtentStated>().Select(extent => (extent.Unit, extent.Communes, extent.Text)).Concat(
            plan.All<NumbersTabled>().SelectMany(table => table.Parts).Where(part => part.Communes is not null).Select(part => (part.Unit, part.Communes!.Value, part.Text)));
}
