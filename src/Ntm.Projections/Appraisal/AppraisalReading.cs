using Ntm.Domain.Plans;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Plans;
using Ntm.Projections.Titles;

namespace Ntm.Projections.Appraisal;

/// <summary>Makes appraisal sheets, from the answers about statuses, periods, titles and dossiers and from what the entries say.</summary>
public static class AppraisalReading
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static AppraisalSheet? Answer(AppraisalQuestion question)
    {
        var (index, unit, on, knownAt) = (question.Index, question.Unit, question.On, question.KnownAt);
        if (StatusReading.Answer(index, unit, on, knownAt, question.Set, question.Assessors) is not { } status
            || PeriodsReading.Answer(index, unit, knownAt, [], question.Set, question.Assessors) is not { } periods
            || TitlesReading.Answer(index, unit, on, knownAt, question.Catalog) is not { } titles)
            return null;

        var history = index.Map.Find(unit)!;
        var shown = history.EndBy(question.Boundary, knownAt) is { } end ? VietnamCalendar.DayBefore(end.EffectiveOn) : question.Boundary;
        var dossiers = titles.Dossiers.Select(dossier => DossierOf(question, dossier)).ToList();
        var inspections = new InspectionsOfUnit(question);
        var criteria = new CriterionAppraisal(question, periods, inspections, dossiers);
        return new AppraisalSheet(
            status.Unit, history.NameOn(shown, knownAt), LevelOf(history, shown, knownAt), history.CodeOn(shown, knownAt), Above(question, shown),
            status.Exists, status.EndedOn, status.Successors, on, status.KnownAt, status.Set, status.SetVersion, status.AssessedBy, question.Boundary,
            status.Attained, status.Fulfilled, PlansOf(question), titles.Standing, titles.Merger, titles.Titles, dossiers, inspections.Made,
            [.. status.Criteria.Select(criteria.Of)]);
    }

    private static AppraisedDossier DossierOf(AppraisalQuestion question, DossierRow row)
    {
        // A name two units use is of the first of them.
        var dossier = DossierReading.Answer(question.Index, row.Dossier, question.On, question.KnownAt, question.Catalog);
        return new AppraisedDossier(row.Dossier, row.Title, row.Year, row.Stage, row.Returns,
        [
            .. (dossier?.Unit == question.Unit.Value ? dossier.Steps : []).Select(step => new AppraisedStep(
                step.Entry, step.Step, step.EffectiveOn, step.Sequence, step.RecordedAt, step.Document, step.IsAnnulled, step.Irregularities)),
        ]);
    }

    private static IReadOnlyList<UnitAbove> Above(AppraisalQuestion question, DateOnly day) =>
    [
        .. Chain(question, day).Select(above =>
            new UnitAbove(above.Unit.Value, above.NameOn(day, question.KnownAt), LevelOf(above, day, question.KnownAt))),
    ];

    private static string? LevelOf(UnitHistory unit, DateOnly day, long knownAt) =>
        unit.LevelOn(day, knownAt) is { } level ? UnitLevels.Names.NameOf(level) : null;

    // By the parents of that one day; a chain that comes back to itself ends there.
    private static List<UnitHistory> Chain(AppraisalQuestion question, DateOnly day)
    {
        var (seen, chain) = (new HashSet<UnitId> { question.Unit }, new List<UnitHistory>());
        for (var next = question.Index.Map.Find(question.Unit); next?.ParentOn(day, question.KnownAt) is { } parent && seen.Add(parent);)
        {
            next = question.Index.Map.Find(parent);
            if (next is not null)
                chain.Add(next);
        }

        return chain;
    }

    private static IReadOnlyList<CoveringPlan> PlansOf(AppraisalQuestion question) =>
    [
        .. PlanReading.List(question.Index.Register, question.KnownAt)
            .Where(plan => plan.From <= question.On && question.On <= plan.To && Covers(question, plan))
            .OrderBy(plan => plan.From).ThenBy(plan => plan.Id.Value, StringComparer.Ordinal)
            .Select(plan => new CoveringPlan(plan.Id.Value, plan.Title, plan.Scope.Value, plan.From, plan.To, DocumentCited.Of(plan.Document))),
    ];

    // A plan speaks of the communes there were on its own day, also after a merger.
    private static bool Covers(AppraisalQuestion question, PlanDocument plan) =>
        plan.Scope == question.Unit || Chain(question, plan.Document?.Date ?? plan.From).Exists(above => above.Unit == plan.Scope);
}
