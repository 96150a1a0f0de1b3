using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Dossiers.Rules;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Dossiers;

/// <summary>What a dossier is offered next is what the recorder takes, and only that.</summary>
public sealed class NextStepsTests
{
    private static readonly DossierDraft Old = DossierDraft.Under2540;
    private static readonly DossierDraft New = DossierDraft.Under18;
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    public static TheoryData<StepKind> StepsUnder2540 => [.. DossierSteps.LawfulUnder2540];

    public static TheoryData<StepKind> StepsUnder18 => [.. DossierSteps.LawfulUnder18];

    [Theory, MemberData(nameof(StepsUnder2540))]
    public void Every_step_of_2540_is_offered_in_its_place(StepKind kind) => Assert.True(Offered(Old.Before(kind), Old[kind]).Single(step => step.Kind == kind).IsOpen);

    [Theory, MemberData(nameof(StepsUnder18))]
    public void Every_step_of_18_2022_is_offered_in_its_place(StepKind kind) => Assert.True(Offered(New.Before(kind), New[kind]).Single(step => step.Kind == kind).IsOpen);

    [Theory, MemberData(nameof(StepsUnder2540))]
    public void What_is_offered_as_open_is_taken_and_what_is_not_is_refused(StepKind next)
    {
        var draft = Old.Before(next);
        foreach (var offered in Offered(draft, Old[next]))
        {
            var step = DossierSteps.Step(offered.Kind, Old[next].EffectiveOn);
            // What is annulled is filled in; the sample names no decision of this dossier.
            if (offered.Kind == StepKind.Annulled)
                continue;
            if (offered.IsOpen)
                draft.Prepare(step).ThenItStands();
            else
                draft.Prepare(step).ThenRefused([.. RefusedBy(offered).Select(code => (1, code, (string?)null))]);
        }
    }

    [Fact]
    public void A_condition_that_is_not_kept_is_told_with_its_rule_and_the_step_is_not_open()
    {
        var granted = Offered(Old.Before(StepKind.Granted).KnowingOnly(entry => entry is not FindingEntry { Criterion: 17 }), Old[StepKind.Granted])
            .Single(step => step.Kind == StepKind.Granted);
        Assert.False(granted.IsOpen);
        Assert.Equal(["dossier.criteria_missing"], RefusedBy(granted));
    }

    [Fact]
    public void A_council_that_rejected_may_vote_again_and_nothing_is_granted_on_its_vote()
    {
        var vote = (TitleVoted)Old[StepKind.CouncilVoted];
        var rejected = Old.Before(StepKind.CouncilVoted).And(vote with { Votes = vote.Votes with { For = 8, Against = 12 } });
        var offered = Offered(rejected, Old[StepKind.Granted]).Select(step => step.Kind).ToList();
        Assert.Contains(StepKind.CouncilVoted, offered);
        Assert.DoesNotContain(StepKind.Granted, offered);
    }

    [Fact]
    public void Where_no_regime_is_at_hand_nothing_is_offered() => Assert.Empty(Offered(Old.Before(StepKind.Registered), Old[StepKind.Registered] with { EffectiveOn = Day(2016, 6, 1) }));

    private static string[] RefusedBy(OpenStep step) =>
        [.. step.Conditions.SelectMany(condition => condition.Against).Where(irregularity => irregularity.Refuses).Select(irregularity => irregularity.Code)];

    private static IReadOnlyList<OpenStep> Offered(DossierDraft draft, DossierStep next)
    {
        var register = draft.Recorded().Register;
        var facts = new StepFacts(register, Catalog, VanAn, register.Sequence, GroundsOf(draft));
        return NextSteps.Of(DossierName.Of(next), [.. register.DossiersOf(VanAn).Of(next.Dossier)], next.EffectiveOn, register.Sequence, facts);
    }

    private static GroundsOf GroundsOf(DossierDraft draft) => (_, set, on) =>
    [
        .. set.Criteria.Select(criterion => CriterionGrounds.Of(
            criterion.Number,
            [
                .. draft.Known.OfType<FindingEntry>().Where(finding => finding.Set == set.Id && finding.Criterion == criterion.Number)
                    .Select((finding, place) => new Fact<FoundStatus>(Id(place + 1), place + 1, finding.EffectiveOn, new(finding.Status, finding.AssessedBy))),
            ],
            on, long.MaxValue)),
    ];
}
