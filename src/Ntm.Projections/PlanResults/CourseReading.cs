using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Index;

namespace Ntm.Projections.PlanResults;

/// <summary>Holds the communes of a matrix against the targets plans have given them, over the year of its day.</summary>
public static class CourseReading
{
    private const int MonthsOfYear = 12;

    public static CourseAnswer Answer(RecordIndex index, MatrixAnswer matrix, CriteriaSet set, AssessorSet assessors)
    {
        var knownAt = matrix.KnownAt.Sequence;
        List<CourseTarget> targets =
        [
            .. matrix.Communes.SelectMany(row => PlanResultReading.TargetsOf(index, UnitId.Parse(row.Unit), matrix.On, knownAt, assessors))
                .Where(given => given.Target.Set == set.Id.Value)
                .Select(given => new CourseTarget(
                    given.Target.Target, given.Plan.Value, given.Target.Unit, given.Target.Criterion, given.Target.Kind, given.Target.Due,
                    given.Target.State, given.Target.Status)),
        ];
        var ofTheYear = targets.FindAll(target => target.Due.Year == matrix.On.Year && IsAsked(target));
        var deciding = ofTheYear.ConvertAll(target => DecidingFindings.Of(index, UnitId.Parse(target.Unit), knownAt, set.Id, target.Criterion, assessors));
        return new CourseAnswer(
            matrix.Unit, matrix.On.Year, matrix.On, matrix.KnownAt, matrix.Set, matrix.AssessedBy, matrix.Boundary, targets,
            ofTheYear.Count == 0 ? [] : [.. Days(matrix.On).Select(day => new CourseMonth(
                day, ofTheYear.Count(target => target.Due <= day), day > matrix.On ? null : deciding.Count(findings => IsAttained(findings, day))))]);
    }

    // What was taken back, or is not considered for the commune, nobody waits for.
    private static bool IsAsked(CourseTarget target) => target is { Kind: "attain", State: not ("withdrawn" or "not_applicable") };

    private static bool IsAttained(List<Fact<Finding>> deciding, DateOnly day) =>
        deciding.FindLast(finding => finding.EffectiveOn <= day)?.Value.Status == FindingStatus.Attained;

    private static IEnumerable<DateOnly> Days(DateOnly on)
    {
        var first = new DateOnly(on.Year, 1, 1);
        yield return VietnamCalendar.DayBefore(first);
        for (var month = 1; month <= MonthsOfYear; month++)
        {
            var last = new DateOnly(on.Year, month, DateTime.DaysInMonth(on.Year, month));
            if (month == on.Month && on < last)
                yield return on;
            yield return last;
        }
    }
}
