using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>"Maintain" of what is still to be attained.</summary>
internal static class Maintaining
{
    internal static ReconciliationRule Rule { get; } = new(
        "maintain_unattained", new("Duy trì điều còn phải phấn đấu đạt", "To keep what is still to be attained"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        var (attained, gained) = (plan.Listed(TargetKind.Attain), plan.Counted(CountKind.Additional));
        var (kept, held) = (plan.Listed(TargetKind.Maintain), plan.Counted(CountKind.Maintained));
        var (found, checkedPlaces) = (false, attained.Concat<IGrouping<TargetPlace, PlanStatement>>(gained).Select(said => said.Key).Distinct().ToList());
        foreach (var place in checkedPlaces)
        {
            var everywhere = plan.Counts(CountKind.Maintained).Where(count => count.All && count.Criterion == place.Criterion);
            IReadOnlyList<PlanStatement> keeping = [.. kept[place], .. held[place], .. everywhere];
            if (keeping.Count == 0)
                continue;
            found = true;
            IReadOnlyList<PlanStatement> gaining = [.. attained[place], .. gained[place]];
            yield return Rule.Contradiction(
                new($"{plan.NameOf(place.Commune)}: tiêu chí {place.Criterion} vừa phấn đấu đạt ({Places(gaining)}) vừa duy trì ({Places(keeping)}).",
                    $"{plan.NameOf(place.Commune)}: criterion {place.Criterion} is to be attained ({Places(gaining)}) and to be kept ({Places(keeping)})."),
                plan.Quotes([.. gaining, .. keeping]), place.Commune, place.Criterion);
        }

        foreach (var observation in plan.All<StateStated>().Where(state => state.Incomplete).Select(state => OfState(plan, state, kept, held)).OfType<PlanObservation>())
            yield return observation;

        if (!found && checkedPlaces.Count > 0 && (kept.Count > 0 || held.Count > 0))
        {
            yield return Rule.Agreement(
                new($"{checkedPlaces.Count} chỉ tiêu phấn đấu đạt, không chỉ tiêu nào đồng thời phải duy trì.", $"Of {checkedPlaces.Count} targets to attain none is also to be kept."), []);
        }
    }

    // What is missing "everywhere" may be there already in some: the plan does not say of each.
    private static PlanFinding? OfState(
        StatedPlan plan, StateStated state, ILookup<TargetPlace, TargetsNamed> kept, ILookup<TargetPlace, CommunesCounted> held)
    {
        var keeping = kept.Concat<IGrouping<TargetPlace, PlanStatement>>(held)
            .Where(said => said.Key.Criterion == state.Criterion && (state.All || state.Communes?.Contains(said.Key.Commune) == true)).ToList();
        if (keeping.Count == 0)
            return null;
        var communes = keeping.Select(said => said.Key.Commune).Distinct().ToList();
        return Rule.Doubt(
            new($"Tiêu chí {state.Criterion}: {state.Place} nói tiêu chí còn phải hoàn thiện, nhưng {plan.Names(communes)} được giao duy trì ({Places(keeping.SelectMany(said => said))}).",
                $"Criterion {state.Criterion}: by {state.Place} it is still to be completed, but {plan.Names(communes)} are to keep it ({Places(keeping.SelectMany(said => said))})."),
            plan.Quotes([state, .. keeping.SelectMany(said => said)]), communes is [var only] ? only : null, state.Criterion);
    }
}
