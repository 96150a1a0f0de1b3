using System.Collections.Immutable;
using Ntm.Domain.Folding;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>A step that could be taken, and each rule on it with what the record says against it.</summary>
/// <param name="Regime">Of the day; null where none is at hand.</param>
public sealed record OpenStep(StepKind Kind, Regime? Regime, ImmutableArray<StepCondition> Conditions)
{
    /// <summary>Prepared in the system it would be taken, once it is filled in.</summary>
    public bool IsOpen => !Conditions.Any(condition => condition.Against.Any(irregularity => irregularity.Refuses));
}

/// <param name="Against">Empty where the rule is kept.</param>
public sealed record StepCondition(DossierRule Rule, ImmutableArray<Irregularity> Against);

/// <summary>What a dossier can do next, by the same rules its steps are judged by.</summary>
public static class NextSteps
{
    // What only the filled-in step can keep or break, and what only the day it is handed in on tells.
    private static readonly ImmutableHashSet<DossierRule> OfHandingIn = [OrderRules.NotAhead, OfficeRules.Level, OfficeRules.FourEyes, VoteRules.Possible, VoteRules.Enough, TimeRules.Posted];

    // What says whether a step comes next; the others say whether it can be taken already. Of the order only what comes directly before
    // is asked here: a dossier of which a decision is all that was recorded shows what could follow it, and what is missing before.
    private static readonly ImmutableHashSet<DossierRule> OfOrder = [OrderRules.Regime, OrderRules.InRegime, OrderRules.OneDossier, OrderRules.Open, OrderRules.Known];

    /// <summary>The steps that come next in the regime of a day, in its order; conditions of them may still be open.</summary>
    /// <param name="steps">Of the dossier, on both clocks; none where it has not begun.</param>
    public static IReadOnlyList<OpenStep> Of(DossierName name, IReadOnlyCollection<Fact<DossierStep>> steps, DateOnly on, long knownAt, StepFacts facts)
    {
        if (Regimes.On(on) is not { } regime)
            return [];
        var state = DossierState.Fold(steps, on, knownAt);
        return
        [
            .. regime.Steps.Where(step => IsAhead(step.Kind, state) && step.After.All(state.Taken.Contains) && (step.Kind != StepKind.Inherited || facts.PartsOn(on).Count > 0))
                .Select(step => Look(step.Kind, name, steps, on, knownAt, facts))
                .Where(step => step.Conditions.All(condition => !OfOrder.Contains(condition.Rule) || condition.Against.IsEmpty)),
        ];
    }

    /// <summary>Any step, whether it comes next or not.</summary>
    public static OpenStep Look(StepKind kind, DossierName name, IReadOnlyCollection<Fact<DossierStep>> steps, DateOnly on, long knownAt, StepFacts facts)
    {
        var decision = DossierState.Fold(steps, on, knownAt).Recognition?.Entry;
        var judged = JudgedStep.Of(StepDrafts.Of(kind, name, on, decision), knownAt + 1, steps, knownAt, facts);
        return new OpenStep(kind, judged.Regime,
        [
            .. DossierRules.All.Where(rule => rule.SpeaksOf(kind) && !OfHandingIn.Contains(rule))
                .Select(rule => new StepCondition(rule, [.. rule.Check(rule, judged)])),
        ]);
    }

    // A dossier can go back more than once, a recognised commune be looked at again, and a council that rejected can vote again.
    private static bool IsAhead(StepKind kind, DossierState state) => kind switch
    {
        StepKind.CouncilVoted => !state.Taken.Contains(kind) || state.Stage == DossierStage.CouncilRejected,
        StepKind.Granted => state.Stage != DossierStage.CouncilRejected && !state.Taken.Contains(kind),
        StepKind.Annulled => state.Recognition is not null,
        StepKind.ReviewClosed => state.Stage == DossierStage.UnderReview,
        StepKind.ReviewOpened => state.Stage.HoldsTitle() && state.Stage != DossierStage.UnderReview,
        // Nothing to end where nothing was begun; and a title is inherited at once or not at all.
        StepKind.Withdrawn or StepKind.Expired or StepKind.CarriedOver => !state.Steps.IsEmpty,
        StepKind.Inherited => state.Steps.IsEmpty,
        StepKind.RegistrationRefused => !state.Taken.Contains(StepKind.Planned) && !state.Taken.Contains(kind),
        StepKind.DistrictReturned => state.Stage is DossierStage.ProposedByCommune or DossierStage.VerificationOpened or DossierStage.Verified,
        StepKind.ProvinceReturned => state.Stage is DossierStage.ProposedByDistrict or DossierStage.AppraisalOpened or DossierStage.Appraised,
        _ => !state.Taken.Contains(kind),
    };
}
