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
        InspectionHeld inspection => inspection.Findings.Select(remark => new CriterionMention(remark.Set, remark.Criterion)),
        RemedyDone remedy => OfRemedy(remedy, named),
        _ => [],
    };

    // A remedy tells the criterion; of which set, the remark it answers.
    private static IEnumerable<CriterionMention> OfRemedy(RemedyDone remedy, Func<Guid, Entry?> named)
    {
        var remarks = (named(remedy.Inspection) as InspectionHeld)?.Findings.Where(remark => remark.Criterion == remedy.Criterion).ToList() ?? [];
        return remarks.Count == 0
            ? [new(null, remedy.Criterion)]
            : remarks.Select(remark => new CriterionMention(remark.Set, remark.Criterion));
    }
}
