using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.Index;

namespace Ntm.Projections.StatusDifference;

/// <summary>A reading of both clocks.</summary>
public sealed record PointInTime(DateOnly On, long KnownAt)
{
    internal bool Counts(Fact<Finding> finding) => finding.EffectiveOn <= On && finding.StandsAt(KnownAt);

    internal bool IsRetracted(Fact<Finding> finding) => finding.EffectiveOn <= On && finding.RetractedAt <= KnownAt;
}

/// <summary>Answers what of one unit is otherwise at another point, and why.</summary>
public static class DifferenceReading
{
    /// <returns>Null where the unit is not known at one of the points.</returns>
    public static DifferenceAnswer? Answer(
        RecordIndex index, UnitId unit, PointInTime here, PointInTime there, CriteriaSet set, AssessorSet assessors)
    {
        if (StatusReading.Answer(index, unit, here.On, here.KnownAt, set, assessors) is not { } status
            || StatusReading.Answer(index, unit, there.On, there.KnownAt, set, assessors) is not { } against)
        {
            return null;
        }

        var criteria = status.Criteria.Zip(against.Criteria).Where(pair => pair.First.Status != pair.Second.Status).Select(pair =>
        {
            var (first, second) = pair;
            var findings = index.Findings.Of(unit, set.Id, first.Criterion).Where(finding => assessors.Contains(finding.Value.AssessedBy)).ToList();
            return new CriterionDifference(
                first.Criterion, first.Status, first.Since, first.Entry, new StatusAgainst(second.Status, second.Since, second.Entry),
                [.. Reasons(findings, here, there).SelectMany(finding => Entries(index, finding, here, there)).OrderBy(entry => entry.Sequence)]);
        });
        return new DifferenceAnswer(
            status.Unit, status.Name, status.Exists, status.EndedOn, status.Successors, status.On, status.KnownAt, status.Attained, status.Fulfilled,
            new PointAgainst(
                against.Name, against.Exists, against.EndedOn, against.Successors, against.On, against.KnownAt, against.Attained, against.Fulfilled),
            status.Set, status.SetVersion, status.AssessedBy, [.. criteria]);
    }

    private static IEnumerable<Fact<Finding>> Reasons(List<Fact<Finding>> findings, PointInTime here, PointInTime there)
    {
        var (decides, decidesThere) = (Winner(findings, here), Winner(findings, there));
        return findings.Where(finding => finding == decides || finding == decidesThere
            || IsStruckFrom(finding, here, decides, there) || IsStruckFrom(finding, there, decidesThere, here));
    }

    // Counts at the other point, and would decide at this one but for its retraction.
    private static bool IsStruckFrom(Fact<Finding> finding, PointInTime point, Fact<Finding>? decides, PointInTime other) =>
        point.IsRetracted(finding) && other.Counts(finding) && (decides is null || Fold.Outranks(finding, decides));

    private static Fact<Finding>? Winner(List<Fact<Finding>> findings, PointInTime point) => Fold.Winner([.. findings], point.On, point.KnownAt);

    private static IEnumerable<DifferenceEntry> Entries(RecordIndex index, Fact<Finding> finding, PointInTime here, PointInTime there)
    {
        yield return new DifferenceEntry(
            finding.Entry, finding.Value.Status.EntryType(), finding.Sequence, RecordTime.Format(finding.Value.RecordedAt), finding.EffectiveOn,
            Assessors.Names.NameOf(finding.Value.AssessedBy), null, here.Counts(finding), there.Counts(finding));
        if (finding.RetractedAt is not { } retractedAt || retractedAt <= here.KnownAt == retractedAt <= there.KnownAt)
            yield break;
        yield return new DifferenceEntry(
            index.Findings.RetractionAt(retractedAt), EntryTypes.Retracted, retractedAt, RecordTime.Format(index.RecordedAt(retractedAt)!.Value),
            null, null, finding.Entry, retractedAt <= here.KnownAt, retractedAt <= there.KnownAt);
    }
}
