using Ntm.Domain.Plans;
using Ntm.Domain.Units;

namespace Ntm.Host.Plans;

/// <summary>Units as they were called on the day of a plan's document; by their identity where the record does not know them.</summary>
internal sealed class PlanUnitNames(UnitMap map, PlanDocument plan, long knownAt)
{
    private readonly DateOnly _on = plan.Document?.Date ?? plan.From;

    internal string Of(UnitId unit) => map.Find(unit)?.NameOn(_on, knownAt) ?? unit.Value;
}
