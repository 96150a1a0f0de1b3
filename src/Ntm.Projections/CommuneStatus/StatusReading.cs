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

        var findings = index.Findings.Under(set);
        var winners = new StandingFinding?[set.Criteria.Count];
        findings.Winners(unit, on, knownAt, assessors, winners);
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
            winners.Count(winner => winner?.Status == FindingStatus.Attained),
            winners.Count(winner => winner?.Status.IsFulfilled() == true),
            [.. winners.Select((winner, place) => Read(index, set.Criteria[place].Number, winner, findings.Retracted(unit, place, knownAt)))]);
    }

    private static CriterionStatus Read(RecordIndex index, int criterion, StandingFinding? winner, IReadOnlyList<long> retracted) => new(
        criterion,
        FindingStatuses.Names.NameOf(winner?.Status ?? FindingStatus.Unassessed),
        winner?.EffectiveOn,
        winner is { Sequence: var sequence } ? index.EntryAt(sequence) : null,
        winner is { Sequence: var recorded } ? RecordTime.Format(index.RecordedAt(recorded)!.Value) : null,
        winner is { AssessedBy: var assessor } ? Assessors.Names.NameOf(assessor) : null,
        [.. retracted.Select(index.EntryAt)]);
}
