using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Retraction;

namespace Ntm.Projections.Tests.Inspections;

/// <summary>The same answers told from the page of the reference, walking the entries day by day; it shares nothing with the program but the entries.</summary>
internal sealed class PlainInspections
{
    private readonly DateOnly _on;
    private readonly List<RecordedEntry> _standing;

    public PlainInspections(IReadOnlyList<RecordedEntry> record, DateOnly on, long knownAt)
    {
        _on = on;
        var known = record.Where(entry => entry.Sequence <= knownAt).ToList();
        var retracted = known.Select(entry => entry.Entry).OfType<EntryRetracted>().Select(retraction => retraction.Entry).ToHashSet();
        _standing = [.. known.Where(entry => entry.Entry is DatedEntry dated && dated.EffectiveOn <= on && !retracted.Contains(entry.Id))];
        _standing.Sort((one, other) => (On(one), one.Sequence).CompareTo((On(other), other.Sequence)));
    }

    public IEnumerable<string> Inspections()
    {
        var (moved, cancelled, heldBy, scheduled, answers) = (new Dictionary<Guid, DateOnly>(), new HashSet<Guid>(), new Dictionary<Guid, RecordedEntry>(), new List<RecordedEntry>(), new HashSet<Guid>());
        var named = new Dictionary<Guid, Guid>();
        foreach (var entry in _standing)
        {
            if (entry.Entry is InspectionHeld { Schedule: { } schedule } && !named.ContainsKey(schedule) && _standing.Exists(other => other.Id == schedule && other.Entry is InspectionScheduled))
                named[schedule] = entry.Id;
        }

        foreach (var entry in _standing)
        {
            if (entry.Entry is InspectionScheduled)
                scheduled.Add(entry);
            else if (entry.Entry is InspectionPostponed postponed && !heldBy.ContainsKey(postponed.Schedule))
                (moved[postponed.Schedule], _) = (postponed.DueBy, cancelled.Remove(postponed.Schedule));
            else if (entry.Entry is InspectionCancelled cancellation && !heldBy.ContainsKey(cancellation.Schedule))
                cancelled.Add(cancellation.Schedule);
            else if (entry.Entry is InspectionHeld held)
                Hold(entry, held);
        }

        void Hold(RecordedEntry entry, InspectionHeld held)
        {
            var answered = named.Where(pair => pair.Value == entry.Id).Select(pair => (Guid?)pair.Key).FirstOrDefault();
            if (answered is null)
            {
                RecordedEntry? first = null;
                foreach (var candidate in scheduled)
                {
                    var team = ((InspectionScheduled)candidate.Entry).Team;
                    if (heldBy.ContainsKey(candidate.Id) || named.ContainsKey(candidate.Id) || cancelled.Contains(candidate.Id) || (team is not null && team != held.Team))
                        continue;
                    if (first is null || DueOf(candidate) < DueOf(first))
                        first = candidate;
                }

                answered = first?.Id;
            }

            if (answered is { } schedule)
                (heldBy[schedule], _) = (entry, answers.Add(entry.Id));
        }

        DateOnly DueOf(RecordedEntry entry) => moved.TryGetValue(entry.Id, out var day) ? day : ((InspectionScheduled)entry.Entry).DueBy;

        foreach (var entry in _standing.Where(entry => entry.Entry is InspectionScheduled))
        {
            var (held, day) = (heldBy.GetValueOrDefault(entry.Id), DueOf(entry));
            var late = (held is null ? _on : On(held)).DayNumber - day.DayNumber;
            var state = held is not null ? late > 0 ? "held_late" : "held" : cancelled.Contains(entry.Id) ? "cancelled" : late > 0 ? "overdue" : "planned";
            yield return $"{state} {entry.Id} {Text(day)} {held?.Id} {(state != "cancelled" && late > 0 ? late : "")}";
        }

        foreach (var entry in _standing.Where(entry => entry.Entry is InspectionHeld && !answers.Contains(entry.Id)))
            yield return $"held   {entry.Id} ";
    }

    public IEnumerable<string> Remedies()
    {
        foreach (var inspection in _standing.Where(entry => entry.Entry is InspectionHeld))
        {
            foreach (var remark in ((InspectionHeld)inspection.Entry).Findings)
                yield return Remedy(inspection, remark);
        }
    }

    public IEnumerable<string> Findings(DateOnly recordedOn) => _standing.Where(entry => entry.Entry is FindingEntry).OrderBy(entry => entry.Sequence)
        .Select(entry => $"{entry.Id} {LastBefore((FindingEntry)entry.Entry, recordedOn)?.Id}");

    public IEnumerable<int> Uninspected(DateOnly recordedOn) => Enumerable.Range(1, 19).Where(criterion =>
        _standing.LastOrDefault(entry => entry.Entry is FindingEntry { AssessedBy: not Assessor.Commune } finding && finding.Criterion == criterion)
            is { Entry: CriterionAttained attained } && LastBefore(attained, recordedOn) is null);

    private RecordedEntry? LastBefore(FindingEntry finding, DateOnly recordedOn) => _standing.LastOrDefault(entry =>
        entry.Entry is InspectionHeld held && On(entry) <= recordedOn
        && (held.Findings.Any(remark => remark.Set == finding.Set && remark.Criterion == finding.Criterion)
            || held.Inspected?.Any(looked => looked.Set == finding.Set && looked.Criterion == finding.Criterion) == true));

    private string Remedy(RecordedEntry inspection, InspectionRemark remark)
    {
        var (due, closed) = (remark.RemedyBy, false);
        RecordedEntry? report = null, doubted = null;
        foreach (var entry in _standing)
        {
            if (entry.Entry is RemedyDone done && done.Inspection == inspection.Id && done.Criterion == remark.Criterion && report is null)
                report = entry;
            if (entry.Entry is not FollowUpHeld followUp || followUp.Inspection != inspection.Id)
                continue;
            foreach (var outcome in followUp.Outcomes.Where(outcome => outcome.Criterion == remark.Criterion))
            {
                closed = outcome.Verdict == RemedyVerdict.Closed;
                if (!closed)
                    (doubted, report, due) = (report ?? doubted, null, outcome.RemedyBy ?? due);
            }
        }

        var late = due is { } day ? (report is null ? _on : On(report)).DayNumber - day.DayNumber : 0;
        var state = closed ? "closed" : report is not null ? "done" : doubted is not null ? "disputed" : due is null ? "no_deadline" : late > 0 ? "overdue" : "due";
        return $"{state} {inspection.Id} {remark.Criterion} {(due is { } last ? Text(last) : "")} {(report ?? doubted)?.Id} {(late > 0 && !(closed && report is null) ? late : "")}";
    }

    private static DateOnly On(RecordedEntry entry) => ((DatedEntry)entry.Entry).EffectiveOn;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
