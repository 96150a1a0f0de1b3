using Ntm.Domain.Criteria;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Host.Plans;

/// <summary>What checking a plan came to, or why it could not be checked.</summary>
public sealed record CheckedPlan(PlanReconciliation? Seen, Refusal? Refusal);

/// <summary>
/// Holds a plan against itself. Of the record it takes the names of units and the communes of the scope on the day of the document, as far
/// as it knows them; what is found rests on the plan's own words.
/// </summary>
public sealed class PlanChecks(CriteriaCatalog catalog)
{
    /// <param name="map">The units there are, with all that is known of them at the sequence.</param>
    public CheckedPlan Check(PlanDocument plan, UnitMap map, long knownAt)
    {
        if (plan.Content is not { } content)
            return new CheckedPlan(null, PlanRefusals.Unstructured(plan.Id.Value));
        if (catalog.Find(content.Set) is not { } set)
            return new CheckedPlan(null, RuleRefusals.SetUnknown(content.Set, "content.set"));
        var on = plan.Document?.Date ?? plan.From;
        IReadOnlyList<UnitId> communes = map.Find(plan.Scope)?.LivesOn(on, knownAt) == true ? [.. map.Communes(plan.Scope, on, knownAt).Select(unit => unit.Unit)] : [];
        var frame = new PlanFrame(plan.Scope, on, plan.From, plan.To, set.Criteria.Count, communes, unit => map.Find(unit)?.NameOn(on, knownAt));
        return new CheckedPlan(ReconciliationRules.Check(new StatedPlan(content, frame)), null);
    }
}
