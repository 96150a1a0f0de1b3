using Ntm.Domain.Units;
using Ntm.Projections.Index;
using Ntm.Projections.UnitList;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class UnitListReadingTests
{
    private static readonly UnitId HoaCu = UnitId.Parse("cao-loc.hoa-cu");
    private static readonly UnitId DongDang = UnitId.Parse("cao-loc.dong-dang");

    private static readonly RecordIndex Named = IndexOf([
        .. Country, Established(HoaCu, under: CaoLoc), Established(DongDang, level: UnitLevel.Township, under: CaoLoc), Renamed(HoaCu, First, "Hòa Cư"),
        Renamed(DongDang, First, "Đồng Đăng"), Renamed(VanAn, First, "Văn An"), Renamed(VanMong, First, "Vân Mộng"), Renamed(LangSon, First, "Lạng Sơn"),
        Renamed(VanQuan, First, "Văn Quan"), Renamed(CaoLoc, First, "Cao Lộc"),
    ]);

    [Fact]
    public void Every_living_unit_is_listed_in_ordinal_order() =>
        Assert.Equal(
            ["cao-loc", "cao-loc.dong-dang", "cao-loc.hoa-cu", "lang-son", "van-quan", "van-quan.van-an", "van-quan.van-mong"],
            Ask(Named, null).Select(row => row.Unit));

    [Fact]
    public void A_row_says_how_the_unit_was_called_coded_and_placed_that_day()
    {
        var index = IndexOf([
            .. Country, Renamed(VanAn, Day(2020, 1, 1), "Văn An"), Line(new UnitRecoded { Unit = VanAn, EffectiveOn = Day(2020, 1, 1), Code = "06325" }),
            Line(new UnitLevelChanged { Unit = VanAn, EffectiveOn = Day(2020, 1, 1), Level = UnitLevel.SpecialZone }),
            Reparented(VanAn, Day(2020, 1, 1), under: LangSon),
        ]);

        Assert.Contains(new UnitRow("van-quan.van-an", "van-quan.van-an", null, "commune", "van-quan"), UnitListReading.Answer(index, null, Day(2019, 12, 31), 9, null)!);
        Assert.Contains(new UnitRow("van-quan.van-an", "Văn An", "06325", "special_zone", "lang-son"), UnitListReading.Answer(index, null, Day(2020, 1, 1), 9, null)!);
        Assert.Contains(new UnitRow("van-quan.van-an", "Văn An", null, "commune", "van-quan"), UnitListReading.Answer(index, null, Day(2020, 1, 1), 6, null)!);
    }

    [Theory]
    [InlineData("hoà")]
    [InlineData("Hòa")]
    [InlineData("hoa")]
    [InlineData("HOA CU")]
    [InlineData("òa cư")]
    [InlineData("Ho\u0300a")]
    public void A_name_is_found_however_its_tone_marks_are_set(string name) => Assert.Equal(["cao-loc.hoa-cu"], Ask(Named, name).Select(row => row.Unit));

    [Theory]
    [InlineData("đồng đăng")]
    [InlineData("Dong Dang")]
    [InlineData("Đ")]
    [InlineData("đ")]
    public void So_is_the_crossed_d(string name) => Assert.Equal(["cao-loc.dong-dang"], Ask(Named, name).Select(row => row.Unit));

    [Fact]
    public void One_word_may_find_many_and_a_wrong_one_none()
    {
        Assert.Equal(["van-quan", "van-quan.van-an", "van-quan.van-mong"], Ask(Named, "van").Select(row => row.Unit));
        Assert.Equal(["lang-son"], Ask(Named, "lang").Select(row => row.Unit));
        Assert.Empty(Ask(Named, "van-quan"));
        Assert.Equal(7, Ask(Named, "").Count);
    }

    [Fact]
    public void Names_are_sought_as_they_were_that_day()
    {
        var index = IndexOf([.. Country, Renamed(VanAn, Day(2020, 1, 1), "Hoà Bình")]);

        Assert.Empty(UnitListReading.Answer(index, null, Day(2019, 12, 31), 6, "hoa")!);
        Assert.Single(UnitListReading.Answer(index, null, Day(2020, 1, 1), 6, "hoa")!);
        Assert.Empty(UnitListReading.Answer(index, null, Day(2020, 1, 1), 5, "hoa")!);
    }

    [Fact]
    public void Under_a_unit_are_those_below_it_on_every_level_and_not_itself()
    {
        Assert.Equal(["cao-loc.dong-dang", "cao-loc.hoa-cu"], Under(Named, CaoLoc)!.Select(row => row.Unit));
        Assert.Equal(6, Under(Named, LangSon)!.Count);
        Assert.Empty(Under(Named, HoaCu)!);
        Assert.Null(Under(Named, Nowhere));
        Assert.Null(UnitListReading.Answer(Named, CaoLoc, Day(2018, 1, 1), 2, null));
    }

    [Fact]
    public void Units_not_yet_born_or_already_ended_are_not_listed()
    {
        var index = IndexOf([.. Country, Established(HoaCu, Day(2020, 1, 1), under: CaoLoc), Dissolved(VanAn, Day(2020, 1, 1))]);

        Assert.DoesNotContain(UnitListReading.Answer(index, null, Day(2019, 12, 31), 7, null)!, row => row.Unit == HoaCu.Value);
        Assert.Contains(UnitListReading.Answer(index, null, Day(2019, 12, 31), 7, null)!, row => row.Unit == VanAn.Value);
        Assert.Contains(UnitListReading.Answer(index, null, Day(2020, 1, 1), 7, null)!, row => row.Unit == HoaCu.Value);
        Assert.DoesNotContain(UnitListReading.Answer(index, null, Day(2020, 1, 1), 7, null)!, row => row.Unit == VanAn.Value);
    }

    private static IReadOnlyList<UnitRow> Ask(RecordIndex index, string? name) => UnitListReading.Answer(index, null, Day(2018, 1, 1), index.Position, name)!;

    private static IReadOnlyList<UnitRow>? Under(RecordIndex index, UnitId above) => UnitListReading.Answer(index, above, Day(2018, 1, 1), index.Position, null);
}
