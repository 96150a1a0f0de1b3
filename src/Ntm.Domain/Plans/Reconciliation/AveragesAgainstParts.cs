using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A rate for the whole, and the rates of its parts: it lies between them, and of rates by commune it is their mean by communes.</summary>
internal static class AveragesAgainstParts
{
    internal static ReconciliationRule Rule { get; } = new(
        "average_outside_parts", new("Bình quân chung không khớp các đơn vị", "Average of the whole against those of its parts"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan) =>
        from table in plan.All<NumbersTabled>()
        where table.Parts.Count > 1
        from row in table.Rows
        where TableTotals.IsRate(row) && row.Total is not null
        select Of(plan, table, row, row.Total!.Value);

    private static PlanObservation Of(StatedPlan plan, NumbersTabled table, TableRow row, decimal whole)
    {
        var (lowest, highest) = (row.Values.Min(), row.Values.Max());
        var (said, english) = ($"{table.Place}, “{row.Text}”: chung {Vietnamese(whole)}, các cột từ {Vietnamese(lowest)} đến {Vietnamese(highest)}", $"{table.Place}, “{row.Text}”: {English(whole)} for the whole, the columns from {English(lowest)} to {English(highest)}");
        if (whole < lowest || whole > highest)
            return Rule.Contradiction(new($"{said}: bình quân chung phải nằm trong khoảng đó.", $"{english}: the whole must lie between them."), [row.Text]);
        var communes = table.Parts.Select(plan.CommunesOf).OfType<int>().ToList();
        if (!IsByCommune(row) || communes.Count != table.Parts.Count || communes.Sum() <= 0)
            return Rule.Agreement(new($"{said}.", $"{english}."), [row.Text]);

        var mean = row.Values.Zip(communes).Sum(part => part.First * part.Second) / communes.Sum();
        // Every number printed may be half of its last decimal off.
        var rounding = HalfOfLastDecimal(whole) + row.Values.Max(HalfOfLastDecimal);
        return Math.Abs(mean - whole) <= rounding
            ? Rule.Agreement(new($"{said}; tính theo số xã được {Vietnamese(mean)}.", $"{english}; by communes it comes to {English(mean)}."), [row.Text])
            : Rule.Contradiction(new($"{said}; tính theo số xã được {Vietnamese(mean)}.", $"{english}; by communes it comes to {English(mean)}."), [row.Text]);
    }

    private static bool IsByCommune(TableRow row) => row.UnitOfMeasure!.EndsWith("/xã", StringComparison.OrdinalIgnoreCase);

    private static decimal HalfOfLastDecimal(decimal number) => new(5, 0, 0, false, (byte)Math.Min(number.Scale + 1, 28));
}
