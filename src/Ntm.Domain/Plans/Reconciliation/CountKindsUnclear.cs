using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A number of communes of which the words do not say whether it is gained or had in the end.</summary>
internal static class CountKindsUnclear
{
    internal static ReconciliationRule Rule { get; } = new(
        "count_kind_unclear", new("Không rõ số đạt thêm hay tổng số", "Unclear whether on top or in all"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan) => plan.All<CommunesCounted>()
        .Where(count => count.Counts == CountKind.Undetermined)
        .Select(count => Rule.Doubt(
            new($"Tiêu chí {count.Criterion} ({count.Place}): {Many(count)} không có chữ “thêm”, không rõ là số đạt thêm trong năm hay tổng số xã đạt.",
                $"Criterion {count.Criterion} ({count.Place}): {ManyEnglish(count)} may be those gained in the year or all that have it in the end."),
            plan.Quotes(count), criterion: count.Criterion));

    private static string Many(CommunesCounted count) => count.Number is { } number ? FormattableString.Invariant($"{number} xã") : "các xã nêu tên";

    private static string ManyEnglish(CommunesCounted count) => count.Number is { } number ? FormattableString.Invariant($"{number} communes") : "the communes named";
}
