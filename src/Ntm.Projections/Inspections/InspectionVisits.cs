using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;

namespace Ntm.Projections.Inspections;

/// <summary>An inspection as scheduled, as held, or both.</summary>
/// <param name="DueBy">As it stands.</param>
/// <param name="Changed">What postponed it last, or cancelled it.</param>
internal sealed record InspectionVisit(Fact<DatedEntry>? Scheduled, Fact<DatedEntry>? Held, DateOnly? DueBy, Fact<DatedEntry>? Changed)
{
    internal InspectionHeld? Inspection => Held?.Value as InspectionHeld;

    internal InspectionScheduled? Schedule => Scheduled?.Value as InspectionScheduled;

    /// <summary>Taken back and not held all the same.</summary>
    internal bool IsCancelled => Held is null && Changed?.Value is InspectionCancelled;

    internal bool IsOpen => Held is null && !IsCancelled;

    internal string? Team => Inspection?.Team ?? Schedule?.Team;
}

/// <summary>
/// Which inspection of a unit was held by which schedule: by the one it names; where it names none that stands, by the schedule still open
/// that was due first among those known when it was held, of its own team or of none.
/// </summary>
internal sealed class InspectionVisits
{
    private readonly IReadOnlyList<Fact<DatedEntry>> _entries;
    private readonly ILookup<Guid, (int Place, Fact<DatedEntry> Change)> _changes;

    // The place of the inspection that answers a schedule.
    private readonly Dictionary<Guid, int> _heldBy = [];

    private InspectionVisits(IReadOnlyList<Fact<DatedEntry>> entries)
    {
        _entries = entries;
        _changes = entries.Select((entry, place) => (place, entry)).Where(change => ScheduleChangedBy(change.entry.Value) is not null)
            .ToLookup(change => ScheduleChangedBy(change.entry.Value)!.Value);
    }

    /// <param name="entries">Of one unit, by day and then in record order.</param>
    /// <returns>In the order of the entries that began them.</returns>
    internal static IReadOnlyList<InspectionVisit> Of(IReadOnlyList<Fact<DatedEntry>> entries)
    {
        if (!entries.Any(entry => entry.Value is InspectionScheduled or InspectionHeld))
            return [];
        var visits = new InspectionVisits(entries);
        visits.AnswerNamed();
        visits.AnswerOthers();
        return [.. visits.All()];
    }

    // A document says which schedule it answers whatever the days are; the first one that says so holds it.
    private void AnswerNamed()
    {
        var schedules = _entries.Where(entry => entry.Value is InspectionScheduled).Select(entry => entry.Entry).ToHashSet();
        for (var place = 0; place < _entries.Count; place++)
        {
            if (_entries[place].Value is InspectionHeld { Schedule: { } schedule } && schedules.Contains(schedule))
                _heldBy.TryAdd(schedule, place);
        }
    }

    private void AnswerOthers()
    {
        var named = _heldBy.Values.ToHashSet();
        for (var place = 0; place < _entries.Count; place++)
        {
            if (_entries[place].Value is not InspectionHeld held || named.Contains(place))
                continue;
            var open = _entries.Take(place)
                .Where(entry => entry.Value is InspectionScheduled { Team: var team } && (team is null || team == held.Team) && !_heldBy.ContainsKey(entry.Entry))
                .Select(entry => VisitOf(entry, null, place)).Where(visit => visit.IsOpen)
                .OrderBy(visit => visit.DueBy).FirstOrDefault();
            if (open is not null)
                _heldBy[open.Scheduled!.Entry] = place;
        }
    }

    private IEnumerable<InspectionVisit> All()
    {
        var answering = _heldBy.Values.ToHashSet();
        for (var place = 0; place < _entries.Count; place++)
        {
            var entry = _entries[place];
            if (entry.Value is InspectionScheduled)
                yield return _heldBy.TryGetValue(entry.Entry, out var held) ? VisitOf(entry, _entries[held], held) : VisitOf(entry, null, _entries.Count);
            else if (entry.Value is InspectionHeld && !answering.Contains(place))
                yield return new InspectionVisit(null, entry, null, null);
        }
    }

    // What was held is held: what is said of its schedule afterwards changes nothing.
    private InspectionVisit VisitOf(Fact<DatedEntry> scheduled, Fact<DatedEntry>? held, int before)
    {
        var changes = _changes[scheduled.Entry].Where(change => change.Place < before).Select(change => change.Change).ToList();
        var postponed = changes.LastOrDefault(change => change.Value is InspectionPostponed)?.Value as InspectionPostponed;
        return new InspectionVisit(scheduled, held, postponed?.DueBy ?? ((InspectionScheduled)scheduled.Value).DueBy, changes.LastOrDefault());
    }

    private static Guid? ScheduleChangedBy(DatedEntry entry) => entry switch
    {
        InspectionPostponed postponed => postponed.Schedule,
        InspectionCancelled cancelled => cancelled.Schedule,
        _ => null,
    };
}
