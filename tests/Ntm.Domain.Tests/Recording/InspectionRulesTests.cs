using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Inspections;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>What is said of an inspection names one that stands in the record and is of the same unit.</summary>
public sealed class InspectionRulesTests
{
    private static readonly DateOnly Somewhen = Day(2018, 6, 15);

    private static Spec Inspected => Spec.Given(Country).And(
        Line(new InspectionScheduled { Unit = VanAn, EffectiveOn = Somewhen, DueBy = Somewhen.AddDays(15) }).As(Id(10)),
        Line(new InspectionHeld { Unit = VanAn, EffectiveOn = Somewhen, Team = "Đoàn", Findings = [new(Set2016, 17, "chưa đạt", null, null)] }).As(Id(11)));

    [Fact]
    public void A_schedule_is_postponed_cancelled_and_held_and_what_was_remarked_is_followed_up()
    {
        Inspected.When(Postponed(Id(10))).ThenRecorded("inspection_postponed");
        Inspected.When(Cancelled(Id(10))).ThenRecorded("inspection_cancelled");
        Inspected.When(Held(schedule: Id(10))).ThenRecorded("inspection_held");
        Inspected.When(FollowUp(Id(11), 17)).ThenRecorded("follow_up_held");
    }

    [Fact]
    public void In_one_batch_too() => Spec.Given(Country).When(
        Line(new InspectionScheduled { Unit = VanAn, EffectiveOn = Somewhen, DueBy = Somewhen }).As(Id(10)), Postponed(Id(10)), Cancelled(Id(10)))
        .ThenRecorded("inspection_scheduled", "inspection_postponed", "inspection_cancelled");

    [Theory]
    [InlineData(99)]
    [InlineData(4)]
    [InlineData(11)]
    public void What_is_no_schedule_is_neither_postponed_cancelled_nor_answered(int named)
    {
        Inspected.When(Postponed(Id(named))).ThenRefused(RefusalCodes.InspectionUnknown, "schedule");
        Inspected.When(Cancelled(Id(named))).ThenRefused(RefusalCodes.InspectionUnknown, "schedule");
        Inspected.When(Held(schedule: Id(named))).ThenRefused(RefusalCodes.InspectionUnknown, "schedule");
    }

    [Fact]
    public void Nor_is_another_unit_s() => Inspected.When(Cancelled(Id(10), VanMong)).ThenRefused(RefusalCodes.InspectionUnknown, "schedule");

    [Fact]
    public void Nor_what_was_retracted() => Inspected.And(Retracted(VanAn, Id(10))).When(Cancelled(Id(10))).ThenRefused(RefusalCodes.InspectionUnknown, "schedule");

    [Fact]
    public void A_follow_up_is_of_an_inspection_and_of_what_it_remarked()
    {
        Inspected.When(FollowUp(Id(10), 17)).ThenRefused(RefusalCodes.InspectionUnknown, "inspection");
        Inspected.When(FollowUp(Id(11), 5)).ThenRefused(RefusalCodes.InspectionNotRemarked, "outcomes[0].criterion");
    }

    [Fact]
    public void A_correction_does_not_rest_on_what_it_takes_away() => Inspected
        .When(Corrected(VanAn, Id(10), Cancelled(Id(10)))).ThenRefused(RefusalCodes.InspectionUnknown, "replacement.schedule");

    [Fact]
    public void What_is_to_be_or_was_inspected_is_a_criterion_there_is()
    {
        InspectedCriterion[] wrong = [new(Set2016, 5), new(Set2016, 20), new(new SetId("khong-co"), 1)];
        var scheduled = new InspectionScheduled { Unit = VanAn, EffectiveOn = Somewhen, DueBy = Somewhen, Criteria = wrong };
        var held = new InspectionHeld { Unit = VanAn, EffectiveOn = Somewhen, Team = "Đoàn", Findings = [], Inspected = wrong };

        Inspected.When(Line(scheduled)).ThenRefused((1, RefusalCodes.CriterionUnknown, "criteria[1].criterion"), (1, RefusalCodes.SetUnknown, "criteria[2].set"));
        Inspected.When(Line(held)).ThenRefused((1, RefusalCodes.CriterionUnknown, "inspected[1].criterion"), (1, RefusalCodes.SetUnknown, "inspected[2].set"));
    }

    // As ever: a report may come before the inspection it is of.
    [Fact]
    public void A_remedy_reported_of_an_inspection_nobody_recorded_is_welcome() =>
        Inspected.When(Line(new RemedyDone { Unit = VanAn, EffectiveOn = Somewhen, Inspection = Id(99), Criterion = 5 })).ThenRecorded("remedy_done");

    private static SubmittedLine Postponed(Guid schedule) =>
        Line(new InspectionPostponed { Unit = VanAn, EffectiveOn = Somewhen, Schedule = schedule, DueBy = Somewhen.AddDays(30) });

    private static SubmittedLine Cancelled(Guid schedule, UnitId? unit = null) =>
        Line(new InspectionCancelled { Unit = unit ?? VanAn, EffectiveOn = Somewhen, Schedule = schedule });

    private static SubmittedLine Held(Guid schedule) =>
        Line(new InspectionHeld { Unit = VanAn, EffectiveOn = Somewhen, Team = "Đoàn", Findings = [], Schedule = schedule });

    private static SubmittedLine FollowUp(Guid inspection, int criterion) => Line(new FollowUpHeld
    {
        Unit = VanAn, EffectiveOn = Somewhen, Inspection = inspection, Team = "Đoàn", Outcomes = [new(criterion, RemedyVerdict.Closed, null, null)],
    });
}
