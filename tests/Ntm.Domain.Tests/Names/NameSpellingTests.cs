using System.Text;
using Ntm.Domain.Names;

namespace Ntm.Domain.Tests.Names;

public sealed class NameSpellingTests
{
    [Theory]
    [InlineData("Hòa Bình", "Hoà Bình")]
    [InlineData("Thủy Nguyên", "Thuỷ Nguyên")]
    [InlineData("Khóe", "Khoé")]
    [InlineData("Quý Hòa", "Qúy Hoà")]
    [InlineData("VÂN MỘNG", "Vân Mộng")]
    [InlineData("Đồng Giáp", "đồng giáp")]
    public void One_name_written_in_two_ways(string one, string other)
    {
        Assert.Equal(NameSpelling.Of(one), NameSpelling.Of(other));
        Assert.Equal(NameSpelling.Of(one), NameSpelling.Of(other.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Văn An", "Vân An")]
    [InlineData("Vân Mộng", "Vân Mông")]
    [InlineData("Hòa Bình", "Hóa Bình")]
    [InlineData("Hòa Bình", "Hoa Bình")]
    [InlineData("Đại An", "Dại An")]
    [InlineData("Phú Mỹ", "Phú Mĩ")]
    [InlineData("Hòa Binh", "Hoa Bình")]
    public void Two_names(string one, string other) => Assert.NotEqual(NameSpelling.Of(one), NameSpelling.Of(other));
}
