using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A number of communes, and nothing that says which.</summary>
internal static class CountsWithoutNames
{
    internal static ReconciliationRule Rule { get; } = new(
        "count_without_names", new("Có số, không nêu xã nào", "A number without names"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var count in plan.All<CommunesCounted>().Where(count => count.Communes is null && !count.All && count.Number != plan.Extent))
        {
            var (kind, english) = Of(count.Counts);
            yield return Rule.Doubt(
                count.Number is { } number
                    ? new($"Tiêu chí {count.Criterion} ({count.Place}): {number} xã, là {kind}, không nêu xã nào.",
                        $"Criterion {count.Criterion} ({count.Place}): {number} communes, {english}; none is named.")
                    : new($"Tiêu chí {count.Criterion} ({count.Place}): {kind}, không nêu bao nhiêu xã, xã nào.",
                        $"Criterion {count.Criterion} ({count.Place}): {english}; neither how many nor which is said."),
                plan.Quotes(count), criterion: count.Criterion);
        }

        // A plan that names no commune anywhere gives out numbers: its objective is asked for a row instead.
        foreach (var recognised in plan.All<RecognitionsCounted>().Where(recognised => recognised.Communes is null && plan.Named.Count > 0))
        {
            yield return Rule.Doubt(
                new($"{recognised.Place}: {recognised.Number} xã được công nhận, không nêu xã nào.", $"{recognised.Place}: {recognised.Number} communes are to be recognised; none is named."),
                plan.Quotes(recognised));
        }
    }

    private static (string Vietnamese, string English) Of(CountKind kind) => kind switch
    {
        CountKind.Additional => ("số đạt thêm", "on top of those that have it"),
        CountKind.Cumulative => ("tổng số xã đạt, kể cả xã đã đạt từ trước (không biết trong năm tăng mấy xã)", "in all, with those that have it already (how many are gained is not said)"),
        CountKind.Maintained => ("số xã duy trì", "those that have it and keep it"),
        _ => ("không rõ đạt thêm hay tổng số", "whether in all or on top is unclear"),
    };
}
