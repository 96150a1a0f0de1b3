using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Units;

public sealed record MergeUnits(Guid Id, UnitsMerged Entry);

public static class MergeUnitsHandler
{
    public static Decision Handle(MergeUnits command, Register register)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, entry.Unit);
        var ending = new HashSet<UnitId>();
        for (var part = 0; part < entry.From.Count; part++)
        {
            var field = $"from[{part}]";
            refusals.RequireUnit(register, entry.From[part], field);
            refusals.RequireNotEnded(register, entry.From[part], field);
            if (!ending.Add(entry.From[part]))
                refusals.Add(RuleRefusals.UnitEndedTwice(entry.From[part], entry.EffectiveOn, field));
        }

        if (entry.From.Contains(entry.Unit))
            refusals.Add(RuleRefusals.MergedIntoItself(entry.Unit));
        else if (register.Find(entry.Unit) is { } successor && register.Knows(entry.Unit) && !successor.LivesOn(entry.EffectiveOn, register.Sequence))
            refusals.Add(RuleRefusals.MergedIntoNoLivingUnit(entry.Unit, entry.EffectiveOn));

        if (refusals.Count == 0)
        {
            // A district and all that lies under it may end in one merger: judged on what would then be.
            var after = register.After(id, entry);
            for (var part = 0; part < entry.From.Count; part++)
                refusals.RequireNoChildren(after, entry.From[part], entry.EffectiveOn, $"from[{part}]");
        }

        return Decision.Of(refusals, id, entry);
    }
}
