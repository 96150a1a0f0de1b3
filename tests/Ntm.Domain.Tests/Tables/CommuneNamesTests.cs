using Ntm.Domain.Tables;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Tables;

public sealed class CommuneNamesTests
{
    private static readonly CommuneNames Names = new(
    [
        Unit("van-quan.van-mong", "Vân Mộng"), Unit("van-quan.van-an", "Văn An"), Unit("van-quan.vinh-lai", "Vĩnh Lại"),
        Unit("van-quan.thi-tran", "Văn Quan", UnitLevel.Township), Unit("van-quan.xa-luong", "Xá Lượng"), Unit("van-quan.xa", "Văn Quan"),
    ]);

    [Theory]
    [InlineData("Vân Mộng")]
    [InlineData("xã Vân Mộng")]
    [InlineData("X. Vân Mộng")]
    [InlineData("12. Xã Vân Mộng")]
    [InlineData("1) Vân Mộng")]
    [InlineData("- Vân Mộng *")]
    [InlineData("Xã: Vân Mộng")]
    public void A_name_is_found_whatever_stands_before_it(string label) => Assert.Equal(["van-quan.van-mong"], Found(label));

    [Theory]
    [InlineData("Vân Mông")]
    [InlineData("Van Mong")]
    [InlineData("Vân  Mộng (xã điểm)")]
    [InlineData("Phường Vân Mộng")]
    [InlineData("Mộng")]
    [InlineData("")]
    public void Less_than_the_whole_name_is_no_match(string label) => Assert.Empty(Found(label));

    [Fact]
    public void The_level_before_a_name_narrows_the_choice()
    {
        Assert.Equal(["van-quan.thi-tran"], Found("Thị trấn Văn Quan"));
        Assert.Equal(["van-quan.thi-tran"], Found("TT. Văn Quan"));
        Assert.Equal(["van-quan.xa"], Found("Xã Văn Quan"));
        Assert.Equal(2, Found("Văn Quan").Count);
    }

    [Fact]
    public void A_name_that_begins_like_a_level_is_found() => Assert.Equal(["van-quan.xa-luong"], Found("Xá Lượng"));

    [Theory]
    [InlineData("Vân Mông", "van-quan.van-mong")]
    [InlineData("van mong", "van-quan.van-mong")]
    [InlineData("Vân Mộng (xã điểm)", "van-quan.van-mong")]
    [InlineData("Vỉnh Lại", "van-quan.vinh-lai")]
    public void A_near_name_is_suggested(string label, string unit) => Assert.Equal(unit, Names.Suggest(label)[0].Unit.Value);

    [Fact]
    public void Nothing_is_suggested_for_what_is_far_from_all() => Assert.Empty(Names.Suggest("Đồng Đăng"));

    private static List<string> Found(string label) => [.. Names.Find(CellText.Clean(label)).Select(unit => unit.Unit.Value)];

    private static NamedUnit Unit(string unit, string name, UnitLevel level = UnitLevel.Commune) => new(UnitId.Parse(unit), name, level, UnitId.Parse("van-quan"));
}
