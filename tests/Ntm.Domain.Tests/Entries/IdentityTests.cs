using Ntm.Domain.Plans;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Entries;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("van-quan")]
    [InlineData("van-quan.van-mong")]
    [InlineData("06298")]
    [InlineData("a")]
    [InlineData("a-1.b-2")]
    public void An_identity_is_a_slug(string text)
    {
        Assert.True(UnitId.TryParse(text, out var unit));
        Assert.Equal(text, unit.Value);
        Assert.Equal(unit, UnitId.Parse(text));
        Assert.True(PlanId.TryParse(text, out var plan));
        Assert.Equal(text, plan.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Van-quan")]
    [InlineData("văn-quan")]
    [InlineData("van quan")]
    [InlineData("van_quan")]
    [InlineData("-van")]
    [InlineData("van-")]
    [InlineData("van..quan")]
    [InlineData("van-.quan")]
    [InlineData("van-quan\n")]
    [InlineData("٠٦")]
    public void And_nothing_else(string? text)
    {
        Assert.False(UnitId.TryParse(text, out _));
        Assert.False(PlanId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => UnitId.Parse(text!));
    }

    [Fact]
    public void Of_a_thousand_letters_at_most()
    {
        Assert.True(UnitId.TryParse(new string('a', 1000), out _));
        Assert.False(UnitId.TryParse(new string('a', 1001), out _));
    }

    [Fact]
    public void Units_stand_in_ordinal_order()
    {
        var units = new[] { "van-quan.a", "van-quan", "van-quan-2", "cao-loc", "1" }.Select(UnitId.Parse).Order(UnitId.Ordinal);

        Assert.Equal(["1", "cao-loc", "van-quan", "van-quan-2", "van-quan.a"], units.Select(unit => unit.Value));
    }
}
