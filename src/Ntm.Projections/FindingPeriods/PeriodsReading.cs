using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.FindingPeriods;

/// <summary>Answers from when to when what stood of one unit.</summary>
public static class PeriodsReading
{
    /// <param name="sets">The sets asked about, oldest first.</param>
    /// <param name="set">The one set asked for; null where all of them are.</param>
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static PeriodsAnswer? Answer(
        RecordIndex index, UnitId unit, long knownAt, IReadOnlyList<CriteriaSet> sets, CriteriaSet? set, AssessorSet assessors)
    {
        if (index.Register.Find(unit) is not { } history || history.EstablishmentAt(knownAt) is not { } established)
            return null;

        var end = history.EndAt(knownAt);
        var asked = set is null ? sets : [set];
        return new PeriodsAnswer(
            unit.Value, history.NameOn(DateOnly.MaxValue, knownAt), established.EffectiveOn, end?.EffectiveOn,
            end is null ? null : [.. end.Value.Select(successor => successor.Value)], KnownAt.Of(index, knownAt),
            set?.Id.Value, set?.Version, assessors.ToNames(),
            [.. asked.SelectMany(one => one.Criteria.SelectMany(criterion => Periods(index, unit, knownAt, one.Id, criterion.Number, assessors)))]);
    }

    private static IEnumerable<FindingPeriod> Periods(
        RecordIndex index, UnitId unit, long knownAt, SetId set, int criterion, AssessorSet assessors)
    {
        var winners = DecidingFindings.Of(index, unit, knownAt, set, criterion, assessors);
        return winners.Select((winner, place) =>
        {
            var next = winners.ElementAtOrDefault(place + 1);
            return new FindingPeriod(
                set.Value, criterion, winner.EffectiveOn, next?.EffectiveOn, FindingStatuses.Names.NameOf(winner.Value.Status),
                Assessors.Names.NameOf(winner.Value.AssessedBy), winner.Entry, next?.Entry);
        });
    }
}
