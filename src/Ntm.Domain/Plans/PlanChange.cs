using Ntm.Domain.Interchange;
using Ntm.Domain.Targets;

namespace Ntm.Domain.Plans;

/// <summary>A target of a plan as the record has it.</summary>
public sealed record StandingTarget(Guid Id, TargetAssigned Entry);

/// <summary>What has to be recorded so that the record says of a plan what its file says; nothing where it does already.</summary>
/// <param name="Entry">The issue, or the revision of a plan issued before; null where the plan itself says the same.</param>
public sealed record PlanChange(PlanEntry? Entry, IReadOnlyList<PlannedTarget> Added, IReadOnlyList<StandingTarget> Withdrawn)
{
    public bool IsNone => Entry is null && Added.Count == 0 && Withdrawn.Count == 0;

    /// <param name="standing">What the record says of the plan now; null where it knows none.</param>
    /// <param name="targets">The plan's targets in the record that are neither retracted nor withdrawn.</param>
    public static PlanChange Between(
        PlanDocument plan, IReadOnlyList<PlannedTarget> planned, PlanEntry? standing, IReadOnlyList<StandingTarget> targets)
    {
        // By what they say, not by their ids: a record that was fed otherwise is not told everything again.
        var unmatched = targets.GroupBy(target => Key(target.Entry)).ToDictionary(group => group.Key, group => new Queue<StandingTarget>(group));
        var added = planned.Where(target => !(unmatched.GetValueOrDefault(Key(plan, target)) is { } same && same.TryDequeue(out _))).ToList();
        return new PlanChange(EntryOf(plan, standing), added, [.. targets.Where(target => unmatched[Key(target.Entry)].Contains(target))]);
    }

    /// <summary>The entry that assigns a target of the plan.</summary>
    public static TargetAssigned Assignment(PlanDocument plan, PlannedTarget target) => new()
    {
        Unit = target.Unit, EffectiveOn = plan.Document!.Date, Basis = plan.Document, Plan = plan.Id, Set = plan.Content!.Set,
        Criterion = target.Criterion, Kind = target.Kind, Due = target.Due, Source = target.Source,
    };

    public static TargetWithdrawn Withdrawal(PlanDocument plan, StandingTarget target) =>
        new() { Unit = target.Entry.Unit, EffectiveOn = plan.Document!.Date, Basis = plan.Document, Target = target.Id };

    public static PlanIssued Issue(PlanDocument plan) => new()
    {
        Unit = plan.Scope, EffectiveOn = plan.Document!.Date, Basis = plan.Document, Plan = plan.Id, Title = plan.Title, Scope = plan.Scope,
        From = plan.From, To = plan.To, Content = plan.Data,
    };

    private static PlanEntry? EntryOf(PlanDocument plan, PlanEntry? standing)
    {
        var issue = Issue(plan);
        if (standing is null)
            return issue;
        var revision = new PlanRevised
        {
            Unit = issue.Unit, EffectiveOn = issue.EffectiveOn, Basis = issue.Basis, Plan = issue.Plan, Title = issue.Title, Scope = issue.Scope,
            From = issue.From, To = issue.To, Content = issue.Content,
        };
        PlanEntry same = standing is PlanIssued ? issue : revision;
        return LineWriter.SayTheSame(same with { Note = standing.Note }, standing) ? null : revision;
    }

    private static object Key(TargetAssigned target) => (target.Unit, target.Set, target.Criterion, target.Kind, target.Due, target.Source);

    private static object Key(PlanDocument plan, PlannedTarget target) =>
        (target.Unit, plan.Content!.Set, target.Criterion, target.Kind, target.Due, (string?)target.Source);
}
