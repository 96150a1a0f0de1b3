using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Recording;

/// <summary>Conditions several deeds share; each adds its refusal and lets the next be looked at.</summary>
internal static class Requirements
{
    /// <summary>For what only asks that its unit be known.</summary>
    internal static Decision AcceptOfKnownUnit(Register register, Guid id, Entry entry)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, entry.Unit);
        return Decision.Of(refusals, id, entry);
    }

    internal static void RequireUnit(this List<Refusal> refusals, Register register, UnitId unit, string field = "unit")
    {
        if (!register.Knows(unit))
            refusals.Add(RuleRefusals.UnitUnknown(unit, field));
    }

    internal static void RequirePlan(this List<Refusal> refusals, Register register, PlanId plan)
    {
        if (!register.Knows(plan))
            refusals.Add(RuleRefusals.PlanUnknown(plan));
    }

    internal static void RequireCriterion(
        this List<Refusal> refusals, CriteriaCatalog catalog, SetId set, int criterion, string setField = "set", string criterionField = "criterion")
    {
        if (catalog.Find(set) is not { } known)
            refusals.Add(RuleRefusals.SetUnknown(set, setField));
        else if (criterion < 1 || criterion > known.Criteria.Count)
            refusals.Add(RuleRefusals.CriterionUnknown(set, criterion, known.Criteria.Count, criterionField));
    }

    /// <summary>A unit ends once.</summary>
    internal static void RequireNotEnded(this List<Refusal> refusals, Register register, UnitId unit, string field)
    {
        if (register.Find(unit)?.EndAt(register.Sequence) is { } end)
            refusals.Add(RuleRefusals.UnitEndedTwice(unit, end.EffectiveOn, field));
    }
}
