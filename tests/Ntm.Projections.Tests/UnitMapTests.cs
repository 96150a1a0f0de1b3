using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

/// <summary>Who lies under whom.</summary>
public sealed class UnitMapTests
{
    private static readonly DateOnly Somewhen = Day(2018, 1, 1);

    [Fact]
    public void A_chain_of_living_parents_reaches_over_every_level() =>
        Assert.Equal(["cao-loc", "van-quan", "van-quan.van-an", "van-quan.van-mong"], Under(Country, LangSon, Somewhen));

    [Fact]
    public void A_parent_that_does_not_live_that_day_breaks_the_chain()
    {
        SubmittedLine[] lines =
        [
            Established(LangSon, level: UnitLevel.Province), Established(VanQuan, Day(2015, 1, 1), UnitLevel.District, under: LangSon),
            Established(VanAn, under: VanQuan),
        ];

        Assert.Empty(Under(lines, LangSon, Day(2014, 12, 31)));
        Assert.Equal(["van-quan", "van-quan.van-an"], Under(lines, LangSon, Day(2015, 1, 1)));
    }

    [Fact]
    public void Nothing_lies_under_a_unit_that_does_not_live_that_day() => Assert.Empty(Under(Country, LangSon, First.AddDays(-1)));

    [Fact]
    public void A_unit_moves_with_all_that_lies_under_it()
    {
        var caoBang = UnitId.Parse("cao-bang");
        SubmittedLine[] moved =
            [.. Country, Established(caoBang, level: UnitLevel.Province), Reparented(VanQuan, Day(2020, 1, 1), under: caoBang)];

        Assert.Empty(Under(moved, caoBang, Day(2019, 12, 31)));
        Assert.Equal(["van-quan", "van-quan.van-an", "van-quan.van-mong"], Under(moved, caoBang, Day(2020, 1, 1)));
        Assert.Equal(["cao-loc"], Under(moved, LangSon, Day(2020, 1, 1)));
    }

    [Fact]
    public void A_retracted_move_never_happened_from_then_on()
    {
        var index = IndexOf([.. Country, Reparented(VanAn, Somewhen, under: CaoLoc).As(Id(10)), Retracted(VanAn, Id(10))]);

        Assert.Equal(["van-quan.van-an"], Names(index.Map.Under(CaoLoc, Somewhen, 6)));
        Assert.Empty(index.Map.Under(CaoLoc, Somewhen, 7));
        Assert.Equal(["van-quan.van-an", "van-quan.van-mong"], Names(index.Map.Under(VanQuan, Somewhen, 7)));
    }

    [Fact]
    public void Parts_are_found_through_communes_that_lived_in_between()
    {
        var (between, last) = (UnitId.Parse("b"), UnitId.Parse("z"));
        var register = IndexOf([
            .. Country, Established(between, Day(2020, 1, 1)), Merged(between, Day(2020, 1, 1), VanAn, VanMong),
            Established(last, Day(2022, 1, 1)),
            Merged(last, Day(2022, 1, 1), between),
        ]).Register;

        Assert.Equal(["van-quan.van-an", "van-quan.van-mong"], Parts(register, last, on: Day(2019, 1, 1), boundary: Day(2023, 1, 1)));
        Assert.Equal(["b"], Parts(register, last, on: Day(2021, 1, 1), boundary: Day(2023, 1, 1)));
        Assert.Equal(["van-quan.van-an", "van-quan.van-mong"], Parts(register, between, on: Day(2019, 1, 1), boundary: Day(2023, 1, 1)));
        Assert.Empty(Parts(register, last, on: Day(2019, 1, 1), boundary: Day(2021, 12, 31)));
    }

    // Vân Mộng went into Văn An before Văn An went into Z: Z stands on the ground of both.
    [Fact]
    public void Parts_that_another_part_took_in_meanwhile_are_parts_as_long_as_they_lived()
    {
        var last = UnitId.Parse("z");
        var register = IndexOf([
            .. Country, Merged(VanAn, Day(2020, 1, 1), VanMong), Established(last, Day(2022, 1, 1)), Merged(last, Day(2022, 1, 1), VanAn),
        ]).Register;

        Assert.Equal(["van-quan.van-an", "van-quan.van-mong"], Parts(register, last, on: Day(2019, 12, 31), boundary: Day(2022, 1, 1)));
        Assert.Equal(["van-quan.van-an"], Parts(register, last, on: Day(2020, 1, 1), boundary: Day(2022, 1, 1)));
    }

    [Fact]
    public void A_unit_dissolved_into_another_is_a_part_of_it() =>
        Assert.Equal(
            ["van-quan.van-an"],
            Parts(IndexOf([.. Country, Established(Nowhere, Day(2020, 1, 1)), Dissolved(VanAn, Day(2020, 1, 1), Nowhere)]).Register,
                Nowhere, on: Somewhen, boundary: Day(2020, 1, 1)));

    private static IEnumerable<string> Under(SubmittedLine[] lines, UnitId above, DateOnly on)
    {
        var register = IndexOf(lines).Register;
        return Names(new UnitMap(register).Under(above, on, register.Sequence));
    }

    private static IEnumerable<string> Parts(Register register, UnitId whole, DateOnly on, DateOnly boundary) =>
        Names(new Lineage(register, boundary, register.Sequence).Parts(whole, on));

    private static IEnumerable<string> Names(IEnumerable<UnitHistory> units) => units.Select(unit => unit.Unit.Value);
}
