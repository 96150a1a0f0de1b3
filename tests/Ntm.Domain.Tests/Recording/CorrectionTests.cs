using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

public sealed class CorrectionTests
{
    private static readonly DateOnly Somewhen = Day(2018, 6, 30);

    private static Spec Found => Spec.Given(Country).And(Attained(VanAn, Somewhen).As(Id(10)));

    [Fact]
    public void It_is_stored_as_a_retraction_and_its_replacement_side_by_side()
    {
        var corrected = Found.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(12))).As(Id(11)));

        corrected.ThenRecorded("entry_retracted", "criterion_lost");
        Assert.Equal([(Id(11), 1), (Id(12), 1)], corrected.New.Select(entry => (entry.Id, entry.Line)));
        Assert.Equal(Id(12), ((Retraction.EntryRetracted)corrected.New[0].Entry).ReplacedBy);
    }

    [Fact]
    public void It_may_name_another_unit_set_criterion_and_day()
    {
        Found.When(Corrected(VanAn, Id(10), Attained(VanMong, Somewhen))).ThenRecorded("entry_retracted", "criterion_attained");
        Found.When(Corrected(VanAn, Id(10), Attained(VanAn, Somewhen, set: Set2021))).ThenRecorded("entry_retracted", "criterion_attained");
        Found.When(Corrected(VanAn, Id(10), Attained(VanAn, Somewhen, criterion: 6))).ThenRecorded("entry_retracted", "criterion_attained");
        Found.When(Corrected(VanAn, Id(10), Attained(VanAn, Day(2012, 1, 1)))).ThenRecorded("entry_retracted", "criterion_attained");
    }

    [Fact]
    public void Each_of_the_two_lives_in_its_own_stream() =>
        Assert.Equal(
            ["unit-van-quan.van-an", "unit-van-quan.van-mong"],
            Found.When(Corrected(VanAn, Id(10), Attained(VanMong, Somewhen))).New.Select(entry => entry.Stream));

    [Fact]
    public void A_correction_can_be_corrected_again() =>
        Found.And(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(12))))
            .When(Corrected(VanAn, Id(12), Attained(VanAn, Somewhen))).ThenRecorded("entry_retracted", "criterion_attained");

    [Fact]
    public void What_was_corrected_is_not_corrected_again() =>
        Found.And(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen))).When(Corrected(VanAn, Id(10), Attained(VanAn, Somewhen)))
            .ThenRefused(RefusalCodes.EntryRetracted, "entry");

    [Fact]
    public void It_names_an_entry_of_the_record_by_its_unit()
    {
        Found.When(Corrected(VanAn, Id(99), Lost(VanAn, Somewhen))).ThenRefused(RefusalCodes.EntryUnknown, "entry");
        Found.When(Corrected(VanMong, Id(10), Lost(VanMong, Somewhen))).ThenRefused(RefusalCodes.EntryOtherUnit, "unit");
    }

    [Fact]
    public void The_replacement_is_held_to_the_rules_of_its_type()
    {
        Found.When(Corrected(VanAn, Id(10), Lost(Nowhere, Somewhen))).ThenRefused(RefusalCodes.UnitUnknown, "replacement.unit");
        Found.When(Corrected(VanAn, Id(10), Lost(VanAn, Spec.Today.AddDays(1)))).ThenRefused(RefusalCodes.FindingInFuture, "replacement.effectiveOn");
        Found.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen, criterion: 20))).ThenRefused(RefusalCodes.CriterionUnknown, "replacement.criterion");
        Found.When(Corrected(VanAn, Id(10), Attained(VanAn, Somewhen, set: new SetId("x")))).ThenRefused(RefusalCodes.SetUnknown, "replacement.set");
        Found.When(Corrected(VanAn, Id(10), Established(VanMong))).ThenRefused(RefusalCodes.UnitExists, "replacement.unit");
    }

    [Fact]
    public void As_if_the_entry_it_replaces_had_never_been_said() =>
        Spec.Given(Country).And(Dissolved(VanAn, Somewhen).As(Id(10)))
            .When(Corrected(VanAn, Id(10), Merged(VanMong, Somewhen, VanAn))).ThenRecorded("entry_retracted", "units_merged");

    // An export holds the two entries on two lines; they are judged as the one correction they were.
    [Fact]
    public void The_two_lines_of_an_export_are_one_correction() =>
        Spec.Given(Country).And(Attained(VanAn, Somewhen))
            .When(
                Retracted(VanAn, Id(4), replacedBy: Id(12)).As(Id(11)),
                Established(VanAn, Day(2009, 1, 1), under: VanQuan).As(Id(12)))
            .ThenRecorded("entry_retracted", "unit_established");

    [Fact]
    public void The_second_must_follow_at_once()
    {
        var retraction = Retracted(VanAn, Id(10), replacedBy: Id(12)).As(Id(11));

        Found.When(retraction).ThenRefused(RefusalCodes.ReplacementMissing, "replacedBy");
        Found.When(retraction, Lost(VanAn, Somewhen).As(Id(13))).ThenRefused(RefusalCodes.ReplacementMissing, "replacedBy");
        Found.When(retraction, Lost(VanAn, Somewhen)).ThenRefused(RefusalCodes.ReplacementMissing, "replacedBy");
        Found.When(retraction, Lost(VanMong, Somewhen), Lost(VanAn, Somewhen).As(Id(12))).ThenRefused(RefusalCodes.ReplacementMissing, "replacedBy");
    }

    [Fact]
    public void A_retraction_or_a_correction_does_not_stand_in_its_place()
    {
        var retraction = Retracted(VanAn, Id(10), replacedBy: Id(12)).As(Id(11));
        var found = Found.And(Attained(VanMong, Somewhen).As(Id(20)));

        found.When(retraction, Retracted(VanMong, Id(20)).As(Id(12))).ThenRefused(RefusalCodes.ReplacementMissing, "replacedBy");
        found.When(retraction, Corrected(VanMong, Id(20), Lost(VanMong, Somewhen)).As(Id(12))).ThenRefused(RefusalCodes.ReplacementMissing, "replacedBy");
    }

    [Fact]
    public void Faults_of_the_second_line_are_named_on_the_second_line() =>
        Found.When(Retracted(VanAn, Id(10), replacedBy: Id(12)).As(Id(11)), Lost(VanAn, Spec.Today.AddDays(1)).As(Id(12)))
            .ThenRefused((2, RefusalCodes.FindingInFuture, "effectiveOn"));

    [Fact]
    public void And_those_of_the_first_on_the_first() =>
        Found.When(Retracted(VanMong, Id(10), replacedBy: Id(12)).As(Id(11)), Lost(VanAn, Somewhen).As(Id(12)))
            .ThenRefused((1, RefusalCodes.EntryOtherUnit, "unit"));
}
