using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Projections.Titles;

namespace Ntm.Projections.Appraisal;

/// <summary>The inspections of a unit held by the day, and what each says of a criterion.</summary>
internal sealed class InspectionsOfUnit
{
    private readonly AppraisalQuestion _question;
    private readonly List<Fact<DatedEntry>> _standing;

    internal InspectionsOfUnit(AppraisalQuestion question)
    {
        _question = question;
        _standing =
        [
            .. question.Index.Quoted.Of(question.Unit)
                .Where(entry => entry.StandsAt(question.KnownAt) && entry.EffectiveOn <= question.On)
                .OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Sequence),
        ];
    }

    internal IReadOnlyList<InspectionMade> Made =>
    [
        .. Held.Select(inspection => new InspectionMade(
            inspection.Fact.Entry, inspection.Fact.EffectiveOn, inspection.Held.Team, DocumentCited.Of(inspection.Held.Basis),
            [.. RemarksOf(inspection.Held).Select(remark => remark.Criterion).Distinct().Order()])),
    ];

    /// <param name="found">The day of the deciding finding; null where there is none.</param>
    internal IReadOnlyList<InspectionLook> LooksAt(int criterion, DateOnly? found) =>
    [
        .. Held.SelectMany(inspection => RemarksOf(inspection.Held).Where(remark => remark.Criterion == criterion).Select(remark =>
        {
            var remedy = RemedyOf(inspection.Fact.Entry, criterion);
            return new InspectionLook(
                inspection.Fact.Entry, inspection.Fact.EffectiveOn, inspection.Held.Team, remark.Conclusion, remark.Remark, remark.RemedyBy,
                remedy?.EffectiveOn, remedy?.Entry, inspection.Fact.EffectiveOn <= found);
        })),
    ];

    private IEnumerable<(Fact<DatedEntry> Fact, InspectionHeld Held)> Held =>
        _standing.Where(entry => entry.Value is InspectionHeld).Select(entry => (entry, (InspectionHeld)entry.Value));

    private IEnumerable<InspectionRemark> RemarksOf(InspectionHeld held) => held.Findings.Where(remark => remark.Set == _question.Set.Id);

    private Fact<DatedEntry>? RemedyOf(Guid inspection, int criterion) =>
        _standing.Find(entry => entry.Value is RemedyDone done && done.Inspection == inspection && done.Criterion == criterion);
}
