using Ntm.Domain.Criteria;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Inspections;

public sealed record ScheduleInspection(Guid Id, InspectionScheduled Entry);

public static class ScheduleInspectionHandler
{
    public static Decision Handle(ScheduleInspection command, Register register, CriteriaCatalog catalog)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        if (command.Entry.Plan is { } plan)
            refusals.RequirePlan(register, plan);
        refusals.RequireCriteria(catalog, command.Entry.Criteria, "criteria");
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record PostponeInspection(Guid Id, InspectionPostponed Entry);

public static class PostponeInspectionHandler
{
    public static Decision Handle(PostponeInspection command, Judging judging)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(judging.Register, command.Entry.Unit);
        refusals.RequireInspection<InspectionScheduled>(judging, command.Entry.Unit, command.Entry.Schedule, "schedule");
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record CancelInspection(Guid Id, InspectionCancelled Entry);

public static class CancelInspectionHandler
{
    public static Decision Handle(CancelInspection command, Judging judging)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(judging.Register, command.Entry.Unit);
        refusals.RequireInspection<InspectionScheduled>(judging, command.Entry.Unit, command.Entry.Schedule, "schedule");
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record HoldInspection(Guid Id, InspectionHeld Entry);

public static class HoldInspectionHandler
{
    public static Decision Handle(HoldInspection command, Judging judging)
    {
        var (entry, refusals) = (command.Entry, new List<Refusal>());
        refusals.RequireUnit(judging.Register, entry.Unit);
        for (var index = 0; index < entry.Findings.Count; index++)
        {
            var remark = entry.Findings[index];
            refusals.RequireCriterion(judging.Catalog, remark.Set, remark.Criterion, $"findings[{index}].set", $"findings[{index}].criterion");
        }

        refusals.RequireCriteria(judging.Catalog, entry.Inspected, "inspected");
        if (entry.Schedule is { } schedule)
            refusals.RequireInspection<InspectionScheduled>(judging, entry.Unit, schedule, "schedule");
        return Decision.Of(refusals, command.Id, entry);
    }
}

public sealed record ReportRemedy(Guid Id, RemedyDone Entry);

public static class ReportRemedyHandler
{
    public static Decision Handle(ReportRemedy command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}

public sealed record HoldFollowUp(Guid Id, FollowUpHeld Entry);

public static class HoldFollowUpHandler
{
    public static Decision Handle(HoldFollowUp command, Judging judging)
    {
        var (entry, refusals) = (command.Entry, new List<Refusal>());
        refusals.RequireUnit(judging.Register, entry.Unit);
        if (refusals.RequireInspection<InspectionHeld>(judging, entry.Unit, entry.Inspection, "inspection") is { } inspection)
        {
            for (var index = 0; index < entry.Outcomes.Count; index++)
            {
                var criterion = entry.Outcomes[index].Criterion;
                if (inspection.Findings.All(remark => remark.Criterion != criterion))
                    refusals.Add(RuleRefusals.InspectionNotRemarked(entry.Inspection, criterion, $"outcomes[{index}].criterion"));
            }
        }

        return Decision.Of(refusals, command.Id, entry);
    }
}
