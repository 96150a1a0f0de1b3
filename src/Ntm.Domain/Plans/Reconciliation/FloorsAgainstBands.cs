using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>No commune is to have fewer criteria than the floor, and a band below it holds some.</summary>
internal static class FloorsAgainstBands
{
    internal static ReconciliationRule Rule { get; } = new(
        "floor_missed", new("Mức dưới sàn vẫn có xã", "Communes in a band below the floor"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var floor in plan.All<FloorStated>())
        {
            foreach (var banding in plan.Bandings().Where(banding => banding.Of == StatedPlan.OfCriteria))
            {
                var below = banding.Rows.Where(row => row.Band!.From < floor.AtLeast && row.Values.Sum() > 0).ToList();
                foreach (var row in below)
                {
                    var message = new Criteria.BilingualText(
                        $"{floor.Place}: không xã nào được dưới {floor.AtLeast} tiêu chí, nhưng “{row.Text}” có {Vietnamese(row.Values.Sum())} xã ({banding.Table.Place}).",
                        $"{floor.Place}: none is to have fewer than {floor.AtLeast} criteria, but “{row.Text}” has {English(row.Values.Sum())} communes ({banding.Table.Place}).");
                    IReadOnlyList<string> quotes = [.. plan.Quotes(floor), row.Text];
                    yield return row.Band!.To < floor.AtLeast ? Rule.Contradiction(message, quotes) : Rule.Doubt(message, quotes);
                }

                if (below.Count == 0)
                {
                    yield return Rule.Agreement(
                        new($"{floor.Place}: không xã nào dưới {floor.AtLeast} tiêu chí; mức thấp nhất ở {banding.Table.Place} bắt đầu từ {Vietnamese(banding.Rows.Min(row => row.Band!.From))}.",
                            $"{floor.Place}: none below {floor.AtLeast} criteria; the lowest band of {banding.Table.Place} begins at {English(banding.Rows.Min(row => row.Band!.From))}."),
                        [.. plan.Quotes(floor), .. banding.Quotes]);
                }
            }
        }
    }
}
