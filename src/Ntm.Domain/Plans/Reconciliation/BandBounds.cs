using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Bands that share values, and values that no band has.</summary>
internal static class BandBounds
{
    internal static ReconciliationRule Overlapping { get; } = new(
        "bands_overlap", new("Các mức chồng lên nhau", "Bands that overlap"), CheckOverlaps);

    internal static ReconciliationRule Gapped { get; } = new(
        "bands_gap", new("Giữa các mức có khoảng trống", "Bands with a gap between them"), CheckGaps);

    private static IEnumerable<PlanObservation> CheckOverlaps(StatedPlan plan)
    {
        foreach (var banding in plan.Bandings())
        {
            var (rows, found) = (InOrder(banding), false);
            for (var lower = 0; lower < rows.Count; lower++)
            {
                for (var upper = lower + 1; upper < rows.Count; upper++)
                {
                    if (!Overlap(rows[lower].Band!, rows[upper].Band!, AreWhole(rows)))
                        continue;
                    found = true;
                    yield return Overlapping.Contradiction(
                        new($"{banding.Table.Place}: mức {Range(rows[lower])} và mức {Range(rows[upper])} chồng lên nhau; một xã có thể thuộc cả hai.",
                            $"{banding.Table.Place}: the bands {Range(rows[lower])} and {Range(rows[upper])} overlap; a commune can be in both."),
                        [.. banding.Rows.Where(row => row == rows[lower] || row == rows[upper]).Select(row => row.Text)]);
                }
            }

            if (!found && rows.Count > 1 && Gaps(rows).Count == 0)
            {
                yield return Overlapping.Agreement(
                    new($"{banding.Table.Place}: các mức {Listed(rows.Select(Range))} nối tiếp nhau, không chồng, không hở.",
                        $"{banding.Table.Place}: the bands {Listed(rows.Select(Range))} follow each other without overlap or gap."),
                    banding.Quotes);
            }
        }
    }

    private static IEnumerable<PlanObservation> CheckGaps(StatedPlan plan) => plan.Bandings().SelectMany(banding => Gaps(InOrder(banding)).Select(gap =>
        Gapped.Doubt(
            new($"{banding.Table.Place}: giữa mức {Range(gap.Below)} và mức {Range(gap.Above)} có khoảng trống; xã ở khoảng đó không thuộc mức nào.",
                $"{banding.Table.Place}: between the bands {Range(gap.Below)} and {Range(gap.Above)} there is a gap; a commune in it is in no band."),
            [.. banding.Rows.Where(row => row == gap.Below || row == gap.Above).Select(row => row.Text)])));

    private static IReadOnlyList<TableRow> InOrder(Banding banding) => [.. banding.Rows.OrderBy(row => row.Band!.From)];

    private static List<(TableRow Below, TableRow Above)> Gaps(IReadOnlyList<TableRow> rows)
    {
        var gaps = new List<(TableRow, TableRow)>();
        var (step, highest) = (AreWhole(rows) ? 1 : 0, rows[0]);
        foreach (var row in rows.Skip(1))
        {
            if (highest.Band!.To is { } top && row.Band!.From > top + step)
                gaps.Add((highest, row));
            if (highest.Band!.To is { } end && (row.Band!.To is not { } to || to > end))
                highest = row;
        }

        return gaps;
    }

    // Bounds in whole numbers are of whole numbers: 10-14 and 15-18 touch. Others touch where one ends at the beginning of the next.
    private static bool AreWhole(IEnumerable<TableRow> rows) =>
        rows.All(row => decimal.IsInteger(row.Band!.From) && (row.Band.To is not { } to || decimal.IsInteger(to)));

    private static bool Overlap(RowBand lower, RowBand upper, bool whole) =>
        lower.To is not { } top || upper.From < top || (upper.From == top && (whole || lower.From == top));

    private static string Range(TableRow row) => row.Band!.To is not { } to
        ? $"≥ {Vietnamese(row.Band.From)}"
        : to == row.Band.From ? Vietnamese(to) : $"{Vietnamese(row.Band.From)}–{Vietnamese(to)}";
}
