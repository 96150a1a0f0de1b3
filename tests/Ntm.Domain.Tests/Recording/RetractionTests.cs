using Ntm.Domain.Refusals;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

public sealed class RetractionTests
{
    private static readonly DateOnly Somewhen = Day(2018, 6, 30);

    private static Spec Found => Spec.Given(Country).And(Attained(VanAn, Somewhen).As(Id(10)));

    [Fact]
    public void A_finding_can_be_retracted() => Found.When(Retracted(VanAn, Id(10))).ThenRecorded("entry_retracted");

    [Fact]
    public void Even_on_the_line_after_it() =>
        Spec.Given(Country).When(Attained(VanAn, Somewhen).As(Id(10)), Retracted(VanAn, Id(10))).ThenRecorded("criterion_attained", "entry_retracted");

    [Fact]
    public void A_retraction_names_the_unit_of_the_entry() =>
        Found.When(Retracted(VanMong, Id(10))).ThenRefused(RefusalCodes.EntryOtherUnit, "unit");

    [Fact]
    public void Nothing_is_retracted_twice()
    {
        Found.And(Retracted(VanAn, Id(10))).When(Retracted(VanAn, Id(10))).ThenRefused(RefusalCodes.EntryRetracted, "entry");
        Found.When(Retracted(VanAn, Id(10)), Retracted(VanAn, Id(10))).ThenRefused((2, RefusalCodes.EntryRetracted, "entry"));
        Found.And(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen))).When(Retracted(VanAn, Id(10))).ThenRefused(RefusalCodes.EntryRetracted, "entry");
    }

    [Fact]
    public void A_retraction_is_not_retracted()
    {
        var retracted = Found.And(Retracted(VanAn, Id(10)).As(Id(11)));

        retracted.When(Retracted(VanAn, Id(11))).ThenRefused(RefusalCodes.EntryIsRetraction, "entry");
        retracted.When(Corrected(VanAn, Id(11), Attained(VanAn, Somewhen))).ThenRefused(RefusalCodes.EntryIsRetraction, "entry");
    }

    [Fact]
    public void What_is_not_in_the_record_is_not_retracted()
    {
        Found.When(Retracted(VanAn, Id(99))).ThenRefused(RefusalCodes.EntryUnknown, "entry");
        Found.When(Retracted(VanAn, Id(11)), Attained(VanAn, Somewhen).As(Id(11))).ThenRefused(RefusalCodes.EntryUnknown, "entry");
    }

    [Fact]
    public void A_gap_that_another_program_left_in_the_order_is_no_entry()
    {
        var gap = Spec.Given(Country).AndTombstone(Id(10));

        gap.When(Retracted(VanAn, Id(10))).ThenRefused(RefusalCodes.EntryUnknown, "entry");
        gap.When(Corrected(VanAn, Id(10), Attained(VanAn, Somewhen))).ThenRefused(RefusalCodes.EntryUnknown, "entry");
        gap.When(Attained(VanAn, Somewhen).As(Id(10))).ThenRefused(RefusalCodes.EntryIdReused, "id");
    }

    [Fact]
    public void A_decision_is_not_retracted() =>
        Spec.Given(Country).And(Recognised(VanAn, Somewhen).As(Id(10))).When(Retracted(VanAn, Id(10))).ThenRefused(RefusalCodes.EntryIsDecision, "entry");

    [Fact]
    public void But_it_may_be_corrected() =>
        Spec.Given(Country).And(Recognised(VanAn, Somewhen).As(Id(10)))
            .When(Corrected(VanAn, Id(10), Recognised(VanAn, Somewhen, year: 2017))).ThenRecorded("entry_retracted", "recognition_granted");

    [Fact]
    public void A_retraction_lives_in_the_stream_of_the_entry_it_names()
    {
        var record = Found.And(PlanIssued(VanQuan, Somewhen).As(Id(11)));

        Assert.Equal("unit-van-quan.van-an", Assert.Single(record.When(Retracted(VanAn, Id(10))).New).Stream);
        Assert.Equal("plan-van-quan.15-kh-ubnd-2018", Assert.Single(record.When(Retracted(VanQuan, Id(11))).New).Stream);
    }

    [Fact]
    public void A_merger_lives_in_the_stream_of_the_unit_that_takes_in_the_others() =>
        Assert.Equal("unit-van-quan.van-mong", Assert.Single(Found.When(Merged(VanMong, Day(2020, 1, 1), VanAn)).New).Stream);
}
