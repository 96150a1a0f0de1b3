using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Dossiers;

/// <summary>A step prepared in the system is taken if it is lawful, and refused with the rule it breaks.</summary>
public sealed class PreparedStepTests
{
    private static readonly DossierDraft Old = DossierDraft.Under2540;
    private static readonly DossierDraft New = DossierDraft.Under18;

    public static TheoryData<StepKind> StepsUnder2540 => [.. DossierSteps.LawfulUnder2540];

    public static TheoryData<StepKind> StepsUnder18 => [.. DossierSteps.LawfulUnder18];

    [Theory, MemberData(nameof(StepsUnder2540))]
    public void Every_step_of_2540_is_taken_in_its_place(StepKind kind) => Old.Before(kind).Prepare(Old[kind]).ThenItStands();

    [Theory, MemberData(nameof(StepsUnder18))]
    public void Every_step_of_18_2022_is_taken_in_its_place(StepKind kind) => New.Before(kind).Prepare(New[kind]).ThenItStands();

    [Fact]
    public void A_step_on_a_day_of_no_regime_is_refused() =>
        Refused(Old.Before(StepKind.Registered), DossierSteps.Step(StepKind.Registered, Day(2016, 12, 30)), "dossier.no_regime");

    [Fact]
    public void Nothing_is_revoked_under_2540() => Refused(
        Old, DossierSteps.Step(StepKind.Revoked, Day(2022, 8, 1)), "dossier.step_not_in_regime");

    [Fact]
    public void And_nobody_registers_under_18_2022() =>
        Refused(New.Before(StepKind.SelfAssessed), DossierSteps.Step(StepKind.Registered, Day(2022, 8, 8), 2022), "dossier.step_not_in_regime");

    [Fact]
    public void A_dossier_is_for_one_year() =>
        Refused(Old.Before(StepKind.Planned), Old[StepKind.Planned] with { Year = 2019 }, "dossier.of_another");

    [Fact]
    public void And_of_one_unit() => Refused(Old, Old[StepKind.Registered] with { Unit = VanMong }, "dossier.of_another");

    [Fact]
    public void What_was_recognised_is_not_verified_again() =>
        Refused(Old, Old[StepKind.Verified] with { EffectiveOn = Day(2019, 3, 1) }, "dossier.closed");

    [Fact]
    public void What_was_withdrawn_takes_no_further_step()
    {
        var withdrawn = Old.Before(StepKind.Verified).And(DossierSteps.Step(StepKind.Withdrawn, Old[StepKind.Verified].EffectiveOn));
        Refused(withdrawn, Old[StepKind.Verified], "dossier.closed");
    }

    [Fact]
    public void No_step_is_skipped() => Refused(Old.Before(StepKind.Granted).Without(StepKind.Appraised), Old[StepKind.Granted], "dossier.step_skipped");

    [Fact]
    public void What_was_sent_back_is_proposed_again_before_it_is_verified()
    {
        var day = Old[StepKind.Verified].EffectiveOn;
        var returned = Old.Before(StepKind.Verified).And(DossierSteps.Step(StepKind.DistrictReturned, day));

        Refused(returned, Old[StepKind.Verified] with { EffectiveOn = day.AddDays(1) }, "dossier.step_skipped");
        returned.And(Old[StepKind.CommuneProposed] with { EffectiveOn = day.AddDays(1) }, Old[StepKind.VerificationOpened] with { EffectiveOn = day.AddDays(2) })
            .Prepare(Old[StepKind.Verified] with { EffectiveOn = day.AddDays(3) }).ThenItStands();
    }

    [Fact]
    public void Only_a_decision_of_the_dossier_is_annulled() =>
        Refused(Old, DossierSteps.Step(StepKind.Annulled, Day(2019, 1, 15)), "dossier.decision_unknown");

    [Fact]
    public void A_step_is_not_prepared_for_tomorrow() =>
        Refused(New, DossierSteps.Step(StepKind.ReviewOpened, Recording.Spec.Today.AddDays(1), 2022), "dossier.day_ahead");

    [Fact]
    public void The_district_verifies() =>
        Refused(Old.Before(StepKind.Verified), (TitleVerified)Old[StepKind.Verified] with { By = OfficeLevel.Province }, "dossier.wrong_office");

