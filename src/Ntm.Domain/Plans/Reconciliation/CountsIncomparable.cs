using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Two numbers of one thing, one on top and one in all: without the beginning of the year neither can be held against the other.</summary>
internal static class CountsIncomparable
{
    internal static ReconciliationRule Rule { get; } = new(
        "counts_not_comparable", new("Hai số đếm khác loại, không đối chiếu được", "Two numbers of different kinds that cannot be compared"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var criterion in plan.Counts(CountKind.Additional, CountKind.Cumulative).Where(count => count.Number is not null).GroupBy(count => count.Criterion))
        {
            var (more, all) = (criterion.Where(count => count.Counts == CountKind.Additional).ToList(), criterion.Where(count => count.Counts == CountKind.Cumulative).ToList());
            if (more.Count > 0 && all.Count > 0)
            {
                yield return Rule.Doubt(
                    new($"Tiêu chí {criterion.Key}: {Listed(more.Select(count => count.Number!))} xã đạt thêm ({Places(more)}) và {Listed(all.Select(count => count.Number!))} xã đạt tất cả ({Places(all)}); kế hoạch không nêu đầu năm có bao nhiêu.",
                        $"Criterion {criterion.Key}: {Listed(more.Select(count => count.Number!))} on top ({Places(more)}) and {Listed(all.Select(count => count.Number!))} in all ({Places(all)}); how many there were at the beginning is not said."),
                    plan.Quotes([.. more, .. all]), criterion: criterion.Key);
            }
        }

        foreach (var recognised in plan.All<RecognitionsCounted>().Where(recognised => recognised.Counts != CountKind.Cumulative))
        {
            foreach (var (table, row) in plan.All<NumbersTabled>().SelectMany(table => table.Rows.Select(row => (table, row))).Where(placed => IsOfAllCriteria(plan, placed.row)))
            {
                var reach = row.Total ?? row.Values.Sum();
                yield return Rule.Doubt(
                    new($"{recognised.Number} xã được công nhận thêm trong năm ({recognised.Place}) không đối chiếu được với {Vietnamese(reach)} xã đạt đủ {plan.Frame.Criteria} tiêu chí đến cuối năm ({table.Place}): kế hoạch không nêu đầu năm có bao nhiêu.",
                        $"{recognised.Number} recognised in the year ({recognised.Place}) cannot be held against {English(reach)} communes with all {plan.Frame.Criteria} criteria at its end ({table.Place}): how many there were at its beginning is not said."),
                    [.. plan.Quotes(recognised), row.Text]);
            }
        }
    }

    private static bool IsOfAllCriteria(StatedPlan plan, TableRow row) =>
        row.Band is { Of: "criteria" } band && band.From == plan.Frame.Criteria && row.Measures == StatedPlan.OfCommunes;
}
