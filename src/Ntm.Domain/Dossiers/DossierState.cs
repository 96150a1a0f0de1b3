using System.Collections.Immutable;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>What the steps of one dossier have come to, whatever rules they broke. Immutable.</summary>
public sealed record DossierState
{
    public static DossierState Initial { get; } = new();

    public DossierStage Stage { get; private init; }

    /// <summary>Every step taken in, by day and then in record order; those of an annulled decision left out.</summary>
    public ImmutableArray<Fact<DossierStep>> Steps { get; private init; } = [];

    /// <summary>The steps that count now: a dossier sent back has to take some of them again.</summary>
    public StepKindSet Taken { get; private init; }

    /// <summary>The decision that gave the title: recognition or inheritance; null where there is none, or it was annulled.</summary>
    public Fact<DossierStep>? Recognition { get; private init; }

    public Fact<DossierStep>? Announcement { get; private init; }

    public Fact<DossierStep>? Revocation { get; private init; }

    /// <summary>How often it was sent back.</summary>
    public int Returns { get; private init; }

    private static StepKindSet AgainForTheProvince { get; } =
        StepKindSet.Of(StepKind.DistrictProposed, StepKind.AppraisalOpened, StepKind.Appraised, StepKind.CouncilVoted);

    private static StepKindSet AgainForTheDistrict { get; } = AgainForTheProvince.With(
        StepKindSet.Of(StepKind.CommuneProposed, StepKind.VerificationOpened, StepKind.Verified, StepKind.Listed, StepKind.DistrictVoted));

    /// <summary>Of the steps that stand at <paramref name="knownAt"/>, those of days up to <paramref name="on"/>, by day and then in record order.</summary>
    public static DossierState Fold(IEnumerable<Fact<DossierStep>> steps, DateOnly on, long knownAt) => Fold(
        steps.Where(step => step.EffectiveOn <= on && step.StandsAt(knownAt)).OrderBy(step => step.EffectiveOn).ThenBy(step => step.Sequence));

    internal static DossierState Fold(IEnumerable<Fact<DossierStep>> inOrder)
    {
        List<Fact<DossierStep>> steps = [.. inOrder];
        var state = Initial;
        foreach (var step in steps)
        {
            // A decision annulled later counts as not taken.
            if (steps.Exists(other => other.Value is DecisionAnnulled annulment && annulment.Decision == step.Entry))
                continue;
            state = Evolve(state, step, step.Value is DecisionAnnulled annulling ? steps.Find(other => other.Entry == annulling.Decision) : null);
        }

        return state;
    }

    /// <param name="annulled">Of an annulment: the decision it annuls, where that is one of this dossier's.</param>
    private static DossierState Evolve(DossierState state, Fact<DossierStep> step, Fact<DossierStep>? annulled)
    {
        var kind = StepKinds.Of(step.Value);
        var next = state with { Steps = state.Steps.Add(step), Taken = state.Taken.Add(kind) };
        // A paper of the way to a title, dated after the decision that gave it, takes nothing away.
        if (state.Stage.HoldsTitle() && !FollowsRecognition(kind) && kind is not (StepKind.Granted or StepKind.Inherited))
            return next;
        return kind switch
        {
            StepKind.Registered => next with { Stage = DossierStage.Registered },
            StepKind.Planned => next with { Stage = DossierStage.Planned },
            StepKind.RegistrationRefused => next with { Stage = DossierStage.RegistrationRefused },
            StepKind.SelfAssessed => next with { Stage = DossierStage.SelfAssessed },
            StepKind.Consulted => next with { Stage = DossierStage.Consulted },
            StepKind.CommuneProposed => next with { Stage = DossierStage.ProposedByCommune },
            StepKind.VerificationOpened => next with { Stage = DossierStage.VerificationOpened },
            StepKind.Verified => next with { Stage = DossierStage.Verified },
            StepKind.DistrictReturned => next.SentBack(DossierStage.ReturnedByDistrict, AgainForTheDistrict),
            StepKind.DistrictProposed => next with { Stage = DossierStage.ProposedByDistrict },
            StepKind.AppraisalOpened => next with { Stage = DossierStage.AppraisalOpened },
            StepKind.Appraised => next with { Stage = DossierStage.Appraised },
            StepKind.ProvinceReturned => next.SentBack(DossierStage.ReturnedByProvince, AgainForTheProvince),
            StepKind.CouncilVoted => next with { Stage = IsCarried((TitleVoted)step.Value) ? DossierStage.CouncilVoted : DossierStage.CouncilRejected },
            StepKind.Granted or StepKind.Inherited => next with
            {
                Stage = DossierStage.Recognised, Recognition = step, Revocation = null, Taken = next.Taken.Add(StepKind.Granted),
            },
            StepKind.Announced => next with { Announcement = step, Stage = state.Stage.HoldsTitle() ? DossierStage.Announced : state.Stage },
            StepKind.ReviewOpened => next with { Stage = state.Stage.HoldsTitle() ? DossierStage.UnderReview : state.Stage },
            StepKind.ReviewClosed => next with { Stage = state.Stage == DossierStage.UnderReview ? StageOfTitle(state) : state.Stage },
            StepKind.Revoked => next with { Stage = DossierStage.Revoked, Revocation = step },
            StepKind.Annulled when annulled is { Value: RecognitionGranted or RecognitionInherited } => next with
            {
                Stage = state.Recognition is null ? DossierStage.Annulled : state.Stage,
            },
            StepKind.Withdrawn => next with { Stage = DossierStage.Withdrawn },
            StepKind.Expired => next with { Stage = DossierStage.Expired },
            StepKind.CarriedOver => next with { Stage = DossierStage.CarriedOver },
            // Posting, lists and the votes of commune and district move no dossier by themselves.
            _ => next,
        };
    }

    /// <summary>The steps there can be once a title is given.</summary>
    internal static bool FollowsRecognition(StepKind kind) =>
        kind is StepKind.Announced or StepKind.ReviewOpened or StepKind.ReviewClosed or StepKind.Revoked or StepKind.Annulled;

    private DossierState SentBack(DossierStage stage, StepKindSet again) =>
        this with { Stage = stage, Taken = Taken.Without(again), Returns = Returns + 1 };

    private static DossierStage StageOfTitle(DossierState state) => state.Announcement is null ? DossierStage.Recognised : DossierStage.Announced;

    // A share of nine tenths is asked for, but by no source at hand: what has no majority is rejected under any.
    private static bool IsCarried(TitleVoted vote) => vote.Votes.For * 2 > vote.Votes.Present;
}
