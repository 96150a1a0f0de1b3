using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Access;

/// <summary>What lies in an area, also of units that moved, ended, or are still to come.</summary>
public sealed class AreaTests
{
    private static readonly Office VanQuan = Acting.Office(Role.CoordinationOffice, Said.VanQuan);
    private static readonly Office CaoLoc = Acting.Office(Role.CoordinationOffice, Said.CaoLoc);
    private static readonly Office LangSon = Acting.Office(Role.CoordinationOffice, Said.LangSon);

    private readonly Acting _acting = new();

    [Fact]
    public void A_unit_is_established_inside_the_area_only()
    {
        var added = UnitId.Parse("van-quan.diem-he");
        Assert.Equal([AccessRefusalCodes.Area, AccessRefusalCodes.Area], _acting.Record("mai", CaoLoc, Said.Established(added, under: Said.VanQuan)));
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("mai", VanQuan, Said.Established(added)));
        Assert.Empty(_acting.Record("lan", VanQuan, Said.Established(added, under: Said.VanQuan)));
    }

    [Fact]
    public void Nobody_moves_a_unit_into_or_out_of_his_area_but_who_is_above_both()
    {
        var move = Said.Reparented(Said.VanAn, Said.Day(2020, 1, 1), Said.CaoLoc);
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("mai", CaoLoc, move));
        Assert.Equal([AccessRefusalCodes.Area, AccessRefusalCodes.Area], _acting.Record("lan", VanQuan, move));
        Assert.Empty(_acting.Record("hoa", LangSon, move));
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("lan", VanQuan, Said.Attained(Said.VanAn, Said.Day(2018, 6, 30))).Take(1));
    }

    [Fact]
    public void Moving_it_first_in_the_same_batch_does_not_help() => Assert.Contains(AccessRefusalCodes.Area, _acting.Record("mai", CaoLoc,
        Said.Reparented(Said.VanAn, Said.Day(2020, 1, 1), Said.CaoLoc), Said.Renamed(Said.VanAn, Said.Day(2021, 1, 1), "Văn An mới")));

    [Fact]
    public void A_unit_that_has_ended_lies_where_it_lay_on_its_last_day()
    {
        Assert.Empty(_acting.Record("hoa", LangSon, Said.Dissolved(Said.VanAn, Said.Day(2020, 1, 1), Said.VanMong)));
        Assert.Empty(_acting.Record("lan", VanQuan, Said.Renamed(Said.VanAn, Said.Day(2018, 1, 1), "Văn An")));
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("mai", CaoLoc, Said.Renamed(Said.VanAn, Said.Day(2018, 1, 1), "Văn An")));
    }

    [Fact]
    public void Units_of_another_area_are_not_merged_into_ones_own() =>
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("mai", Acting.Office(Role.CoordinationOffice, Said.VanMong), Said.Merged(Said.VanMong, Said.Day(2020, 1, 1), Said.VanAn)));
}
