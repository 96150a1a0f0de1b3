using Ntm.Domain.Criteria;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Inspections;

public sealed record ScheduleInspection(Guid Id, InspectionScheduled Entry);

public static class ScheduleInspectionHandler
{
    public static Decision Handle(ScheduleInspection command, Register register)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        if (command.Entry.Plan is { } plan)
            refusals.RequirePlan(register, plan);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record HoldInspection(Guid Id, InspectionHeld Entry);

public static class HoldInspectionHandler
{
    public static Decision Handle(HoldInspection command, Register register, CriteriaCatalog catalog)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        for (var index = 0; index < command.Entry.Findings.Count; index++)
        {
            var remark = command.Entry.Findings[index];
            refusals.RequireCriterion(catalog, remark.Set, remark.Criterion, $"findings[{index}].set", $"findings[{index}].criterion");
        }

        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record ReportRemedy(Guid Id, RemedyDone Entry);

public static class ReportRemedyHandler
{
    public static Decision Handle(ReportRemedy command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}
