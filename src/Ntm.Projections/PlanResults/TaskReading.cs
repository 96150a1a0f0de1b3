using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Cadences;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.PlanResults;

/// <summary>What of a plan's tasks is due, done and overdue by a day, as known at a sequence.</summary>
public static class TaskReading
{
    public static TasksAnswer Answer(RecordIndex index, PlanDocument plan, DateOnly on, long knownAt)
    {
        var said = new PlanDeeds(index, plan, on, knownAt);
        return new TasksAnswer(
            plan.Id.Value, plan.Scope.Value, plan.From, plan.To, on, KnownAt.Of(index, knownAt),
            [.. Tasks(plan).Select(task => Read(plan, task, said, on))]);
    }

    /// <summary>The inspections a plan's own words put on days: which communes, in which window.</summary>
    public static IEnumerable<(TaskAssigned Task, UnitId Commune, DueWindow Window)> InspectionsOf(RecordIndex index, PlanDocument plan, long knownAt)
    {
        var onMap = new PlanOnMap(index, plan, knownAt);
        return from task in Tasks(plan)
               where task.Purpose == TaskPurpose.Inspection
               let inspected = Inspected(onMap, task) ?? []
               from window in CadenceOf(plan, task)?.Windows ?? []
               from commune in inspected
               select (task, commune, window);
    }

    // Null where the plan does not say which communes.
    private static IReadOnlyList<UnitId>? Inspected(PlanOnMap onMap, TaskAssigned task) =>
        task.Cohort is { } cohort ? onMap.Stated?.MembersOf(cohort, task.Place) : onMap.Communes;

    private static IEnumerable<TaskAssigned> Tasks(PlanDocument plan) => plan.Content?.Statements.OfType<TaskAssigned>() ?? [];

    private static Cadence? CadenceOf(PlanDocument plan, TaskAssigned task) => task.Time is { } time ? CadenceReading.Read(time, plan.From, plan.To) : null;

    private static TaskResult Read(PlanDocument plan, TaskAssigned task, PlanDeeds said, DateOnly on)
    {
        var cadence = CadenceOf(plan, task);
        var done = said.DoneOf(task.Id);
        var open = new List<Fact<DatedEntry>>(done);
        var occurrences = new List<TaskOccurrence>();
        var windows = cadence?.Windows ?? [];
        for (var place = 0; place < windows.Count; place++)
        {
            var window = windows[place];
            var report = open.Find(entry => ((TaskDone)entry.Value).Due is { } due ? due == window.Due : entry.EffectiveOn >= window.From);
            if (report is not null)
                open.Remove(report);
            occurrences.Add(task.Purpose == TaskPurpose.Inspection
                ? OfInspection(window, place + 1 < windows.Count ? windows[place + 1].From : null, report, said.Visits(task), on)
                : Of(window, report?.EffectiveOn, report?.Entry, on));
        }

        return new TaskResult(
            task.Id, task.Place, task.Number, task.Text, TaskPurposes.Names.NameOf(task.Purpose), task.Directs, task.Leads, task.Implements, task.Coordinates,
            task.Time, task.Form, cadence?.IsContinuous == true, cadence?.IsOnDemand == true, cadence?.IsUndetermined != false, occurrences,
            done is [.., var last] ? last.EffectiveOn : null);
    }

    // Reported as done, or every commune of it inspected: whichever came first.
    private static TaskOccurrence OfInspection(
        DueWindow window, DateOnly? next, Fact<DatedEntry>? report, IReadOnlyList<IReadOnlyList<Fact<DatedEntry>>>? visits, DateOnly on)
    {
        if (visits is null)
            return Of(window, report?.EffectiveOn, report?.Entry, on);
        var first = visits
            .Select(held => held.FirstOrDefault(visit => visit.EffectiveOn >= window.From && (window.Due >= next || next is null || visit.EffectiveOn < next)))
            .OfType<Fact<DatedEntry>>().OrderBy(visit => visit.EffectiveOn).ThenBy(visit => visit.Sequence).ToList();
        var last = first.Count == visits.Count && first.Count > 0 ? first[^1] : null;
        var decides = report is null || last?.EffectiveOn < report.EffectiveOn ? last : report;
        return Of(window, decides?.EffectiveOn, decides?.Entry, on) with { Inspected = first.Count, ToInspect = visits.Count };
    }

    private static TaskOccurrence Of(DueWindow window, DateOnly? doneOn, Guid? by, DateOnly on)
    {
        var state = doneOn is { } done ? (done <= window.Due ? "done" : "done_late")
            : on > window.Due ? "overdue"
            : on < window.From ? "upcoming" : "due";
        return new TaskOccurrence(window.Name, window.From, window.Due, state, doneOn, by, null, null);
    }

    /// <summary>What was reported and held of a plan by the day.</summary>
    private sealed class PlanDeeds(RecordIndex index, PlanDocument plan, DateOnly on, long knownAt)
    {
        private readonly PlanOnMap _onMap = new(index, plan, knownAt);

        private readonly List<Fact<DatedEntry>> _done =
        [
            .. index.Quoted.UnitsOf(plan.Id).SelectMany(unit => index.Quoted.Of(unit))
                .Where(entry => entry.Value is TaskDone done && done.Plan == plan.Id && entry.StandsAt(knownAt) && entry.EffectiveOn <= on)
                .OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Sequence),
        ];

        internal List<Fact<DatedEntry>> DoneOf(string task) => _done.FindAll(entry => ((TaskDone)entry.Value).Task == task);

        /// <summary>Of each commune of an inspection, when it was inspected, by day; null where the plan does not say which communes.</summary>
        internal IReadOnlyList<IReadOnlyList<Fact<DatedEntry>>>? Visits(TaskAssigned task) => Inspected(_onMap, task) is not { } communes ? null :
        [
            .. communes.Select(IReadOnlyList<Fact<DatedEntry>> (commune) =>
            [
                .. index.Quoted.Of(commune)
                    .Where(entry => entry.Value is InspectionHeld && entry.StandsAt(knownAt) && entry.EffectiveOn <= on)
                    .OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Sequence),
            ]),
        ];
    }
}
