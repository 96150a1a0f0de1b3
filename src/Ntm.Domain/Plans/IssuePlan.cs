using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans;

public sealed record IssuePlan(Guid Id, PlanIssued Entry);

public static class IssuePlanHandler
{
    public static Decision Handle(IssuePlan command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}

public sealed record RevisePlan(Guid Id, PlanRevised Entry);

public static class RevisePlanHandler
{
    public static Decision Handle(RevisePlan command, Register register)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        refusals.RequirePlan(register, command.Entry.Plan);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}
