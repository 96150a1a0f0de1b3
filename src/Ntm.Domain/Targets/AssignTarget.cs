using Ntm.Domain.Criteria;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Targets;

public sealed record AssignTarget(Guid Id, TargetAssigned Entry);

public static class AssignTargetHandler
{
    public static Decision Handle(AssignTarget command, Register register, CriteriaCatalog catalog)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        refusals.RequirePlan(register, command.Entry.Plan);
        refusals.RequireCriterion(catalog, command.Entry.Set, command.Entry.Criterion);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record WithdrawTarget(Guid Id, TargetWithdrawn Entry);

public static class WithdrawTargetHandler
{
    public static Decision Handle(WithdrawTarget command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}
