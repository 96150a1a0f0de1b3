using Ntm.Domain.Refusals;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>Mergers and dissolutions.</summary>
public sealed class EndingTests
{
    private static readonly DateOnly End = Day(2020, 1, 1);

    [Fact]
    public void A_unit_ends_once()
    {
        Spec.Given(Country).And(Dissolved(VanAn, End)).When(Dissolved(VanAn, End)).ThenRefused(RefusalCodes.UnitEnded, "unit");
        Spec.Given(Country).And(Dissolved(VanAn, End)).When(Dissolved(VanAn, End.AddYears(-1))).ThenRefused(RefusalCodes.UnitEnded, "unit");
        Spec.Given(Country).And(Dissolved(VanAn, End)).When(Merged(VanMong, End.AddYears(1), VanAn)).ThenRefused(RefusalCodes.UnitEnded, "from[0]");
        Spec.Given(Country).And(Merged(VanMong, End, VanAn)).When(Dissolved(VanAn, End)).ThenRefused(RefusalCodes.UnitEnded, "unit");
    }

    [Fact]
    public void Nor_twice_in_one_merger() =>
        Spec.Given(Country).When(Merged(VanMong, End, VanAn, VanAn)).ThenRefused(RefusalCodes.UnitEnded, "from[1]");

    [Fact]
    public void Nor_twice_in_one_batch() =>
        Spec.Given(Country).When(Dissolved(VanAn, End), Dissolved(VanAn, End.AddYears(1))).ThenRefused((2, RefusalCodes.UnitEnded, "unit"));

    [Fact]
    public void After_its_end_was_retracted_it_may_end_again()
    {
        Spec.Given(Country).And(Dissolved(VanAn, End).As(Id(10)), Retracted(VanAn, Id(10))).When(Dissolved(VanAn, End)).ThenRecorded("unit_dissolved");
        Spec.Given(Country).And(Merged(VanMong, End, VanAn).As(Id(10)), Retracted(VanMong, Id(10))).When(Dissolved(VanAn, End)).ThenRecorded("unit_dissolved");
    }

    [Fact]
    public void The_day_of_an_end_can_be_corrected() =>
        Spec.Given(Country).And(Dissolved(VanAn, End).As(Id(10)))
            .When(Corrected(VanAn, Id(10), Dissolved(VanAn, End.AddDays(30)))).ThenRecorded("entry_retracted", "unit_dissolved")
            .When(Attained(VanAn, End)).ThenRecorded("criterion_attained");

    [Fact]
    public void A_unit_that_is_the_parent_of_a_living_one_that_day_does_not_end()
    {
        Spec.Given(Country).When(Dissolved(VanQuan, End)).ThenRefused(RefusalCodes.UnitHasChildren, "unit");
        Spec.Given(Country).When(Merged(CaoLoc, End, VanQuan)).ThenRefused(RefusalCodes.UnitHasChildren, "from[0]");
    }

    [Fact]
    public void Children_that_ended_by_then_are_no_hindrance()
    {
        var childless = Spec.Given(Country).And(Merged(VanAn, End.AddDays(-1), VanMong), Dissolved(VanAn, End));

        childless.When(Dissolved(VanQuan, End)).ThenRecorded("unit_dissolved");
        childless.When(Dissolved(VanQuan, End.AddDays(-1))).ThenRefused(RefusalCodes.UnitHasChildren, "unit");
    }

    [Fact]
    public void Nor_are_children_that_moved_away_by_then()
    {
        var moved = Spec.Given(Country).And(Reparented(VanAn, End, under: LangSon), Reparented(VanMong, End, under: CaoLoc));

        moved.When(Dissolved(VanQuan, End)).ThenRecorded("unit_dissolved");
        moved.When(Dissolved(VanQuan, End.AddDays(-1))).ThenRefused(RefusalCodes.UnitHasChildren, "unit");
    }

    [Fact]
    public void Nor_is_a_child_that_is_not_born_yet() =>
        Spec.Given(Established(CaoLoc), Established(VanAn, End.AddDays(1), under: CaoLoc)).When(Dissolved(CaoLoc, End)).ThenRecorded("unit_dissolved");

    [Fact]
    public void One_merger_may_end_a_district_and_all_that_lies_under_it() =>
        Spec.Given(Country).When(Merged(CaoLoc, End, VanQuan, VanAn, VanMong)).ThenRecorded("units_merged");

    [Fact]
    public void But_not_a_district_and_only_some_of_it() =>
        Spec.Given(Country).When(Merged(CaoLoc, End, VanAn, VanQuan)).ThenRefused(RefusalCodes.UnitHasChildren, "from[1]");

    [Fact]
    public void A_unit_is_not_merged_into_one_of_its_own_children() =>
        Spec.Given(Country).When(Merged(VanAn, End, VanQuan, VanMong)).ThenRefused(RefusalCodes.UnitHasChildren, "from[0]");

    [Fact]
    public void A_unit_is_not_merged_into_itself() =>
        Spec.Given(Country).When(Merged(VanAn, End, VanMong, VanAn)).ThenRefused(RefusalCodes.MergerUnlawful, "from");

    [Fact]
    public void Nor_into_one_that_does_not_live_that_day()
    {
        Spec.Given(Country).And(Dissolved(VanMong, End)).When(Merged(VanMong, End, VanAn)).ThenRefused(RefusalCodes.MergerUnlawful, "unit");
        Spec.Given(Country).When(Merged(VanMong, First.AddDays(-1), VanAn)).ThenRefused(RefusalCodes.MergerUnlawful, "unit");
    }

    [Fact]
    public void It_may_be_merged_into_one_established_the_same_day_or_ended_the_day_after()
    {
        Spec.Given(Country).When(Established(Nowhere, End, under: VanQuan), Merged(Nowhere, End, VanAn, VanMong)).ThenRecorded("unit_established", "units_merged");
        Spec.Given(Country).And(Dissolved(VanMong, End.AddDays(1))).When(Merged(VanMong, End, VanAn)).ThenRecorded("units_merged");
    }

    [Fact]
    public void An_end_is_not_refused_for_findings_already_recorded_after_it() =>
        Spec.Given(Country).And(Attained(VanAn, End.AddYears(1))).When(Dissolved(VanAn, End)).ThenRecorded("unit_dissolved");

    [Fact]
    public void A_unit_may_end_on_a_day_that_lies_ahead() =>
        Spec.Given(Country).When(Dissolved(VanAn, Spec.Today.AddYears(1), VanMong)).ThenRecorded("unit_dissolved");
}
