using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Units;

public sealed record EstablishUnit(Guid Id, UnitEstablished Entry);

public static class EstablishUnitHandler
{
    public static Decision Handle(EstablishUnit command, Register register)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        if (register.Knows(entry.Unit))
            refusals.Add(RuleRefusals.UnitExists(entry.Unit));
        if (entry.Parent is { } parent && parent != entry.Unit)
            refusals.RequireUnit(register, parent, "parent");
        if (refusals.Count == 0)
            refusals.RequireNoCycle(register.After(id, entry), entry.Unit, "parent");
        return Decision.Of(refusals, id, entry);
    }
}
