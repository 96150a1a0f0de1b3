using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A commune is recognised with every criterion of the set: the plan should say of each whether it is to be attained or kept.</summary>
internal static class Recognitions
{
    internal static ReconciliationRule Uncovered { get; } = new(
        "recognition_uncovered", new("Xã phấn đấu đạt chuẩn mà có tiêu chí không nói tới", "Commune to be recognised with criteria the plan does not speak of"), CheckUncovered);

    internal static ReconciliationRule Unnumbered { get; } = new(
        "target_unnumbered", new("Chỉ tiêu không nêu số tiêu chí", "Target without the number of a criterion"), CheckUnnumbered);

    private static IEnumerable<PlanObservation> CheckUncovered(StatedPlan plan)
    {
        var due = plan.All<RecognitionsCounted>().Where(recognised => recognised.Counts != CountKind.Maintained).ToList();
        var communes = due.SelectMany(recognised => recognised.Communes ?? []).Concat(plan.All<CohortMentioned>()
            .Where(mention => due.Exists(recognised => recognised.Text == mention.Text)).SelectMany(mention => plan.MembersOf(mention.Cohort) ?? [])).Distinct();
        foreach (var commune in communes)
        {
            var (attain, keep) = (Criteria(plan, commune, TargetKind.Attain), Criteria(plan, commune, TargetKind.Maintain));
            var elsewhere = plan.All<CommunesCounted>().Where(count => count.All || count.Communes?.Contains(commune) == true).ToList();
            var unsaid = Enumerable.Range(1, plan.Frame.Criteria).Except(attain).Except(keep).Except(elsewhere.Select(count => count.Criterion)).ToList();
            var (name, said) = (plan.NameOf(commune), due.Cast<PlanStatement>().Concat(plan.All<TargetsNamed>().Where(list => list.Communes.Contains(commune))).ToList());
            yield return unsaid.Count > 0
                ? Uncovered.Doubt(
                    new($"{name} phấn đấu đạt chuẩn, nhưng kế hoạch không nói gì về {unsaid.Count} trong {plan.Frame.Criteria} tiêu chí của xã: {Listed(unsaid)}.",
                        $"{name} is to be recognised, but of {unsaid.Count} of the {plan.Frame.Criteria} criteria the plan says nothing for it: {Listed(unsaid)}."),
                    plan.Quotes([.. said, .. elsewhere]), commune)
                : Uncovered.Agreement(
                    new($"{name} phấn đấu đạt chuẩn: {attain.Count} tiêu chí phải đạt và {keep.Count} duy trì là đủ {plan.Frame.Criteria}.",
                        $"{name} is to be recognised: {attain.Count} criteria to attain and {keep.Count} to keep are all {plan.Frame.Criteria}."),
                    plan.Quotes(said), commune);
        }
    }

    private static IEnumerable<PlanObservation> CheckUnnumbered(StatedPlan plan) => plan.All<TargetsNamed>().Where(list => list.Unnumbered is not null).Select(list =>
        Unnumbered.Doubt(
            new($"{plan.Names(list.Communes)} ({list.Place}): “{list.Unnumbered}” không nêu là tiêu chí số mấy; không đối chiếu được với phần theo tiêu chí.",
                $"{plan.Names(list.Communes)} ({list.Place}): “{list.Unnumbered}” names no criterion, and cannot be held against what is said by criterion."),
            plan.Quotes(list), list.Communes is [var only] ? only : null));

    private static HashSet<int> Criteria(StatedPlan plan, UnitId commune, TargetKind kind) =>
        [.. plan.All<TargetsNamed>().Where(list => list.Kind == kind && list.Communes.Contains(commune)).SelectMany(list => list.Criteria)];
}
