using System.Collections.Immutable;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Plans;
using Ntm.Domain.Retraction;
using Ntm.Domain.Time;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Index;
using Ntm.Projections.PlanResults;
using Ntm.Projections.Plans;
using Ntm.Projections.Titles;

namespace Ntm.Projections.Appraisal;

/// <summary>One criterion of a sheet after the other.</summary>
internal sealed class CriterionAppraisal(
    AppraisalQuestion question, PeriodsAnswer periods, InspectionsOfUnit inspections, IReadOnlyList<AppraisedDossier> dossiers)
{
    private static readonly string Attained = FindingStatuses.Names.NameOf(FindingStatus.Attained);
    private static readonly Assessor[] Outside = [Assessor.Inspection, Assessor.Audit];

    private readonly IReadOnlyList<(PlanId Plan, TargetResult Target)> _targets =
        PlanResultReading.TargetsOf(question.Index, question.Unit, question.On, question.KnownAt, question.Assessors);

    internal AppraisedCriterion Of(CriterionStatus status)
    {
        var number = status.Criterion;
        var findings = question.Index.Findings.Of(question.Unit, question.Set.Id, number);
        List<AppraisedPeriod> own = [.. periods.Periods.Where(period => period.Criterion == number && period.From <= question.On).Select(PeriodOf)];
        var first = own.Find(period => period.Status == Attained);
        var looks = inspections.LooksAt(number, status.Since);
        var words = WordsOf(findings);
        return new AppraisedCriterion(
            number, status.Status, AttainedSince(own), first?.From, first?.Finding.Entry, own,
            status.Since is null ? null : looks.Any(look => look.IsBefore), looks, AgainstOf(findings), words,
            words.Select(word => word.Status).Distinct().Skip(1).Any(), TargetsOf(number), StruckOf(findings),
            IrregularitiesOf(number));
    }

    // Confirmed by somebody else it is attained still: the time goes back over every finding that says so.
    private static DateOnly? AttainedSince(List<AppraisedPeriod> periods) =>
        periods is [.., { } present] && present.Status == Attained ? periods[periods.FindLastIndex(period => period.Status != Attained) + 1].From : null;

    private AppraisedPeriod PeriodOf(FindingPeriod period) => new(
        period.From, period.To, period.Status, period.AssessedBy, period.ClosedBy, FindingOf(period.OpenedBy));

    private AppraisedFinding FindingOf(Guid id)
    {
        var said = question.Said.Find(id) ?? throw new InvalidOperationException($"the history of {question.Unit} does not hold entry {id}");
        var (recorded, entry) = (said.Recorded, (FindingEntry)said.Recorded.Entry);
        return new AppraisedFinding(
            id, recorded.Sequence, RecordTime.Format(recorded.RecordedAt), AppraisalOffices.Of(recorded.RecordedAs), said.LagDays ?? 0, DocumentCited.Of(entry.Basis),
            entry.Note, question.Said.ReplacedBy(id),
            [.. EvidenceMentions.Of(entry).Select(file => new EvidenceShown(file.Sha256, file.Name, file.MediaType, file.Size))]);
    }

    private IReadOnlyList<AssessorWord> WordsOf(ImmutableArray<Fact<Finding>> findings) =>
    [
        .. Assessors.Names.Values.Select(assessor => LastWord(findings, AssessorSet.Of(assessor))).OfType<Fact<Finding>>()
            .Select(word => new AssessorWord(
                Assessors.Names.NameOf(word.Value.AssessedBy), FindingStatuses.Names.NameOf(word.Value.Status), word.EffectiveOn, word.Entry)),
    ];

    private IReadOnlyList<ContraryFinding> AgainstOf(ImmutableArray<Fact<Finding>> findings)
    {
        var official = LastWord(findings, AssessorSet.Official);
        return
        [
            .. Outside.Select(assessor => LastWord(findings, AssessorSet.Of(assessor))).OfType<Fact<Finding>>()
                .Where(word => !word.Value.Status.IsFulfilled())
                .Select(word => new ContraryFinding(
                    Assessors.Names.NameOf(word.Value.AssessedBy), FindingStatuses.Names.NameOf(word.Value.Status), word.EffectiveOn, word.Entry,
                    official!.Value.Status.IsFulfilled() ? official.Entry : null)),
        ];
    }

    private Fact<Finding>? LastWord(ImmutableArray<Fact<Finding>> findings, AssessorSet assessors) =>
        Fold.Winner(findings, question.On, question.KnownAt, finding => assessors.Contains(finding.AssessedBy));

    private IReadOnlyList<AppraisedTarget> TargetsOf(int criterion) =>
    [
        .. _targets.Where(given => given.Target.Set == question.Set.Id.Value && given.Target.Criterion == criterion).Select(given => new AppraisedTarget(
            given.Target.Target, given.Plan.Value, DocumentCited.Of(PlanReading.Find(question.Index.Register, given.Plan, question.KnownAt)?.Document),
            given.Target.Kind, given.Target.Due, given.Target.Source, given.Target.State, given.Target.Since, given.Target.By)),
    ];

    private IReadOnlyList<StruckFinding> StruckOf(ImmutableArray<Fact<Finding>> findings) =>
    [
        .. findings.Where(finding => finding.RetractedAt <= question.KnownAt).Select(finding =>
        {
            var (struck, by) = (finding.RetractedAt!.Value, question.Index.EntryAt(finding.RetractedAt.Value));
            var retraction = question.Said.Find<EntryRetracted>(by);
            return new StruckFinding(
                finding.Entry, FindingStatuses.Names.NameOf(finding.Value.Status), finding.EffectiveOn, Assessors.Names.NameOf(finding.Value.AssessedBy),
                At(finding.Sequence), by, At(struck), retraction?.Reason, retraction?.ReplacedBy);
        }),
    ];

    private string At(long sequence) => RecordTime.Format(question.Index.RecordedAt(sequence)!.Value);

    private IReadOnlyList<CriterionIrregularity> IrregularitiesOf(int criterion) =>
    [
        .. from dossier in dossiers
           from step in dossier.Steps
           from irregularity in step.Irregularities
           where irregularity.Criteria.Any(shown => shown.Criterion == criterion)
           select new CriterionIrregularity(irregularity.Code, irregularity.Kind, step.Entry),
    ];
}
