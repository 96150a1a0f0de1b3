using Ntm.Domain.Plans;
using Ntm.Domain.Units;

namespace Ntm.Domain.Entries;

/// <summary>Names of streams: <c>unit-{id}</c>, <c>plan-{id}</c>. A retraction lives in the stream of the entry it names.</summary>
public static class StreamId
{
    public static string Of(UnitId unit) => $"unit-{unit.Value}";

    public static string Of(PlanId plan) => $"plan-{plan.Value}";

    /// <summary>The stream an entry opens or continues; a retraction has none of its own.</summary>
    public static string Of(DatedEntry entry) => entry is PlanEntry plan ? Of(plan.Plan) : Of(entry.Unit);
}
