using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A count names a commune that has a list of criteria of its own, and that list does not have this one.</summary>
internal static class TargetsUnlisted
{
    internal static ReconciliationRule Rule { get; } = new(
        "target_unlisted", new("Xã có tên trong số đếm của tiêu chí nhưng danh sách riêng của xã không có", "Commune named in a criterion's count whose own list does not have it"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan) =>
        Of(plan, TargetKind.Attain, TargetKind.Maintain, CountKind.Additional, CountKind.Undetermined)
            .Concat(Of(plan, TargetKind.Maintain, TargetKind.Attain, CountKind.Maintained));

    private static IEnumerable<PlanObservation> Of(StatedPlan plan, TargetKind kind, TargetKind opposite, params CountKind[] counting)
    {
        var (listed, opposed, having) = (plan.Listed(kind), plan.Listed(opposite), plan.WithList(kind));
        foreach (var counted in plan.Counted(counting).Where(counted => having.Contains(counted.Key.Commune)))
        {
            if (!listed.Contains(counted.Key) && !opposed.Contains(counted.Key))
                yield return Found(plan, kind, counted.Key, [.. counted], ListsOf(plan, kind, counted.Key.Commune));
        }
    }

    private static PlanFinding Found(StatedPlan plan, TargetKind kind, TargetPlace target, IReadOnlyList<CommunesCounted> counts, IReadOnlyList<TargetsNamed> lists)
    {
        var (name, own) = (plan.NameOf(target.Commune), Listed(lists.SelectMany(list => list.Criteria).Distinct().Order()));
        var (said, saidEnglish) = kind == TargetKind.Attain ? ("đạt", "to attain") : ("duy trì", "to keep");
        var message = new Criteria.BilingualText(
            $"{Places(counts)} nêu {name} {said} tiêu chí {target.Criterion}, nhưng danh sách của {name} ({Places(lists)}) chỉ có {own}.",
            $"{Places(counts)} names {name} {saidEnglish} criterion {target.Criterion}, but the list of {name} ({Places(lists)}) has only {own}.");
        var quotes = plan.Quotes([.. counts, .. lists]);
        return counts.Any(count => count.Counts != CountKind.Undetermined)
            ? Rule.Contradiction(message, quotes, target.Commune, target.Criterion)
            : Rule.Doubt(message, quotes, target.Commune, target.Criterion);
    }

    private static IReadOnlyList<TargetsNamed> ListsOf(StatedPlan plan, TargetKind kind, UnitId commune) =>
        [.. plan.All<TargetsNamed>().Where(list => list.Kind == kind && list.Communes.Contains(commune))];
}
