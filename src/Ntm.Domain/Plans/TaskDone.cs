using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans;

/// <summary>A task of a plan was done, once or for good; its unit is the office's area, as a rule the plan's scope.</summary>
public sealed record TaskDone : DatedEntry
{
    public required PlanId Plan { get; init; }

    /// <summary>The id the task has in the plan's content.</summary>
    public required string Task { get; init; }

    /// <summary>The last day of the occurrence it was done for; null where the task has none, or the occurrence is the one open on the day.</summary>
    public DateOnly? Due { get; init; }

    internal static TaskDone Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Plan = line.Plan("plan"), Task = line.SlugText("task"), Due = line.OptionalDay("due"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("plan", Plan.Value);
        fields.Text("task", Task);
        fields.Day("due", Due);
    }
}

public sealed record ReportTaskDone(Guid Id, TaskDone Entry);

public static class ReportTaskDoneHandler
{
    public static Decision Handle(ReportTaskDone command, Register register)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        refusals.RequirePlan(register, command.Entry.Plan);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}
