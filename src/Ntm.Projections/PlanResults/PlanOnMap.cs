using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.PlanResults;

/// <summary>A plan on the map of its own day: it speaks of the communes there were then, also after a merger.</summary>
internal sealed class PlanOnMap
{
    internal PlanOnMap(RecordIndex index, PlanDocument plan, long knownAt)
    {
        Day = plan.Document?.Date ?? plan.From;
        Communes = [.. index.Map.Communes(plan.Scope, Day, knownAt).Select(unit => unit.Unit)];
        var lives = index.Map.Find(plan.Scope)?.LivesOn(Day, knownAt) == true;
        var frame = new PlanFrame(
            plan.Scope, Day, plan.From, plan.To, 0, lives ? Communes : [], unit => index.Map.Find(unit)?.NameOn(Day, knownAt));
        Stated = plan.Content is { } content ? new StatedPlan(content, frame) : null;
    }

    internal DateOnly Day { get; }

    /// <summary>Ordinal; empty where the record does not know them.</summary>
    internal IReadOnlyList<UnitId> Communes { get; }

    /// <summary>Null where the plan's data is not in the format of plans.</summary>
    internal StatedPlan? Stated { get; }
}
