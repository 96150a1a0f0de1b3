using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Numbers of criteria and of communes are whole, and so is an average times the communes.</summary>
internal static class WholeNumbers
{
    internal static ReconciliationRule Rule { get; } = new(
        "not_whole", new("Số phải nguyên mà không nguyên", "A number that must be whole and is not"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        if (plan.Extent is { } communes and > 0)
        {
            foreach (var average in plan.All<AverageStated>())
            {
                foreach (var printed in new[] { average.Increase, average.Reaches }.OfType<decimal>())
                    yield return OfAverage(plan, average, printed, communes);
            }
        }

        foreach (var table in plan.All<NumbersTabled>())
        {
            foreach (var row in table.Rows.Where(row => row.Measures == StatedPlan.OfCommunes))
            {
                if (row.Values.Concat(row.Total is { } total ? [total] : []).Where(value => !decimal.IsInteger(value)).ToList() is { Count: > 0 } broken)
                {
                    yield return Rule.Contradiction(
                        new($"{table.Place}, “{row.Text}”: đếm xã mà có {Listed(broken.Select(Vietnamese))}.", $"{table.Place}, “{row.Text}”: it counts communes and has {Listed(broken.Select(English))}."),
                        [row.Text]);
                }
            }
        }
    }

    private static PlanObservation OfAverage(StatedPlan plan, AverageStated average, decimal printed, int communes)
    {
        var (sum, quotes) = (printed * communes, plan.Quotes(average));
        var (product, productEnglish) = ($"{Vietnamese(printed)} × {communes} xã = {Vietnamese(sum)}", $"{English(printed)} × {communes} communes = {English(sum)}");
        if (decimal.IsInteger(sum))
            return Rule.Agreement(new($"{average.Place}: {product} tiêu chí, số nguyên.", $"{average.Place}: {productEnglish} criteria, a whole number."), quotes);
        var near = new[] { decimal.Floor(sum), decimal.Ceiling(sum) }.Where(whole => Rounds(whole / communes, printed)).ToList();
        return near.Count > 0
            ? Rule.Doubt(
                new($"{average.Place}: {product} tiêu chí, không nguyên; chỉ đúng nếu là số làm tròn của {string.Join(" hoặc ", near.Select(Vietnamese))} tiêu chí.",
                    $"{average.Place}: {productEnglish} criteria, not whole; it holds only rounded, of {string.Join(" or ", near.Select(English))} criteria."),
                quotes)
            : Rule.Contradiction(
                new($"{average.Place}: {product} tiêu chí, không nguyên, và không số tiêu chí nào làm tròn ra {Vietnamese(printed)}.",
                    $"{average.Place}: {productEnglish} criteria, not whole, and no number of criteria rounds to {English(printed)}."),
                quotes);
    }

    /// <summary>The number, rounded to as many decimals as were printed, is what was printed.</summary>
    internal static bool Rounds(decimal number, decimal printed) => decimal.Round(number, printed.Scale, MidpointRounding.AwayFromZero) == printed;
}
