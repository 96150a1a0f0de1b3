using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Plans;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Projections.Tests.PlanResults;

/// <summary>What became of targets, told day by day from the entries themselves, as docs/reference/http.md says it. Shares no code with the product's reading.</summary>
internal sealed class PlainTargets(IReadOnlyList<RecordedEntry> entries, DateOnly on, long knownAt)
{
    private readonly List<RecordedEntry> _standing = [.. entries.Where(entry => entry.Sequence <= knownAt
        && !entries.Any(other => other.Sequence <= knownAt && other.Entry is EntryRetracted retraction && retraction.Entry == entry.Id))];

    internal IReadOnlyList<string> Of(PlanId plan) =>
    [
        .. _standing.Where(entry => entry.Entry is TargetAssigned target && target.Plan == plan && target.EffectiveOn <= on)
            .Select(entry => $"{entry.Id} {StateOf(entry.Id, (TargetAssigned)entry.Entry)}").Order(StringComparer.Ordinal),
    ];

    private string StateOf(Guid id, TargetAssigned target)
    {
        if (_standing.Any(entry => entry.Entry is TargetWithdrawn withdrawn && withdrawn.Target == id && withdrawn.EffectiveOn <= on))
            return "withdrawn";
        FindingStatus On(DateOnly day) => StatusOn(target.Unit, target.Criterion, day);
        if (On(on) == FindingStatus.NotApplicable)
            return "not_applicable";
        return target.Kind == TargetKind.Attain ? ToAttain(target, On) : ToKeep(target, On);
    }

    private string ToAttain(TargetAssigned target, Func<DateOnly, FindingStatus> status)
    {
        DateOnly? reached = null;
        for (var day = target.EffectiveOn; day <= on && reached is null; day = day.AddDays(1))
            reached = status(day) == FindingStatus.Attained ? day : null;
        if (reached is null)
            return on > target.Due ? "missed" : target.Due.DayNumber - on.DayNumber <= 30 ? "at_risk" : "open";
        if (status(on) != FindingStatus.Attained)
            return "undone";
        // Held already on the plan's day it was reached before any deadline.
        return reached <= target.Due || reached == target.EffectiveOn ? "met" : "late";
    }

    private string ToKeep(TargetAssigned target, Func<DateOnly, FindingStatus> status)
    {
        var held = false;
        for (var day = target.EffectiveOn; day <= on && day <= target.Due; day = day.AddDays(1))
        {
            if (status(day) is FindingStatus.Attained or FindingStatus.NotApplicable)
                held = true;
            else if (status(day) != FindingStatus.Unassessed)
                return "broken";
        }

        return held ? "maintained" : "unassessed";
    }

    private FindingStatus StatusOn(UnitId unit, int criterion, DateOnly day)
    {
        RecordedEntry? winner = null;
        foreach (var entry in _standing)
        {
            if (entry.Entry is FindingEntry finding && finding.Unit == unit && finding.Criterion == criterion && finding.EffectiveOn <= day
                && finding.AssessedBy != Assessor.Commune
                && (winner is null || (finding.EffectiveOn, entry.Sequence).CompareTo((((FindingEntry)winner.Entry).EffectiveOn, winner.Sequence)) > 0))
            {
                winner = entry;
            }
        }

        return winner is null ? FindingStatus.Unassessed : ((FindingEntry)winner.Entry).Status;
    }
}
