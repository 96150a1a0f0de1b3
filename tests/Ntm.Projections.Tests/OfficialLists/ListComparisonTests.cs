using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using Ntm.Projections.OfficialLists;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.OfficialLists;

/// <summary>What a list says of the record, and where it could mean two things.</summary>
public sealed class ListComparisonTests
{
    private static readonly DateOnly On = Day(2020, 1, 1);

    private static SubmittedLine[] District =>
    [
        Unit("lang-son", "Lạng Sơn", UnitLevel.Province, null, "20"), Unit("van-quan", "Văn Quan", UnitLevel.District, "lang-son", "184"),
        Unit("van-quan.van-an", "Văn An", UnitLevel.Commune, "van-quan", "06280"), Unit("van-quan.hoa-binh", "Hòa Bình", UnitLevel.Commune, "van-quan", "06274"),
    ];

    [Fact]
    public void What_list_and_record_both_say_is_the_same() => SaysTheSame(Compare(District, Row(2, "Văn An", "06280"), Row(3, "Hòa Bình", "06274")));

    [Theory]
    [InlineData("Hoà Bình")]
    [InlineData("HÒA BÌNH")]
    [InlineData("Xã Hòa Bình")]
    [InlineData("Hòa  Bình ")]
    public void One_name_is_found_however_it_is_spelt(string written) => SaysTheSame(Compare(District, Row(2, "Văn An", null), Row(3, written, null)));

    [Theory]
    [InlineData("Hóa Bình")]
    [InlineData("Hoa Bình")]
    [InlineData("Hòa Bĩnh")]
    public void Another_tone_is_another_name(string written) =>
        Assert.Equal(["doubtful van-quan.hoa-binh"], Compare(District, Row(2, "Văn An", null), Row(3, written, null)).Differences.Select(Told));

    [Fact]
    public void A_list_without_codes_recodes_nobody_and_one_with_codes_tells_what_changed()
    {
        var difference = Assert.Single(Compare(District, Row(2, "Văn An", "06298"), Row(3, "Hòa Bình", "06274")).Differences);

        Assert.Equal(("recoded", "van-quan.van-an", "06298", "06280"), (difference.Kind, difference.Unit, difference.Code, difference.Was!.Code));
    }

    [Fact]
    public void A_code_of_a_unit_whose_name_is_gone_is_a_doubt_with_both_readings_and_never_a_renaming()
    {
        var doubt = Assert.Single(Compare(District, Row(2, "Điềm He", "06280"), Row(3, "Hòa Bình", "06274")).Differences);

        Assert.Equal(("doubtful", "van-quan.van-an", "van-quan.diem-he", "same_code"), (doubt.Kind, doubt.Unit, doubt.NewUnit, doubt.Reason));
        Assert.Equal(["renamed", "new"], doubt.Readings!);
        Assert.Null(doubt.Reading);
    }

    [Fact]
    public void A_code_that_went_to_another_commune_is_told_beside_it()
    {
        var differences = Compare(District, Row(2, "Hòa Bình", "06280")).Differences;

        Assert.Equal(["recoded van-quan.hoa-binh", "gone van-quan.van-an"], differences.Select(Told));
        Assert.Equal("van-quan.van-an", differences[0].CodeOf);
    }

    [Fact]
    public void One_name_gone_and_one_come_is_a_doubt_unless_both_codes_are_known_and_differ()
    {
        Assert.Equal(["doubtful van-quan.van-an"], Compare(District, Row(2, "Điềm He", null), Row(3, "Hòa Bình", null)).Differences.Select(Told));
        Assert.Equal(
            ["new van-quan.diem-he", "gone van-quan.van-an"], Compare(District, Row(2, "Điềm He", "06281"), Row(3, "Hòa Bình", null)).Differences.Select(Told));
    }

    [Fact]
    public void Several_gone_and_several_come_are_told_as_such() => Assert.Equal(
        ["new van-quan.diem-he", "new van-quan.an-son", "gone van-quan.hoa-binh", "gone van-quan.van-an"],
        Compare(District, Row(2, "Điềm He", null), Row(3, "An Sơn", null)).Differences.Select(Told));

    [Fact]
    public void A_commune_that_became_a_township_keeps_its_identity() => Assert.Equal(
        ["level_changed van-quan.van-an"],
        Compare(District, Row(2, "Văn An", null, UnitLevel.Township), Row(3, "Hòa Bình", null)).Differences.Select(Told));

    [Fact]
    public void A_town_and_a_commune_of_one_name_are_two_units()
    {
        var differences = Compare(District, Row(2, "Văn An", null), Row(3, "Văn An", null, UnitLevel.Township), Row(4, "Hòa Bình", null)).Differences;

        Assert.Equal(["new van-quan.thi-tran-van-an"], differences.Select(Told));
    }

    // In July 2025 new communes took name and code of one they were made of.
    [Fact]
    public void A_name_under_a_parent_of_another_tier_is_a_doubt_even_with_the_same_code()
    {
        var doubt = Compare(District, "lang-son", Row(2, "Văn An", "06280") with { Parent = Under("Lạng Sơn", UnitTier.Province) }).Differences[0];

        Assert.Equal(("doubtful", "other_parent", "lang-son.van-an"), (doubt.Kind, doubt.Reason, doubt.NewUnit));
        Assert.Equal(["reparented", "new"], doubt.Readings!);
    }

