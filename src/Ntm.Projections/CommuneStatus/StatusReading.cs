using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
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

        var criteria = set.Criteria.Select(criterion => Read(index, unit, on, knownAt, set.Id, criterion.Number, assessors)).ToList();
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
            criteria.Count(criterion => criterion.Winner?.Value.Status == FindingStatus.Attained),
            criteria.Count(criterion => criterion.Winner?.Value.Status.IsFulfilled() == true),
            [.. criteria.Select(criterion => criterion.Status)]);
    }

    private static (CriterionStatus Status, Fact<Finding>? Winner) Read(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, SetId set, int criterion, AssessorSet assessors)
    {
        var findings = index.Findings.Of(unit, set, criterion);
        var winner = Fold.Winner(findings, on, knownAt, finding => assessors.Contains(finding.AssessedBy));
        var status = new CriterionStatus(
            criterion,
            FindingStatuses.Names.NameOf(winner?.Value.Status ?? FindingStatus.Unassessed),
            winner?.EffectiveOn,
            winner?.Entry,
            winner is null ? null : RecordTime.Format(winner.Value.RecordedAt),
            winner is null ? null : Assessors.Names.NameOf(winner.Value.AssessedBy),
            [.. findings.Where(finding => finding.RetractedAt <= knownAt).Select(finding => finding.Entry)]);
        return (status, winner);
    }
}
