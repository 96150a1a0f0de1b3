using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Units;

public sealed record ReparentUnit(Guid Id, UnitReparented Entry);

public static class ReparentUnitHandler
{
    public static Decision Handle(ReparentUnit command, Register register)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, entry.Unit);
        refusals.RequireUnit(register, entry.Parent, "parent");
        if (refusals.Count == 0)
            refusals.RequireNoCycle(register.After(id, entry), entry.Unit, "parent");
        return Decision.Of(refusals, id, entry);
    }
}
