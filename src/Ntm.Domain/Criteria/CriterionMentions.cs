using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;

namespace Ntm.Domain.Criteria;

/// <summary>A criterion an entry speaks of.</summary>
/// <param name="Set">Null where the entry does not tell of which set.</param>
public sealed record CriterionMention(SetId? Set, int Criterion);

/// <summary>Which criteria an entry speaks of: what belongs to a criterion's history.</summary>
public static class CriterionMentions
{
    /// <param name="named">The entry another one names; null where it is not at hand.</param>
    // One step only: a withdrawal may name anything, itself included.
    public static IEnumerable<CriterionMention> Of(Entry entry, Func<Guid, Entry?> named) => entry switch
    {
        EntryRetracted retraction => named(retraction.Entry) is { } struck and not EntryRetracted ? OfDated(struck, named) : [],
        _ => OfDated(entry, named),
    };

    private static IEnumerable<CriterionMention> OfDated(Entry entry, Func<Guid, Entry?> named) => entry switch
    {
        FindingEntry finding => [new(finding.Set, finding.Criterion)],
        IndicatorMeasured measured => [new(measured.Set, measured.Criterion)],
        TargetAssigned target => [new(target.Set, target.Criterion)],
        TargetWithdrawn withdrawal => named(withdrawal.Target) is TargetAssigned target ? [new(target.Set, target.Criterion)] : [],
        InspectionScheduled scheduled => OfSchedule(scheduled),
        InspectionPostponed postponed => OfSchedule(named(postponed.Schedule)),
        InspectionCancelled cancelled => OfSchedule(named(cancelled.Schedule)),
        InspectionHeld inspection => inspection.LookedAt().Select(looked => new CriterionMention(looked.Set, looked.Criterion)),
        RemedyDone remedy => OfRemedy(remedy.Inspection, remedy.Criterion, named),
        FollowUpHeld followUp => followUp.Outcomes.SelectMany(outcome => OfRemedy(followUp.Inspection, outcome.Criterion, named)),
        _ => [],
    };

    private static IEnumerable<CriterionMention> OfSchedule(Entry? scheduled) =>
        (scheduled as InspectionScheduled)?.Criteria?.Select(looked => new CriterionMention(looked.Set, looked.Criterion)) ?? [];

    // A remedy tells the criterion; of which set, the remark it answers.
    private static IEnumerable<CriterionMention> OfRemedy(Guid inspection, int criterion, Func<Guid, Entry?> named)
    {
        var remarks = (named(inspection) as InspectionHeld)?.Findings.Where(remark => remark.Criterion == criterion).ToList() ?? [];
        return remarks.Count == 0
            ? [new(null, criterion)]
            : remarks.Select(remark => new CriterionMention(remark.Set, remark.Criterion));
    }
}
