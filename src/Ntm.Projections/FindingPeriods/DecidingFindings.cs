using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.FindingPeriods;

/// <summary>The findings that decide on one criterion of one unit, one after the other.</summary>
internal static class DecidingFindings
{
    /// <returns>By day, each deciding until the next.</returns>
    internal static List<Fact<Finding>> Of(RecordIndex index, UnitId unit, long knownAt, SetId set, int criterion, AssessorSet assessors)
    {
        var findings = index.Findings.Of(unit, set, criterion);
        bool Counts(Finding finding) => assessors.Contains(finding.AssessedBy);

        // Who decides changes only on a day some finding takes effect: the fold is asked on each.
        return [.. findings.Where(finding => finding.StandsAt(knownAt) && Counts(finding.Value))
            .Select(finding => finding.EffectiveOn).Distinct().Order()
            .Select(day => Fold.Winner(findings, day, knownAt, Counts)!)];
    }
}
