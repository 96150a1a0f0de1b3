using Ntm.Domain.Entries;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.EventStore.Append;
using Ntm.Host.Recording;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Plans;

/// <param name="Lines">One inspection of one commune each.</param>
/// <param name="Recorded">How many are new; null where nothing was to be recorded, or nothing could be.</param>
public sealed record SchedulingResult(IReadOnlyList<SubmittedLine> Lines, IReadOnlyList<Refusal> Refusals, int? Recorded);

/// <summary>
/// Puts the inspections a plan speaks of on days: one <c>inspection_scheduled</c> for each commune and occurrence. Their ids are made of the plan,
/// the task, the commune and the day, so that saying it again changes nothing.
/// </summary>
public sealed class InspectionScheduling(LiveRecord live, Recorder recorder)
{
    private static readonly Dictionary<string, long> NoExpectations = [];

    /// <param name="knownAt">A sequence the index holds.</param>
    public async Task<SchedulingResult> RunAsync(PlanDocument plan, long knownAt, bool isTrial, Act act, CancellationToken cancellation)
    {
        var lines = TaskReading.InspectionsOf(live.Index, plan, knownAt).Select((inspection, place) => new SubmittedLine(
            place + 1, NameBasedId.Of(PlanImport.Space, $"{plan.Id.Value}/{inspection.Task.Id}/{inspection.Commune.Value}/{VietnamCalendar.Format(inspection.Window.Due)}"),
            new InspectionScheduled
            {
                Unit = inspection.Commune, EffectiveOn = plan.Document?.Date ?? plan.From, Basis = plan.Document,
                Note = inspection.Window.Name, Plan = plan.Id, DueBy = inspection.Window.Due, Team = inspection.Task.Implements ?? inspection.Task.Leads,
            },
            null)).ToList();
        if (isTrial || lines.Count == 0)
            return new SchedulingResult(lines, [], isTrial ? null : 0);
        return await recorder.RecordAsync(lines, act, NoExpectations, cancellation) switch
        {
            RecordingResult.Recorded recorded => new SchedulingResult(lines, [], recorded.Lines.Count(line => !line.Repeated)),
            RecordingResult.Refused refused => new SchedulingResult(lines, [.. refused.Refusals.Select(refusal => refusal.Refusal)], null),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }
}
