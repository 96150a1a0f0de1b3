using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Inspections;

/// <summary>What stands of a unit's inspections on a day, as known at a sequence.</summary>
internal sealed class UnitInspections(RecordIndex index, UnitId unit, DateOnly on, long knownAt)
{
    // By day and then in record order: what comes later says what became of what came before.
    private readonly Fact<DatedEntry>[] _entries =
    [
        .. index.Quoted.Of(unit).Where(entry => entry.StandsAt(knownAt) && entry.EffectiveOn <= on).OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Sequence),
    ];

    internal IReadOnlyList<InspectionRow> Inspections() =>
        [.. InspectionVisits.Of(_entries).Select(RowOf).OrderBy(row => row.HeldOn ?? row.DueBy)];

    internal IReadOnlyList<RemedyRow> Remedies() =>
    [
        .. _entries.Where(entry => entry.Value is InspectionHeld)
            .SelectMany(held => ((InspectionHeld)held.Value).Findings.Select(remark => RowOf(held, remark))),
    ];

    /// <summary>Every finding that stands, in record order.</summary>
    internal IReadOnlyList<InspectedFinding> Findings(CriteriaCatalog catalog) =>
    [
        .. catalog.Sets.SelectMany(set => set.Criteria.SelectMany(criterion => index.Findings.Of(unit, set.Id, criterion.Number)
                .Where(found => found.StandsAt(knownAt) && found.EffectiveOn <= on)
                .Select(found => FindingOf(found, set.Id, criterion.Number))))
            .OrderBy(found => found.Sequence),
    ];

    /// <summary>The criteria that stand attained by a finding before which nobody had inspected them.</summary>
    internal IReadOnlyList<NamedCriterion> Uninspected(CriteriaCatalog catalog)
    {
        var uninspected = new List<NamedCriterion>();
        foreach (var set in catalog.Sets)
        {
            var findings = index.Findings.Under(set).Of(unit);
            for (var place = 0; place < set.Criteria.Count; place++)
            {
                if (findings.Winner(place, on, knownAt, AssessorSet.Official) is { Status: FindingStatus.Attained, Sequence: var sequence }
                    && Before(sequence, set.Id, set.Criteria[place].Number) is null)
                    uninspected.Add(new NamedCriterion(set.Id.Value, set.Criteria[place].Number));
            }
        }

        return uninspected;
    }

    private InspectionRow RowOf(InspectionVisit visit)
    {
        var overdue = visit.DueBy is { } due && !visit.IsCancelled && (visit.Held?.EffectiveOn ?? on).DayNumber - due.DayNumber is > 0 and var days ? days : (int?)null;
        var state = visit switch
        {
            { IsCancelled: true } => "cancelled",
            { Held: not null } => overdue is null ? "held" : "held_late",
            _ => overdue is null ? "planned" : "overdue",
        };
        return new InspectionRow(
            state, visit.Scheduled?.Entry, visit.Scheduled?.EffectiveOn, visit.Schedule?.DueBy, visit.DueBy, visit.Changed?.Entry, visit.Team,
            visit.Held?.Entry, visit.Held?.EffectiveOn, overdue, Named(visit.Schedule?.Criteria ?? []), Named(visit.Inspection?.LookedAt() ?? []));
    }

    private RemedyRow RowOf(Fact<DatedEntry> held, InspectionRemark remark)
    {
        var history = RemedyHistory.Of(held, remark, _entries);
        var report = history.Report ?? history.Disbelieved;
        return new RemedyRow(
            history.StateOn(on), held.Entry, held.EffectiveOn, remark.Set.Value, remark.Criterion, remark.Conclusion, remark.Remark, remark.RemedyBy, history.DueBy,
            report?.Entry, report?.EffectiveOn, history.FollowUp?.Entry, history.FollowUp?.EffectiveOn, history.OverdueDays(on));
    }

    private InspectedFinding FindingOf(Fact<Finding> found, SetId set, int criterion) => new(
        found.Entry, found.Sequence, found.EffectiveOn, RecordedOn(found.Sequence), set.Value, criterion,
        FindingStatuses.Names.NameOf(found.Value.Status), Assessors.Names.NameOf(found.Value.AssessedBy), Before(found.Sequence, set, criterion));

    // The minutes may come to the record after the finding: what counts is the day it was held, and who asks is told which it was.
    private InspectionBefore? Before(long finding, SetId set, int criterion)
    {
        var recordedOn = RecordedOn(finding);
        var last = _entries.LastOrDefault(entry =>
            entry.Value is InspectionHeld held && entry.EffectiveOn <= recordedOn && held.LookedAt().Contains(new InspectedCriterion(set, criterion)));
        return last is null ? null : new InspectionBefore(
            last.Entry, last.EffectiveOn,
            ((InspectionHeld)last.Value).Findings.LastOrDefault(remark => remark.Set == set && remark.Criterion == criterion)?.Conclusion, last.Sequence < finding);
    }

    private DateOnly RecordedOn(long sequence) => VietnamCalendar.DayOf(index.RecordedAt(sequence)!.Value);

    private static NamedCriterion[] Named(IEnumerable<InspectedCriterion> criteria) =>
        [.. criteria.Select(criterion => new NamedCriterion(criterion.Set.Value, criterion.Criterion))];
}
