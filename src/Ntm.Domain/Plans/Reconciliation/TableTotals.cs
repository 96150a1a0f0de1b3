using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A row's sum and the total printed.</summary>
internal static class TableTotals
{
    internal static ReconciliationRule Rule { get; } = new(
        "total_differs", new("Tổng in khác tổng cộng lại", "Printed total differs from the sum"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var table in plan.All<NumbersTabled>())
        {
            var agreeing = new List<TableRow>();
            foreach (var row in table.Rows.Where(row => row.Total is not null && !IsRate(row)))
            {
                var (sum, total) = (row.Values.Sum(), row.Total!.Value);
                if (sum == total)
                    agreeing.Add(row);
                else
                {
                    yield return Rule.Contradiction(
                        new($"{table.Place}, “{row.Text}”: {table.Parts.Count} cột cộng lại được {Vietnamese(sum)}, in {Vietnamese(total)}.",
                            $"{table.Place}, “{row.Text}”: the {table.Parts.Count} columns add up to {English(sum)}, printed is {English(total)}."),
                        [row.Text]);
                }
            }

            if (agreeing.Count > 0)
            {
                yield return Rule.Agreement(
                    new($"{table.Place}: {agreeing.Count} dòng cộng lại đúng tổng in ({Listed(agreeing.Select(row => Vietnamese(row.Total!.Value)))}).",
                        $"{table.Place}: {agreeing.Count} rows add up to the totals printed ({Listed(agreeing.Select(row => English(row.Total!.Value)))})."),
                    [.. agreeing.Select(row => row.Text)]);
            }
        }
    }

    /// <summary>Shares and averages do not add up.</summary>
    internal static bool IsRate(TableRow row) =>
        row.UnitOfMeasure is { } unit && (unit.Contains('%', StringComparison.Ordinal) || unit.Contains('/', StringComparison.Ordinal));
}