    [Fact]
    public void And_the_province_appraises() =>
        Refused(Old.Before(StepKind.Appraised), (TitleAppraised)Old[StepKind.Appraised] with { By = OfficeLevel.District }, "dossier.wrong_office");

    [Fact]
    public void Who_verified_does_not_appraise() => Refused(
        Old.Before(StepKind.Appraised), (TitleAppraised)Old[StepKind.Appraised] with { Team = ((TitleVerified)Old[StepKind.Verified]).Team }, "dossier.same_team");

    [Fact]
    public void More_votes_than_present_cannot_be() => Refused(
        Old.Before(StepKind.CommuneVoted), (TitleVoted)Old[StepKind.CommuneVoted] with { Votes = new(OfficeLevel.Commune, 40, 38, 37, 4) }, "dossier.votes_impossible");

    // The share of nine tenths stands in no source at hand.
    [Fact]
    public void Too_few_votes_are_told_and_refuse_nothing() => Old.Before(StepKind.CommuneVoted)
        .Prepare((TitleVoted)Old[StepKind.CommuneVoted] with { Votes = new(OfficeLevel.Commune, 40, 38, 20, 18) }).ThenItStands();

    [Fact]
    public void Nobody_is_recognised_whom_the_council_rejected()
    {
        var voted = (TitleVoted)Old[StepKind.CouncilVoted];
        var rejected = Old.Before(StepKind.Granted).Without(StepKind.CouncilVoted).And(voted with { Votes = new(OfficeLevel.Province, 20, 20, 9, 11) });
        Refused(rejected, Old[StepKind.Granted], "dossier.council_rejected");
        rejected.And(voted with { EffectiveOn = voted.EffectiveOn.AddDays(1) }).Prepare(Old[StepKind.Granted]).ThenItStands();
    }

    [Fact]
    public void A_registration_is_answered_within_five_working_days() => Refused(
        Old.Before(StepKind.Planned), Old[StepKind.Planned] with { EffectiveOn = Day(2017, 12, 12) }, "dossier.registration_answered_late");

    [Fact]
    public void The_year_of_attainment_has_come() => Refused(
        Old.Before(StepKind.Verified) with { Steps = [.. Old.Before(StepKind.Verified).Steps.Select(step => step with { Year = 2019 })] },
        Old[StepKind.Verified] with { Year = 2019 }, "dossier.year_ahead");

    [Fact]
    public void A_dossier_does_not_expire_in_its_year() =>
        Refused(Old.Before(StepKind.Verified), DossierSteps.Step(StepKind.Expired, Day(2018, 12, 31)), "dossier.year_running");

    [Theory]
    [InlineData("criterion_basically_met", "province")]
    [InlineData("criterion_lost", "inspection")]
    [InlineData("criterion_not_attained", "audit")]
    public void A_criterion_that_does_not_stand_keeps_a_commune_from_being_recognised(string type, string assessor)
    {
        var found = (FindingEntry)EntrySamples.Of(type).ReadMinimal().Entry with
        {
            EffectiveOn = Day(2018, 9, 1), Criterion = 17, AssessedBy = Assessors.Names.Values.Single(value => Assessors.Names.NameOf(value) == assessor),
        };

        Refused(Old.Before(StepKind.Granted).Knowing(found), Old[StepKind.Granted], "dossier.criteria_missing");
    }

    [Fact]
    public void A_district_s_word_neither_gives_nor_takes_away()
    {
        var district = (FindingEntry)EntrySamples.Of("criterion_lost").ReadMinimal().Entry with { EffectiveOn = Day(2018, 9, 1), AssessedBy = Assessor.District };
        Old.Before(StepKind.Granted).Knowing(district).Prepare(Old[StepKind.Granted]).ThenItStands();
    }

    [Fact]
    public void A_criterion_the_province_found_nothing_on_keeps_it_too() => Refused(
        Old.Before(StepKind.Granted).KnowingOnly(entry => entry is not FindingEntry { Criterion: 3 }), Old[StepKind.Granted], "dossier.criteria_missing");

