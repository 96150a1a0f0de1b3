using Ntm.Domain.Refusals;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

public sealed class EstablishmentTests
{
    private static readonly DateOnly Later = Day(2015, 1, 1);

    [Fact]
    public void A_unit_is_established_once()
    {
        Spec.Given(Established(VanAn)).When(Established(VanAn, Later)).ThenRefused(RefusalCodes.UnitExists, "unit");
        Spec.Given().When(Established(VanAn), Established(VanAn, Later)).ThenRefused((2, RefusalCodes.UnitExists, "unit"));
    }

    [Fact]
    public void The_identity_of_an_ended_unit_is_not_given_to_another() =>
        Spec.Given(Established(VanAn), Dissolved(VanAn, Later)).When(Established(VanAn, Later.AddYears(1))).ThenRefused(RefusalCodes.UnitExists, "unit");

    [Fact]
    public void After_its_establishment_was_retracted_a_unit_may_be_established_again() =>
        Spec.Given(Established(VanAn).As(Id(1)), Retracted(VanAn, Id(1))).When(Established(VanAn, Later)).ThenRecorded("unit_established");

    [Fact]
    public void And_then_again_only_once() =>
        Spec.Given(Established(VanAn).As(Id(1)), Retracted(VanAn, Id(1)), Established(VanAn, Later).As(Id(2)))
            .When(Established(VanAn)).ThenRefused(RefusalCodes.UnitExists, "unit");

    [Fact]
    public void An_establishment_may_lie_ahead_or_long_ago()
    {
        Spec.Given().When(Established(VanAn, Spec.Today.AddYears(5))).ThenRecorded("unit_established");
        Spec.Given().When(Established(VanAn, Day(1, 1, 1))).ThenRecorded("unit_established");
    }

    [Fact]
    public void A_unit_may_be_placed_under_one_that_is_established_later() =>
        Spec.Given(Established(VanQuan, Later)).When(Established(VanAn, under: VanQuan)).ThenRecorded("unit_established");

    // Entries rest on an establishment: without it they would speak of a unit the record does not know.
    [Fact]
    public void An_establishment_on_which_a_finding_rests_cannot_be_retracted() =>
        Spec.Given(Established(VanAn).As(Id(1)), Attained(VanAn, Later)).When(Retracted(VanAn, Id(1))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");

    [Fact]
    public void Nor_one_on_which_the_place_of_another_unit_rests() =>
        Spec.Given(Country).When(Retracted(CaoLoc, Id(3))).ThenRecorded("entry_retracted")
            .When(Retracted(VanQuan, Id(2))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");

    [Fact]
    public void Nor_one_that_is_named_in_a_merger_or_as_a_successor()
    {
        Spec.Given(Country).And(Merged(VanMong, Later, VanAn)).When(Retracted(VanAn, Id(4))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");
        Spec.Given(Country).And(Merged(VanMong, Later, VanAn)).When(Retracted(VanMong, Id(5))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");
        Spec.Given(Country).And(Dissolved(VanAn, Later, VanMong)).When(Retracted(VanMong, Id(5))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");
    }

    [Fact]
    public void Nor_one_that_a_plan_is_for() =>
        Spec.Given(Country).And(PlanIssued(CaoLoc, Later)).When(Retracted(CaoLoc, Id(3))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");

    [Fact]
    public void Once_what_rests_on_it_is_retracted_an_establishment_can_be_too()
    {
        Spec.Given(Country).And(Attained(VanAn, Later).As(Id(10)), Retracted(VanAn, Id(10))).When(Retracted(VanAn, Id(4))).ThenRecorded("entry_retracted");
        Spec.Given(Country).And(Merged(VanMong, Later, VanAn).As(Id(10)), Retracted(VanMong, Id(10)))
            .When(Retracted(VanAn, Id(4)), Retracted(VanMong, Id(5))).ThenRecorded("entry_retracted", "entry_retracted");
        Spec.Given(Country).And(Reparented(VanAn, Later, under: CaoLoc).As(Id(10)), Retracted(VanAn, Id(10)))
            .When(Retracted(CaoLoc, Id(3))).ThenRecorded("entry_retracted");
    }

    [Fact]
    public void A_later_parent_does_not_free_the_earlier_one() =>
        Spec.Given(Country).And(Reparented(VanAn, Later, under: CaoLoc), Reparented(VanMong, Later, under: CaoLoc))
            .When(Retracted(VanQuan, Id(2))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");

    [Fact]
    public void It_can_be_corrected_if_the_correction_keeps_the_unit() =>
        Spec.Given(Country).And(Attained(VanAn, Later)).When(Corrected(VanAn, Id(4), Established(VanAn, Day(2009, 1, 1), under: CaoLoc)))
            .ThenRecorded("entry_retracted", "unit_established");

    [Fact]
    public void But_not_into_the_establishment_of_another_unit_or_into_something_else()
    {
        var record = Spec.Given(Country).And(Attained(VanAn, Later));

        record.When(Corrected(VanAn, Id(4), Established(Nowhere))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");
        record.When(Corrected(VanAn, Id(4), Renamed(VanMong, Later, "Vân Mộng"))).ThenRefused(RefusalCodes.UnitHasEntries, "entry");
    }

    [Fact]
    public void An_establishment_nothing_rests_on_may_be_corrected_into_that_of_another_unit() =>
        Spec.Given(Country).When(Corrected(VanAn, Id(4), Established(Nowhere))).ThenRecorded("entry_retracted", "unit_established");

    [Fact]
    public void A_correction_may_move_it_past_findings_that_stand()
    {
        var moved = Corrected(VanAn, Id(4), Established(VanAn, Later.AddYears(1), under: VanQuan));

        Spec.Given(Country).And(Attained(VanAn, Later)).When(moved).ThenRecorded("entry_retracted", "unit_established")
            .When(Attained(VanAn, Later)).ThenRefused(RefusalCodes.UnitNotYet, "effectiveOn");
    }
}
