using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>The increase on average, and the targets that are to bring it.</summary>
internal static class AveragesAgainstTargets
{
    internal static ReconciliationRule Rule { get; } = new(
        "average_differs_from_targets", new("Mức tăng bình quân khác tổng các chỉ tiêu", "Average increase differs from the targets"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        if (plan.Extent is not ({ } communes and > 0) || plan.Gains() is not { Count: > 0 } gains)
            yield break;
        var counts = plan.Counts(CountKind.Additional, CountKind.Undetermined).ToList();
        var counted = counts.Sum(count => count.Number ?? count.Communes?.Count ?? 0);
        var least = gains.Select(gain => gain.Criterion).Concat(counts.Select(count => count.Criterion)).Distinct().Sum(criterion => Math.Max(
            gains.Count(gain => gain.Criterion == criterion),
            counts.Where(count => count.Criterion == criterion && count.Counts == CountKind.Additional).Max(count => count.Number) ?? 0));
        foreach (var average in plan.All<AverageStated>().Where(average => average.Increase is not null))
        {
            var (printed, brought) = (average.Increase!.Value, (decimal)least / communes);
            var quotes = plan.Quotes([average, .. plan.All<TargetsNamed>().Where(list => list.Kind == Targets.TargetKind.Attain), .. counts]);
            var (by, byEnglish) = counted == least || counts.Count == 0 ? ("", "") : (
                $"; riêng các số đếm theo tiêu chí cộng lại được {counted} ({Vietnamese((decimal)counted / communes)})",
                $"; the counts by criterion alone add up to {counted} ({English((decimal)counted / communes)})");
            var (sum, sumEnglish) = ($"các chỉ tiêu đã nêu là {least} lượt xã đạt thêm, bình quân {Vietnamese(brought)}{by}", $"the targets named are {least} gains, {English(brought)} a commune{byEnglish}");
            if (WholeNumbers.Rounds(brought, printed))
                yield return Rule.Agreement(new($"{average.Place}: tăng bình quân {Vietnamese(printed)}; {sum}.", $"{average.Place}: an increase of {English(printed)}; {sumEnglish}."), quotes);
            else if (brought > printed)
            {
                yield return Rule.Contradiction(
                    new($"{average.Place}: tăng bình quân {Vietnamese(printed)} ({Vietnamese(printed * communes)} tiêu chí cho {communes} xã), nhưng {sum}.",
                        $"{average.Place}: an increase of {English(printed)} ({English(printed * communes)} criteria for {communes} communes), but {sumEnglish}."),
                    quotes);
            }
            else if (plan.Counts(CountKind.Cumulative).All(count => count.Communes is not null))
            {
                yield return Rule.Doubt(
                    new($"{average.Place}: tăng bình quân {Vietnamese(printed)} ({Vietnamese(printed * communes)} tiêu chí cho {communes} xã); {sum}, chưa đủ.",
                        $"{average.Place}: an increase of {English(printed)} ({English(printed * communes)} criteria for {communes} communes); {sumEnglish}, which is not enough."),
                    quotes);
            }
        }
    }
}
