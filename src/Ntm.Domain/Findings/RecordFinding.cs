using Ntm.Domain.Criteria;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Findings;

public sealed record RecordFinding(Guid Id, FindingEntry Entry);

public static class RecordFindingHandler
{
    /// <summary>
    /// Any status after any other, and a set on a day when it is not in force, are welcome; a finding recorded after its unit's end
    /// too, if it is dated before it.
    /// </summary>
    public static Decision Handle(RecordFinding command, Register register, CriteriaCatalog catalog, DateOnly today)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        var unit = register.Find(entry.Unit);
        var established = unit?.EstablishmentAt(register.Sequence);
        if (established is null)
            refusals.Add(RuleRefusals.UnitUnknown(entry.Unit, "unit"));
        refusals.RequireCriterion(catalog, entry.Set, entry.Criterion);
        if (entry.EffectiveOn > today)
            refusals.Add(RuleRefusals.FindingInFuture(entry.EffectiveOn, today));
        if (established is not null && entry.EffectiveOn < established.EffectiveOn)
            refusals.Add(RuleRefusals.UnitNotYet(entry.Unit, established.EffectiveOn));
        if (established is not null && unit!.EndBy(entry.EffectiveOn, register.Sequence) is { } end)
            refusals.Add(RuleRefusals.FindingAfterEnd(entry.Unit, end.EffectiveOn));

        return Decision.Of(refusals, id, entry);
    }
}

public sealed record MeasureIndicator(Guid Id, IndicatorMeasured Entry);

public static class MeasureIndicatorHandler
{
    /// <summary>An indicator the set's data does not list is welcome: amendments add some, and the criterion it belongs to is known.</summary>
    public static Decision Handle(MeasureIndicator command, Register register, CriteriaCatalog catalog)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        refusals.RequireCriterion(catalog, command.Entry.Set, command.Entry.Criterion, criterionField: "indicator");
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}
