using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>On no day is a unit its own parent, or below itself.</summary>
public sealed class ParentCycleTests
{
    private static readonly UnitId A = UnitId.Parse("a");
    private static readonly UnitId B = UnitId.Parse("b");
    private static readonly UnitId C = UnitId.Parse("c");

    private static Spec Apart => Spec.Given(Established(A).As(Id(1)), Established(B).As(Id(2)), Established(C).As(Id(3)));

    [Fact]
    public void A_unit_is_not_its_own_parent()
    {
        Spec.Given().When(Established(A, under: A)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");
        Apart.When(Reparented(A, Day(2015, 1, 1), under: A)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");
    }

    [Fact]
    public void Nor_placed_under_one_that_lies_below_it()
    {
        var chain = Apart.And(Reparented(B, Day(2015, 1, 1), under: A), Reparented(C, Day(2015, 1, 1), under: B));

        chain.When(Reparented(A, Day(2015, 1, 1), under: C)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");
        chain.When(Reparented(A, Day(2020, 1, 1), under: B)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");
    }

    [Fact]
    public void Two_units_may_change_places_on_one_day() =>
        Apart.And(Reparented(B, Day(2015, 1, 1), under: A))
            .When(Reparented(B, Day(2018, 1, 1), under: C), Reparented(A, Day(2018, 1, 1), under: B))
            .ThenRecorded("unit_reparented", "unit_reparented");

    [Fact]
    public void But_only_in_the_order_that_never_leaves_a_circle() =>
        Apart.And(Reparented(B, Day(2015, 1, 1), under: A))
            .When(Reparented(A, Day(2018, 1, 1), under: B), Reparented(B, Day(2018, 1, 1), under: C))
            .ThenRefused(RefusalCodes.UnitParentCycle, "parent");

    // B is under A from 2012 to 2015 only; A comes under B on a day recorded later but dated within.
    [Fact]
    public void A_place_dated_back_may_make_a_circle_between_two_days_only()
    {
        var record = Apart.And(Reparented(B, Day(2012, 1, 1), under: A), Reparented(B, Day(2015, 1, 1), under: C));

        record.When(Reparented(A, Day(2014, 12, 31), under: B)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");
        record.When(Reparented(A, Day(2011, 1, 1), under: B)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");
        record.When(Reparented(A, Day(2015, 1, 1), under: B)).ThenRecorded("unit_reparented");
    }

    [Fact]
    public void A_place_that_is_given_up_before_the_other_begins_makes_none() =>
        Apart.And(Reparented(A, Day(2012, 1, 1), under: C), Reparented(B, Day(2012, 1, 1), under: A))
            .When(Reparented(A, Day(2011, 1, 1), under: B)).ThenRecorded("unit_reparented");

    [Fact]
    public void Even_a_unit_that_has_ended_stands_above_nobody_it_lies_below() =>
        Apart.And(Reparented(B, Day(2012, 1, 1), under: A), Dissolved(B, Day(2014, 1, 1)))
            .When(Reparented(A, Day(2016, 1, 1), under: B)).ThenRefused(RefusalCodes.UnitParentCycle, "parent");

    [Fact]
    public void An_establishment_can_close_a_circle() =>
        Spec.Given(Established(B).As(Id(1)), Established(A, under: B).As(Id(2)))
            .When(Corrected(B, Id(1), Established(B, under: A)))
            .ThenRefused((1, RefusalCodes.UnitParentCycle, "replacement.parent"), (1, RefusalCodes.UnitParentCycle, "entry"));

    // From 2012 B is under A, from 2015 under C, and from 2016 A is under B; without the middle one B would still be under A in 2016.
    [Fact]
    public void A_retraction_may_not_uncover_a_circle() =>
        Apart.And(Reparented(B, Day(2012, 1, 1), under: A), Reparented(B, Day(2015, 1, 1), under: C).As(Id(10)), Reparented(A, Day(2016, 1, 1), under: B))
            .When(Retracted(B, Id(10))).ThenRefused(RefusalCodes.UnitParentCycle, "entry");

    [Fact]
    public void Nor_may_a_correction()
    {
        var record = Apart.And(
            Reparented(B, Day(2012, 1, 1), under: A), Reparented(B, Day(2015, 1, 1), under: C).As(Id(10)), Reparented(A, Day(2016, 1, 1), under: B));

        record.When(Corrected(B, Id(10), Reparented(C, Day(2015, 1, 1), under: B))).ThenRefused(RefusalCodes.UnitParentCycle, "entry");
        record.When(Corrected(B, Id(10), Attained(B, Day(2015, 1, 1)))).ThenRefused(RefusalCodes.UnitParentCycle, "entry");
        record.When(Corrected(B, Id(10), Reparented(B, Day(2015, 6, 1), under: C))).ThenRecorded("entry_retracted", "unit_reparented");
        record.When(Corrected(B, Id(10), Reparented(B, Day(2016, 1, 2), under: C)))
            .ThenRefused((1, RefusalCodes.UnitParentCycle, "replacement.parent"), (1, RefusalCodes.UnitParentCycle, "entry"));
    }

    [Fact]
    public void A_correction_may_take_a_circle_away_before_it_closes() =>
        Apart.And(Reparented(B, Day(2012, 1, 1), under: A).As(Id(10)))
            .When(Corrected(B, Id(10), Reparented(A, Day(2012, 1, 1), under: B))).ThenRecorded("entry_retracted", "unit_reparented");
}
