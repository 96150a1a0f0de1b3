using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Units;

public sealed record DissolveUnit(Guid Id, UnitDissolved Entry);

public static class DissolveUnitHandler
{
    public static Decision Handle(DissolveUnit command, Register register)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, entry.Unit);
        refusals.RequireNotEnded(register, entry.Unit, "unit");
        for (var index = 0; index < (entry.Successors?.Count ?? 0); index++)
            refusals.RequireUnit(register, entry.Successors![index], $"successors[{index}]");
        if (refusals.Count == 0)
            refusals.RequireNoChildren(register.After(id, entry), entry.Unit, entry.EffectiveOn, "unit");
        return Decision.Of(refusals, id, entry);
    }
}
