using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.Domain.Targets;
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

    [Fact]
    public void An_office_does_not_raise_its_own_area_nor_move_it_nor_end_it()
    {
        var commune = Acting.Office(Role.CoordinationOffice, Said.VanAn);
        var raised = Said.Line(new UnitLevelChanged { Unit = Said.VanAn, EffectiveOn = Said.Day(2018, 1, 1), Level = UnitLevel.Province });
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("mai", commune, raised));
        Assert.Equal([AccessRefusalCodes.Area, AccessRefusalCodes.Level], _acting.Record("mai", commune, raised, Said.Attained(Said.VanAn, Said.Day(2018, 6, 30))));
        Assert.Contains(AccessRefusalCodes.Area, _acting.Record("mai", commune, Said.Corrected(Said.VanAn, Said.Id(4), Said.Established(Said.VanAn, level: UnitLevel.Province))));
        Assert.Contains(AccessRefusalCodes.Area, _acting.Record("mai", commune, Said.Dissolved(Said.VanAn, Said.Day(2020, 1, 1))));
        Assert.Empty(_acting.Record("hoa", LangSon, raised));
    }

    [Fact]
    public void Nobody_speaks_for_a_plan_a_target_or_a_task_of_another_area()
    {
        _acting.Record("hoa", LangSon, Said.PlanIssued(Said.LangSon, Said.Day(2018, 1, 1)), Said.Target(Said.VanMong, Said.Day(2018, 1, 2), Said.Day(2018, 12, 31)).As(Said.Id(30)));

        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("lan", VanQuan, Said.PlanRevised(Said.VanQuan, Said.Day(2018, 2, 1))));
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("lan", VanQuan, Said.Target(Said.VanAn, Said.Day(2018, 2, 1), Said.Day(2018, 12, 31))));
        var withdrawn = Said.Line(new TargetWithdrawn { Unit = Said.VanAn, EffectiveOn = Said.Day(2018, 3, 1), Target = Said.Id(30) });
        Assert.Equal([AccessRefusalCodes.Area], _acting.Record("mai", Acting.Office(Role.CoordinationOffice, Said.VanAn), withdrawn));
        Assert.Empty(_acting.Record("lan", VanQuan, withdrawn));
    }

    [Fact]
    public void An_office_takes_back_a_unit_it_established_inside_its_area()
    {
        var added = UnitId.Parse("van-quan.diem-he");
        Assert.Empty(_acting.Record("lan", VanQuan, Said.Established(added, under: Said.VanQuan).As(Said.Id(40))));
        Assert.Empty(_acting.Record("lan", VanQuan, Said.Retracted(added, Said.Id(40))));
    }
}