    [Fact]
    public void Findings_of_the_same_batch_count() => Old.Before(StepKind.Granted).KnowingOnly(entry => entry is not FindingEntry { Criterion: 3 }).Recorded()
        .When(Line(Old.Known.OfType<FindingEntry>().Single(found => found.Criterion == 3)), Line(Old[StepKind.Granted])).ThenItStands();

    [Fact]
    public void A_step_that_stands_in_for_another_is_held_to_the_findings_too()
    {
        var without = Old.Before(StepKind.Granted).KnowingOnly(entry => entry is not FindingEntry { Criterion: 3 });
        var (council, granted) = (Id(500 + without.Steps.Length - 1), Line(Old[StepKind.Granted]).As(Id(801)));

        without.Recorded().When(Corrected(VanAn, council, Line(Old[StepKind.CouncilVoted]))).ThenRefused("dossier.criteria_missing", "replacement");
        Old.Before(StepKind.Granted).Recorded().When(Corrected(VanAn, council, Line(Old[StepKind.CouncilVoted]))).ThenItStands();
        without.And(Old[StepKind.Granted]).Recorded().When(Retracted(VanAn, Id(501 + without.Steps.Length - 1), replacedBy: Id(801)).As(Id(800)), granted)
            .ThenRefused((2, "dossier.criteria_missing", null));
    }

    [Fact]
    public void What_it_stands_in_for_counts_as_never_said()
    {
        var before = Old.Before(StepKind.Granted);
        var finding = Id(100 + before.Known.IndexOf(before.Known.OfType<FindingEntry>().Single(found => found.Criterion == 3)));

        before.Recorded().When(Corrected(VanAn, finding, Line(Old[StepKind.Granted]))).ThenRefused("dossier.criteria_missing", "replacement");
    }

    [Fact]
    public void A_commune_in_debt_is_not_recognised() => Refused(
        Old.Before(StepKind.Granted).Knowing(new DebtDeclared { Unit = VanAn, EffectiveOn = Day(2018, 6, 1), Amount = 1 }), Old[StepKind.Granted], "dossier.debt");

    [Fact]
    public void Nor_one_whose_people_are_not_satisfied() => Refused(
        Old.Before(StepKind.Granted).Knowing(new SatisfactionSurveyed { Unit = VanAn, EffectiveOn = Day(2018, 6, 1), Households = 612, Asked = 500, Satisfied = 399 }),
        Old[StepKind.Granted], "dossier.survey");

    // The share for each content is sourced for districts only.
    [Fact]
    public void A_content_too_few_are_satisfied_with_is_told_and_refuses_nothing() => New.Before(StepKind.Granted).Knowing(new SatisfactionSurveyed
    {
        Unit = VanAn, EffectiveOn = Day(2022, 9, 1), Households = 612, Asked = 500, Satisfied = 490, Contents = [new("Giao thông", 500, 300)],
    }).Prepare(New[StepKind.Granted]).ThenItStands();

    [Fact]
    public void Nothing_is_revoked_before_the_line() => Refused(New, DossierSteps.Step(StepKind.Revoked, Day(2024, 1, 10), 2022), "dossier.revocation_unfounded");

    [Fact]
    public void A_title_is_inherited_only_from_parts_that_had_it() =>
        Refused(New.Before(StepKind.SelfAssessed), DossierSteps.Step(StepKind.Inherited, Day(2024, 1, 10), 2022), "dossier.inheritance_parts");

    [Fact]
    public void Every_refusal_names_the_document_it_is_from_in_both_languages()
    {
        var refused = Old.Before(StepKind.Granted).KnowingOnly(entry => entry is not DebtDeclared).Recorded().When(Line(Old[StepKind.Granted]));
        var sentence = Assert.Single(refused.Refusals);

        Assert.EndsWith("(2540/QĐ-TTg)", sentence.Vietnamese, StringComparison.Ordinal);
        Assert.EndsWith("(2540/QĐ-TTg)", sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issued_document_is_recorded_whatever_it_breaks() => New.Before(StepKind.SelfAssessed).KnowingOnly(_ => false).Recorded()
        .When(Line(DossierSteps.Step(StepKind.Revoked, Day(2019, 1, 1), 2030, title: TitleLevel.Model).Issued())).ThenRecorded("recognition_revoked");

    private static void Refused(DossierDraft draft, DossierStep step, string code) => draft.Prepare(step).ThenRefused(code, null);
}
