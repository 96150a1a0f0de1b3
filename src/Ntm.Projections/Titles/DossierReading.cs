using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;
using Ntm.Domain.Time;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>Answers how one attempt at a title went, what it rested on, and what speaks against each step.</summary>
public static class DossierReading
{
    /// <returns>Null where no step of the dossier is known at that sequence.</returns>
    public static DossierAnswer? Answer(RecordIndex index, string dossier, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        if (!index.Register.DossierUnits.TryGetValue(dossier, out var unit))
            return null;
        var steps = index.Register.DossiersOf(unit).Of(dossier).Where(step => step.StandsAt(knownAt))
            .OrderBy(step => step.EffectiveOn).ThenBy(step => step.Sequence).ToList();
        if (steps.Count == 0)
            return null;

        var state = DossierState.Fold(steps, on, knownAt);
        var shown = steps.Where(step => step.EffectiveOn <= on).ToList();
        var name = DossierName.Of(steps[0].Value);
        return new DossierAnswer(
            dossier, unit.Value, index.Register.Find(unit)?.NameOn(on, knownAt), TitleLevels.Names.NameOf(steps[0].Value.Title), steps[0].Value.Year,
            on, KnownAt.Of(index, knownAt), DossierStages.Names.NameOf(state.Stage), state.Returns,
            [.. shown.Select((step, place) => RowOf(index, shown, place, knownAt, catalog))],
            OpenStepReading.DebtOn(index, unit, on, knownAt), OpenStepReading.SurveyBy(index, unit, on, knownAt),
            OpenStepReading.Next(index, name, on, knownAt, catalog));
    }

    private static DossierStepRow RowOf(RecordIndex index, List<Fact<DossierStep>> steps, int place, long knownAt, CriteriaCatalog catalog)
    {
        var step = steps[place];
        var isAnnulled = steps.Exists(other => other.Value is DecisionAnnulled annulment && annulment.Decision == step.Entry);
        return new DossierStepRow(
            step.Entry, EntryTypes.Of(step.Value).Name, StepKinds.Names.NameOf(StepKinds.Of(step.Value)), step.EffectiveOn, step.Sequence,
            RecordTime.Format(index.RecordedAt(step.Sequence)!.Value), DocumentCited.Of(step.Value.Basis), Regimes.On(step.EffectiveOn)?.Id,
            StepKinds.OfficeOf(step.Value) is { } by ? OfficeLevels.Names.NameOf(by) : null, (step.Value as TeamStep)?.Team, VotesOf(step.Value), isAnnulled,
            ReasonsOf(step.Value), BasisOf(index, step, catalog), SinceReturn(index, steps, place, knownAt, catalog),
            IrregularityRow.Of(TitlesReading.Judge(index, step, knownAt, catalog)),
            step.Value is IRestsOn && !isAnnulled ? StaleDecisions.Of(index, step, knownAt, catalog) : null);
    }

    private static VotesRow? VotesOf(DossierStep step) =>
        step is TitleVoted { Votes: var votes } ? new VotesRow(votes.Members, votes.Present, votes.For, votes.Against) : null;

    private static IReadOnlyList<string> ReasonsOf(DossierStep step) => step switch
    {
        TitleRegistrationRefused refused => refused.Reasons,
        TitleReturned returned => returned.Returned.Reasons,
        DecisionAnnulled annulled => [annulled.Reason],
        TitleWithdrawn { Reason: { } reason } => [reason],
        ReviewOpened { Reason: { } reason } => [reason],
        _ => [],
    };

    private static BasisRow? BasisOf(RecordIndex index, Fact<DossierStep> step, CriteriaCatalog catalog)
    {
        if (step.Value is not IRestsOn resting)
            return null;
        var basis = new DecisionBasis(index, step, catalog);
        var findings = basis.Set is { } set ? index.Findings.Under(set).Of(step.Value.Unit) : default;
        return new BasisRow(
            resting.RestsOn is not null, basis.On, basis.Set?.Id.Value, resting.RestsOn?.SetVersion ?? basis.Set?.Version,
            basis.Set is null ? [] : [.. basis.Set.Criteria.Select((criterion, place) => Shown(criterion.Number, basis.Stood(place, findings)))],
            resting.RestsOn?.Evidence);
    }

    private static CriterionShown Shown(int criterion, (FindingStatus Status, Guid? Entry) stood) =>
        new(criterion, FindingStatuses.Names.NameOf(stood.Status), stood.Entry);

    // What was proposed again is held against what was proposed before, each on its day, with what is known now.
    private static List<CriterionMoved>? SinceReturn(RecordIndex index, List<Fact<DossierStep>> steps, int place, long knownAt, CriteriaCatalog catalog)
    {
        var kind = StepKinds.Of(steps[place].Value);
        if (kind is not (StepKind.CommuneProposed or StepKind.DistrictProposed)
            || steps.Take(place).LastOrDefault(step => StepKinds.Of(step.Value) == kind) is not { } before
            || TitleSets.Of(catalog, steps[place].Value.Title, steps[place].Value.Year) is not { } set)
            return null;

        var findings = index.Findings.Under(set).Of(steps[place].Value.Unit);
        var assessors = kind == StepKind.CommuneProposed ? AssessorSet.All : AssessorSet.Official;
        var moved = new List<CriterionMoved>();
        for (var criterion = 0; criterion < set.Criteria.Count; criterion++)
        {
            var then = TitleGrounds.StatusOf(findings.Winner(criterion, before.EffectiveOn, knownAt, assessors));
            var now = TitleGrounds.StatusOf(findings.Winner(criterion, steps[place].EffectiveOn, knownAt, assessors));
            if (then != now)
                moved.Add(new CriterionMoved(set.Criteria[criterion].Number, FindingStatuses.Names.NameOf(then), FindingStatuses.Names.NameOf(now)));
        }

        return moved;
    }
}
