using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Inspections;

internal static class InspectionRequirements
{
    internal static void RequireCriteria(
        this List<Refusal> refusals, CriteriaCatalog catalog, IReadOnlyList<InspectedCriterion>? criteria, string field)
    {
        for (var index = 0; index < criteria?.Count; index++)
            refusals.RequireCriterion(catalog, criteria[index].Set, criteria[index].Criterion, $"{field}[{index}].set", $"{field}[{index}].criterion");
    }

    /// <summary>What somebody postpones, cancels, holds or looks at again stands in the record, and is of the same unit.</summary>
    internal static T? RequireInspection<T>(this List<Refusal> refusals, Judging judging, UnitId unit, Guid named, string field) where T : DatedEntry
    {
        if (judging.Find(named) is T inspection && inspection.Unit == unit && !judging.Register.IsRetracted(named))
            return inspection;
        refusals.Add(RuleRefusals.InspectionUnknown(named, unit, field));
        return null;
    }
}