    [Fact]
    public void Name_and_code_together_say_that_a_commune_moved_to_another_district()
    {
        SubmittedLine[] two = [.. District, Unit("cao-loc", "Cao Lộc", UnitLevel.District, "lang-son", "183")];
        var list = new[] { Row(2, "Văn An", "06280") with { Parent = Under("Cao Lộc") }, Row(3, "Hòa Bình", null) with { Parent = Under("Văn Quan") } };

        Assert.Equal(["reparented van-quan.van-an"], Compare(two, "lang-son", list).Differences.Select(Told));
        Assert.Equal("cao-loc", Compare(two, "lang-son", list).Differences[0].Parent);
        Assert.Equal(["doubtful van-quan.van-an"], Compare(two, "lang-son", list[0] with { Code = null }, list[1]).Differences.Select(Told));
    }

    [Fact]
    public void A_whole_country_is_built_from_an_empty_record_parents_first()
    {
        var compared = Compare([], (string?)null,
            Row(2, "Lạng Sơn", "20", UnitLevel.Province), Row(3, "Văn Quan", "184", UnitLevel.District) with { Parent = Under("Lạng Sơn") },
            Row(4, "Văn Quan", "06253", UnitLevel.Township) with { Parent = Under("Văn Quan", code: "184") },
            Row(5, "Phường 1", null, UnitLevel.Ward) with { Parent = Under("Văn Quan", UnitTier.District) });

        Assert.Equal(["new lang-son", "new van-quan", "new van-quan.van-quan", "new van-quan.phuong-1"], compared.Differences.Select(Told));
        Assert.Equal([null, "lang-son", "van-quan", "van-quan"], compared.Differences.Select(difference => difference.Parent));
    }

    [Fact]
    public void Districts_of_one_name_are_told_apart_by_their_provinces_also_where_all_are_new()
    {
        var compared = Compare([], (string?)null,
            Row(2, "An Giang", "89", UnitLevel.Province), Row(3, "Long An", "80", UnitLevel.Province),
            Row(4, "Châu Thành", null, UnitLevel.District) with { Parent = Under("An Giang") }, Row(5, "Châu Thành", null, UnitLevel.District) with { Parent = Under("Long An") },
            Row(6, "Tân Trụ", null) with { Parent = Under("Châu Thành") with { Above = Under("Tỉnh Long An") } });

        Assert.Equal(
            ["new an-giang", "new long-an", "new chau-thanh", "new long-an.chau-thanh", "new long-an.chau-thanh.tan-tru"], compared.Differences.Select(Told));
    }

    [Fact]
    public void Units_of_a_tier_the_list_does_not_speak_of_are_not_gone() =>
        Assert.Empty(Compare(District, (string?)null, Row(2, "Lạng Sơn", "20", UnitLevel.Province)).Differences);

    [Fact]
    public void An_identity_that_was_ever_used_is_not_proposed_again()
    {
        SubmittedLine[] ended = [.. District, Dissolved(UnitId.Parse("van-quan.van-an"), Day(2019, 1, 1))];

        Assert.Equal(["new van-quan.van-an-2"], Compare(ended, Row(2, "Văn An", "06280"), Row(3, "Hòa Bình", null)).Differences.Select(Told));
    }

    [Theory]
    [InlineData("list.code_repeated")]
    [InlineData("list.name_repeated")]
    [InlineData("list.parent_unknown")]
    [InlineData("list.parent_doubtful")]
    [InlineData("list.unit_ambiguous")]
    public void A_list_that_cannot_be_compared_says_why_and_where(string code)
    {
        var (record, list) = code switch
        {
            "list.code_repeated" => (District, new[] { Row(2, "Văn An", "06280"), Row(7, "Hòa Bình", "06280") }),
            "list.name_repeated" => (District, [Row(2, "Văn An", "06280"), Row(7, "Xã VĂN AN", "06281")]),
            "list.parent_unknown" => (District, [Row(7, "Văn An", null) with { Parent = Under("Cao Lộc") }]),
            "list.parent_doubtful" => (District,
                [Row(2, "Văn Quang", "184", UnitLevel.District) with { Parent = Under("Lạng Sơn") }, Row(7, "Văn An", null) with { Parent = Under("Văn Quang") }]),
            _ => ([.. District, Unit("van-quan.van-an-hai", "Văn An", UnitLevel.Commune, "van-quan", null)], [Row(7, "Văn An", null)]),
        };
        var (_, refusals) = ListComparison.Compare(IndexOf(record).Register, On, UnitId.Parse(code == "list.parent_doubtful" ? "lang-son" : "van-quan"), list);

        Assert.Equal([(7, code)], refusals.Select(refusal => (refusal.Line, refusal.Refusal.Code)));
    }

    private static SubmittedLine Unit(string unit, string name, UnitLevel level, string? parent, string? code) => Line(new UnitEstablished
    {
        Unit = UnitId.Parse(unit), EffectiveOn = First, Name = name, Level = level, Parent = parent is null ? null : UnitId.Parse(parent), Code = code,
    });

    private static ListedUnit Row(int line, string name, string? code, UnitLevel level = UnitLevel.Commune) => new(line, name, level, code, null, null);

    private static ListedParent Under(string name, UnitTier? tier = null, string? code = null) => new("Cấp trên", name, code, tier);

    private static ComparedList Compare(SubmittedLine[] record, params ListedUnit[] list) => Compare(record, "van-quan", list);

    private static ComparedList Compare(SubmittedLine[] record, string? under, params ListedUnit[] list)
    {
        var register = record.Length == 0 ? Register.Empty : IndexOf(record).Register;
        var (compared, refusals) = ListComparison.Compare(register, On, under is null ? null : UnitId.Parse(under), list);
        Assert.Empty(refusals.Select(refusal => refusal.Refusal.English));
        return compared;
    }

    private static void SaysTheSame(ComparedList compared)
    {
        Assert.Equal(["van-quan.hoa-binh", "van-quan.van-an"], compared.Same);
        Assert.Empty(compared.Differences);
    }

    private static string Told(UnitDifference difference) => $"{difference.Kind} {difference.Unit}";
}
