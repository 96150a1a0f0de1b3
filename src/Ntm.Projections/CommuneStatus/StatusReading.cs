using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneStatus;

/// <summary>Answers what stood of one unit.</summary>
public static class StatusReading
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static StatusAnswer? Answer(RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors)
    {
        if (index.Register.Find(unit) is not { } history || !history.IsKnownAt(knownAt))
            return null;

        var findings = index.Findings.Under(set).Of(unit);
        var criteria = new CriterionStatus[set.Criteria.Count];
        var (attained, fulfilled) = (0, 0);
        for (var place = 0; place < criteria.Length; place++)
        {
            var winner = findings.Winner(place, on, knownAt, assessors);
            attained += winner?.Status == FindingStatus.Attained ? 1 : 0;
            fulfilled += winner?.Status.IsFulfilled() == true ? 1 : 0;
            criteria[place] = Read(index, set.Criteria[place].Number, winner, findings.Retracted(place, knownAt));
        }

        var end = history.EndBy(on, knownAt);
        return new StatusAnswer(
            unit.Value,
            history.NameOn(on, knownAt),
            history.LivesOn(on, knownAt),
            end?.EffectiveOn,
            end is null ? null : [.. end.Value.Select(successor => successor.Value)],
            on,
            KnownAt.Of(index, knownAt),
            set.Id.Value,
            set.Version,
            assessors.ToNames(),
            attained,
            fulfilled,
            criteria);
    }

    private static CriterionStatus Read(RecordIndex index, int criterion, StandingFinding? winner, long[] retracted) => new(
        criterion,
        FindingStatuses.Names.NameOf(winner?.Status ?? FindingStatus.Unassessed),
        winner?.EffectiveOn,
        winner is { Sequence: var sequence } ? index.EntryAt(sequence) : null,
        winner is { Sequence: var recorded } ? RecordTime.Format(index.RecordedAt(recorded)!.Value) : null,
        winner is { AssessedBy: var assessor } ? Assessors.Names.NameOf(assessor) : null,
        Array.ConvertAll(retracted, index.EntryAt));
}
