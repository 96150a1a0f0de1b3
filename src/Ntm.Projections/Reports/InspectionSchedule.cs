using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;

namespace Ntm.Projections.Reports;

/// <summary>An inspection as scheduled, as held, or both.</summary>
internal sealed record InspectionVisit(Fact<DatedEntry>? Scheduled, Fact<DatedEntry>? Held);

/// <summary>
/// Which inspection of a unit was held by which schedule. No entry says so: an inspection answers the schedule still open that was due
/// first among those known when it was held, of its own team or of none.
/// </summary>
internal static class InspectionSchedule
{
    /// <param name="entries">Of one unit, by day and then in record order.</param>
    internal static IReadOnlyList<InspectionVisit> Of(IReadOnlyList<Fact<DatedEntry>> entries)
    {
        var visits = new List<InspectionVisit>();
        foreach (var entry in entries)
        {
            if (entry.Value is InspectionScheduled)
                visits.Add(new InspectionVisit(entry, null));
            if (entry.Value is not InspectionHeld held)
                continue;
            var open = visits
                .Where(visit => visit is { Held: null, Scheduled.Value: InspectionScheduled { Team: var team } } && (team is null || team == held.Team))
                .OrderBy(visit => ((InspectionScheduled)visit.Scheduled!.Value).DueBy)
                .FirstOrDefault();
            if (open is null)
                visits.Add(new InspectionVisit(null, entry));
            else
                visits[visits.IndexOf(open)] = open with { Held = entry };
        }

        return visits;
    }
}
