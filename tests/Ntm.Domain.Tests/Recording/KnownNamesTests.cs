using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>Units, sets, criteria and plans must be known before something is said of them.</summary>
public sealed class KnownNamesTests
{
    private static readonly DateOnly Somewhen = Day(2018, 6, 30);

    public static TheoryData<string> TypesOfFacts =>
        [.. EntryTypes.All.Select(type => type.Name).Where(name => name is not ("unit_established" or EntryTypes.Retracted))];

    [Theory, MemberData(nameof(TypesOfFacts))]
    public void Nothing_but_its_establishment_can_be_said_of_a_unit_nobody_established(string type)
    {
        var line = EntrySamples.Of(type).ReadFull();
        var refused = Spec.Given().When(line with { Entry = line.Entry with { Unit = Nowhere } });

        refused.ThenRefusedAmongOthers(RefusalCodes.UnitUnknown, "unit");
    }

    [Fact]
    public void A_parent_must_be_known()
    {
        Spec.Given().When(Established(VanAn, under: Nowhere)).ThenRefused(RefusalCodes.UnitUnknown, "parent");
        Spec.Given(Country).When(Reparented(VanAn, Somewhen, under: Nowhere)).ThenRefused(RefusalCodes.UnitUnknown, "parent");
    }

    [Fact]
    public void Every_unit_that_is_merged_must_be_known() =>
        Spec.Given(Country).When(Merged(VanAn, Somewhen, VanMong, Nowhere)).ThenRefused(RefusalCodes.UnitUnknown, "from[1]");

    [Fact]
    public void Every_successor_must_be_known() =>
        Spec.Given(Country).When(Dissolved(VanAn, Somewhen, Nowhere, VanMong)).ThenRefused(RefusalCodes.UnitUnknown, "successors[0]");

    [Fact]
    public void The_scope_of_a_plan_must_be_known() =>
        Spec.Given().When(PlanIssued(VanQuan, Somewhen)).ThenRefused(RefusalCodes.UnitUnknown, "unit");

    [Fact]
    public void A_unit_established_on_a_later_line_is_not_known_yet() =>
        Spec.Given().When(Attained(VanAn, Somewhen), Established(VanAn)).ThenRefused(RefusalCodes.UnitUnknown, "unit");

    [Fact]
    public void A_unit_established_on_an_earlier_line_of_the_same_batch_is_known() =>
        Spec.Given().When(Established(VanAn), Attained(VanAn, Somewhen)).ThenRecorded("unit_established", "criterion_attained");

    [Fact]
    public void A_unit_whose_establishment_was_retracted_is_unknown_again() =>
        Spec.Given(Established(VanAn).As(Id(1)), Retracted(VanAn, Id(1)))
            .When(Attained(VanAn, Somewhen)).ThenRefused(RefusalCodes.UnitUnknown, "unit");

    [Fact]
    public void A_finding_names_a_set_there_is() =>
        Spec.Given(Country).When(Attained(VanAn, Somewhen, set: new SetId("ntm-2010-2015"))).ThenRefused(RefusalCodes.SetUnknown, "set");

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public void A_finding_names_a_criterion_of_the_set(int criterion) =>
        Spec.Given(Country).When(Attained(VanAn, Somewhen, criterion)).ThenRefused(RefusalCodes.CriterionUnknown, "criterion");

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void The_first_and_the_last_criterion_are_criteria(int criterion) =>
        Spec.Given(Country).When(Attained(VanAn, Somewhen, criterion)).ThenRecorded("criterion_attained");

    [Fact]
    public void A_measurement_names_a_set_and_an_indicator_of_one_of_its_criteria()
    {
        Spec.Given(Country).When(Measured(VanAn, Somewhen, "10.1", new SetId("ntm-2010-2015"))).ThenRefused(RefusalCodes.SetUnknown, "set");
        Spec.Given(Country).When(Measured(VanAn, Somewhen, "20.1")).ThenRefused(RefusalCodes.CriterionUnknown, "indicator");
        Spec.Given(Country).When(Measured(VanAn, Somewhen, "19.9")).ThenRecorded("indicator_measured");
    }

    [Fact]
    public void A_target_names_a_plan_a_set_and_a_criterion()
    {
        Spec.Given(Country).When(Target(VanAn, Somewhen, due: Somewhen)).ThenRefused(RefusalCodes.PlanUnknown, "plan");

        var planned = Spec.Given(Country).And(PlanIssued(VanQuan, Somewhen));
        planned.When(Target(VanAn, Somewhen, due: Somewhen, set: new SetId("ntm-2010-2015"))).ThenRefused(RefusalCodes.SetUnknown, "set");
        planned.When(Target(VanAn, Somewhen, due: Somewhen, criterion: 20)).ThenRefused(RefusalCodes.CriterionUnknown, "criterion");
        planned.When(Target(VanAn, Somewhen, due: Somewhen)).ThenRecorded("target_assigned");
    }

    [Fact]
    public void A_plan_is_known_once_it_is_issued()
    {
        Spec.Given(Country).When(PlanRevised(VanQuan, Somewhen)).ThenRefused(RefusalCodes.PlanUnknown, "plan");
        Spec.Given(Country).When(PlanIssued(VanQuan, Somewhen), PlanRevised(VanQuan, Somewhen)).ThenRecorded("plan_issued", "plan_revised");
    }

    [Fact]
    public void A_plan_whose_issue_was_retracted_is_unknown_again() =>
        Spec.Given(Country).And(PlanIssued(VanQuan, Somewhen).As(Id(10)), Retracted(VanQuan, Id(10)))
            .When(Target(VanAn, Somewhen, due: Somewhen)).ThenRefused(RefusalCodes.PlanUnknown, "plan");

    [Fact]
    public void An_inspection_need_not_rest_on_a_plan_but_one_it_names_must_be_known()
    {
        var scheduled = new InspectionScheduled { Unit = VanAn, EffectiveOn = Somewhen, DueBy = Somewhen.AddDays(90) };

        Spec.Given(Country).When(Line(scheduled)).ThenRecorded("inspection_scheduled");
        Spec.Given(Country).When(Line(scheduled with { Plan = PlanId.Parse("khong-co") })).ThenRefused(RefusalCodes.PlanUnknown, "plan");
    }

    [Fact]
    public void Each_remark_of_an_inspection_names_a_criterion_there_is() =>
        Spec.Given(Country).When(Line(new InspectionHeld
        {
            Unit = VanAn, EffectiveOn = Somewhen, Team = "Đoàn thẩm định tỉnh",
            Findings =
            [
                new InspectionRemark(Set2016, 17, "đạt", null, null), new InspectionRemark(Set2016, 20, "đạt", null, null),
                new InspectionRemark(new SetId("ntm-2010-2015"), 1, "đạt", null, null),
            ],
        })).ThenRefused((1, RefusalCodes.CriterionUnknown, "findings[1].criterion"), (1, RefusalCodes.SetUnknown, "findings[2].set"));
}
