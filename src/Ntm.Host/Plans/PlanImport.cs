using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.Host.Recording;

namespace Ntm.Host.Plans;

/// <summary>What importing a plan came to, or would come to.</summary>
/// <param name="Lines">What is recorded, in order.</param>
/// <param name="Recorded">Null where nothing was recorded: a trial, or refusals.</param>
public sealed record PlanImportResult(
    PlanDocument Plan, PlanEntry? Standing, PlanChange Change, IReadOnlyList<SubmittedLine> Lines, IReadOnlyList<Refusal> Refusals, int? Recorded);

/// <summary>
/// Records a plan with its targets, all or nothing. A plan that was issued before is revised: targets it no longer gives are withdrawn, new
/// ones assigned. The same file again records nothing.
/// </summary>
public sealed class PlanImport(Record record, LiveRecord live, Recorder recorder, CriteriaCatalog catalog, Func<DateOnly> today)
{
    // Of every id the program makes of a plan.
    internal static readonly Guid Space = new("3d5b2f60-9f0e-5c47-8a16-c1f0a2b7e418");
    private static readonly Dictionary<string, long> NoExpectations = [];

    /// <summary>The id of the entry that issues a plan, where nothing else has it.</summary>
    public static Guid IssueId(PlanId plan) => NameBasedId.Of(Space, plan.Value);

    /// <param name="isTrial">Only tells what would be recorded.</param>
    public async Task<PlanImportResult> RunAsync(PlanDocument plan, bool isTrial, Act act, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var index = live.Index;
        var faults = PlanRules.Faults(plan, catalog, index.Map, head);
        if (faults.Count > 0)
            return new PlanImportResult(plan, null, new PlanChange(null, [], []), [], faults, null);

        var standing = index.Register.Plans.GetValueOrDefault(plan.Id)?.StandingAt(head);
        var communes = index.Map.Communes(plan.Scope, plan.Document!.Date, head);
        var planned = PlanTargets.Of(plan, [.. communes.Select(unit => unit.Unit)]);
        var said = await SaidAsync(plan, planned, index.Register, head, cancellation);
        var change = PlanChange.Between(plan, planned, standing?.Value, said.Standing);
        var lines = Lines(plan, change, said.Ids, index.Register.Plans.GetValueOrDefault(plan.Id)?.Issues.Length ?? 0);
        var result = new PlanImportResult(plan, standing?.Value, change, lines, Hindrances(plan, standing?.Value, change, lines), null);
        return result.Refusals.Count > 0 ? result
            : isTrial ? await JudgedAsync(result, index.Register, cancellation)
            : lines.Count == 0 ? result with { Recorded = 0 }
            : await RecordAsync(result, act, cancellation);
    }

    private sealed record SaidBefore(IReadOnlyList<StandingTarget> Standing, HashSet<Guid> Ids);

    // Targets stand in the streams of their communes, of whatever map: a plan outlives a merger.
    private async Task<SaidBefore> SaidAsync(
        PlanDocument plan, IReadOnlyList<PlannedTarget> planned, Register register, long head, CancellationToken cancellation)
    {
        var units = EverUnder(register, plan.Scope);
        units.UnionWith(planned.Select(target => target.Unit));
        var streams = units.Select(StreamId.Of).Append(StreamId.Of(plan.Id)).ToList();
        var ids = new HashSet<Guid>();
        var assigned = new List<StandingTarget>();
        var withdrawn = new HashSet<Guid>();
        await foreach (var entry in record.ReadAsync(0, head, streams, cancellation))
        {
            if (entry.Entry is not (TargetAssigned or TargetWithdrawn or PlanEntry))
                continue;
            ids.Add(entry.Id);
            if (register.IsRetracted(entry.Id))
                continue;
            if (entry.Entry is TargetAssigned target && target.Plan == plan.Id)
                assigned.Add(new StandingTarget(entry.Id, target));
            else if (entry.Entry is TargetWithdrawn withdrawal)
                withdrawn.Add(withdrawal.Target);
        }

        return new SaidBefore([.. assigned.Where(target => !withdrawn.Contains(target.Id))], ids);
    }

    private static HashSet<UnitId> EverUnder(Register register, UnitId scope)
    {
        var under = new HashSet<UnitId> { scope };
        var open = new Queue<UnitId>([scope]);
        while (open.TryDequeue(out var unit))
        {
            foreach (var child in register.ChildrenEver.GetValueOrDefault(unit) ?? [])
            {
                if (under.Add(child))
                    open.Enqueue(child);
            }
        }

        return under;
    }

    private static List<SubmittedLine> Lines(PlanDocument plan, PlanChange change, HashSet<Guid> taken, int issues)
    {
        var lines = new List<SubmittedLine>();
        if (change.Entry is { } entry)
            Add(entry is PlanIssued ? plan.Id.Value : $"{plan.Id.Value}/revised/{issues}", entry);
        foreach (var target in change.Withdrawn)
            Add($"{target.Id:D}/withdrawn", PlanChange.Withdrawal(plan, target));
        foreach (var target in change.Added)
            Add($"{plan.Id.Value}/{target.Statement}/{target.Unit.Value}/{target.Criterion}", PlanChange.Assignment(plan, target));
        return lines;

        // What was retracted or withdrawn keeps its id; said again, it is another entry.
        void Add(string name, Entry said)
        {
            var id = NameBasedId.Of(Space, name);
            for (var time = 2; !taken.Add(id); time++)
                id = NameBasedId.Of(Space, $"{name}/{time}");
            lines.Add(new SubmittedLine(lines.Count + 1, id, said, null));
        }
    }

    private static List<Refusal> Hindrances(PlanDocument plan, PlanEntry? standing, PlanChange change, List<SubmittedLine> lines)
    {
        var refusals = new List<Refusal>();
        if (change.Entry is not null && standing?.EffectiveOn > plan.Document!.Date)
            refusals.Add(PlanRefusals.Older(plan.Document.Date, standing.EffectiveOn));
        if (lines.Count > LineReader.MaxBatchLines)
            refusals.Add(FormRefusals.BatchTooLong(LineReader.MaxBatchLines));
        return refusals;
    }

    private async Task<PlanImportResult> JudgedAsync(PlanImportResult result, Register register, CancellationToken cancellation)
    {
        var ids = new HashSet<Guid>();
        foreach (var line in result.Lines)
            line.AddIdsTo(ids);
        var stored = await record.FindAsync(ids, cancellation);
        var judged = new BatchJudge(register, catalog, today(), id => stored.GetValueOrDefault(id)?.Entry, Guid.NewGuid).Judge(result.Lines);
        return result with { Refusals = [.. judged.Refusals.Select(refusal => refusal.Refusal)] };
    }

    private async Task<PlanImportResult> RecordAsync(PlanImportResult result, Act act, CancellationToken cancellation) =>
        await recorder.RecordAsync(result.Lines, act, NoExpectations, cancellation) switch
        {
            RecordingResult.Recorded recorded => result with { Recorded = recorded.Lines.Count(line => !line.Repeated) },
            RecordingResult.Refused refused => result with { Refusals = [.. refused.Refusals.Select(refusal => refusal.Refusal)] },
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
}
