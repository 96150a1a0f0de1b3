using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A number and the names beside it.</summary>
internal static class CountsAgainstNames
{
    internal static ReconciliationRule Rule { get; } = new(
        "count_differs_from_names", new("Số đếm khác số tên nêu kèm", "Number differs from the names beside it"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var count in plan.All<CommunesCounted>())
        {
            if (count is { All: true, Number: { } all } && plan.Extent is { } extent)
                yield return OfAll(plan, count, all, extent);
            else if (count is { Number: { } number, Communes: { } names })
                yield return Of(plan, count, number, names, count.Criterion);
        }

        foreach (var recognised in plan.All<RecognitionsCounted>())
        {
            if (recognised.Communes is { } names && !(recognised.Some && names.Distinct().Count() <= recognised.Number))
                yield return Of(plan, recognised, recognised.Number, names);
        }

        foreach (var cohort in plan.All<CohortMentioned>())
        {
            if (cohort is { Count: { } number, Members: { } names } && !(cohort.Some && names.Distinct().Count() <= number))
                yield return Of(plan, cohort, number, names);
        }
    }

    private static PlanObservation Of(StatedPlan plan, PlanStatement said, int number, IReadOnlyList<UnitId> names, int? criterion = null)
    {
        var (distinct, of, ofEnglish) = (names.Distinct().ToList(), Of(criterion, said.Place, "Tiêu chí"), Of(criterion, said.Place, "Criterion"));
        return distinct.Count == number && names.Count == number
            ? Rule.Agreement(
                new($"{of}: {number} xã, nêu đủ {number} tên ({plan.Names(distinct)}).", $"{ofEnglish}: {number}, and {number} named ({plan.Names(distinct)})."),
                plan.Quotes(said), criterion: criterion)
            : Rule.Contradiction(
                new($"{of} ghi {number} xã nhưng nêu {Twice(names, distinct, "tên", " (có tên lặp lại)")}: {plan.Names(names)}.",
                    $"{ofEnglish} says {number} but names {Twice(names, distinct, "", " (one of them twice)")}: {plan.Names(names)}."),
                plan.Quotes(said), criterion: criterion);
    }

    private static PlanObservation OfAll(StatedPlan plan, CommunesCounted count, int number, int extent) => number == extent
        ? Rule.Agreement(
            new($"Tiêu chí {count.Criterion} ({count.Place}): {number} xã là toàn bộ {extent} xã.", $"Criterion {count.Criterion} ({count.Place}): {number} communes are all {extent}."),
            plan.Quotes(count), criterion: count.Criterion)
        : Rule.Contradiction(
            new($"Tiêu chí {count.Criterion} ({count.Place}): ghi {number} là tất cả các xã, nhưng kế hoạch có {extent} xã.",
                $"Criterion {count.Criterion} ({count.Place}): {number} is given as all communes, but the plan has {extent}."),
            plan.Quotes(count), criterion: count.Criterion);

    private static string Of(int? criterion, string place, string word) => criterion is { } number ? Text($"{word} {number} ({place})") : place;

    private static string Twice(IReadOnlyList<UnitId> names, List<UnitId> distinct, string word, string repeated) =>
        Text($"{distinct.Count} {word}").TrimEnd() + (names.Count > distinct.Count ? repeated : "");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
