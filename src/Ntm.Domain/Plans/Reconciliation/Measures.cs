using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Numbers of which it is not clear what they are numbers of.</summary>
internal static class Measures
{
    internal static ReconciliationRule Unclear { get; } = new(
        "unit_unclear", new("Đơn vị tính không rõ", "Unclear unit of measure"), CheckUnclear);

    internal static ReconciliationRule Contradicted { get; } = new(
        "unit_contradicted", new("Đơn vị tính của biểu khác đơn vị tính của dòng", "Unit of measure over the table against that of a row"), CheckContradicted);

    private static IEnumerable<PlanObservation> CheckUnclear(StatedPlan plan)
    {
        foreach (var indicator in plan.All<IndicatorStated>())
        {
            var (value, english) = (Vietnamese(indicator.Value), English(indicator.Value));
            if (indicator.UnitOfMeasure is not { } unit)
                yield return Unclear.Doubt(new($"{indicator.Place}: {value} không có đơn vị tính.", $"{indicator.Place}: {english} has no unit of measure."), plan.Quotes(indicator), criterion: indicator.Criterion);
            else if (IsPercent(unit) && indicator.IsChange)
            {
                yield return Unclear.Doubt(
                    new($"{indicator.Place}: tăng, giảm {value}% — phần trăm hay điểm phần trăm?", $"{indicator.Place}: a change of {english} % — percent or percentage points?"),
                    plan.Quotes(indicator), criterion: indicator.Criterion);
            }
            else if (IsPercent(unit) && indicator.Of is null)
                yield return Unclear.Doubt(new($"{indicator.Place}: {value}% của cái gì, không nêu.", $"{indicator.Place}: {english} % — of what is not said."), plan.Quotes(indicator), criterion: indicator.Criterion);
        }
    }

    private static IEnumerable<PlanObservation> CheckContradicted(StatedPlan plan)
    {
        foreach (var table in plan.All<NumbersTabled>().Where(table => table.UnitOfMeasure is not null))
        {
            var other = table.Rows.Where(row => row.UnitOfMeasure is { } unit && !string.Equals(unit, table.UnitOfMeasure, StringComparison.OrdinalIgnoreCase)).ToList();
            if (other.Count > 0)
            {
                yield return Contradicted.Notice(
                    new($"{table.Place}: đơn vị tính in trên biểu là “{table.UnitOfMeasure}”, nhưng có dòng tính bằng {Listed(other.Select(row => $"“{row.UnitOfMeasure}”"))}.",
                        $"{table.Place}: the unit of measure over the table is “{table.UnitOfMeasure}”, but rows are in {Listed(other.Select(row => $"“{row.UnitOfMeasure}”"))}."),
                    [.. other.Select(row => row.Text)]);
            }
        }
    }

    // "Điểm phần trăm", "điểm %" say points.
    private static bool IsPercent(string unit) => !unit.Contains("điểm", StringComparison.OrdinalIgnoreCase) && (unit.Contains('%', StringComparison.Ordinal) || unit.Contains("phần trăm", StringComparison.OrdinalIgnoreCase));
}
