using System.Globalization;
using System.Text;
using Ntm.Domain.Names;

namespace Ntm.Domain.Tests.Names;

public sealed class VietnameseNamesTests
{
    [Theory]
    // Ă and Â are letters after A, Đ after D, Ơ after Ô after O, Ư after U.
    [InlineData("An Sơn", "Ăn", "Ân Thi", "Bình Phúc")]
    [InlineData("Dân Chủ", "Đại An", "Đồng Giáp", "Em")]
    [InlineData("Khánh Khê", "Lương Năng", "Tràng Sơn", "Trấn Ninh", "Tri Lễ", "Tú Xuyên", "Tử Du")]
    [InlineData("To", "Tô", "Tơ", "Tu", "Tư")]
    // Of equal letters the tones decide: none, huyền, hỏi, ngã, sắc, nặng.
    [InlineData("Ma", "Mà", "Mả", "Mã", "Má", "Mạ")]
    // Letters first, tones after: the last letter weighs more than the first tone.
    [InlineData("Hòa An", "Hoa Bình", "Hòa Bình", "Hoa Lư")]
    // A space stands before every letter, a number too.
    [InlineData("Vân", "Vân 2", "Vân \U0001F33E\u0301", "Vân Mộng", "Vânh")]
    [InlineData("", "1", "a", "A", "Á", "ж")]
    public void Names_stand_as_in_a_Vietnamese_dictionary(params string[] names)
    {
        Assert.Equal(names, names.Reverse().Order(VietnameseNames.Order));
        Assert.Equal(names, names.Select(Decomposed).Reverse().Order(VietnameseNames.Order).Select(name => name.Normalize()));
    }

    [Fact]
    public void The_order_asks_no_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Assert.Equal(["Dân", "Đại", "Em"], new[] { "Em", "Đại", "Dân" }.Order(VietnameseNames.Order));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Hòa Bình", "HOA BINH")]
    [InlineData("Hoà Bình", "HOA BINH")]
    [InlineData("Đại An", "DAI AN")]
    [InlineData("đường Ưng Ơn", "DUONG UNG ON")]
    [InlineData("Điềm He", "DIEM HE")]
    public void A_name_is_sought_without_its_marks_however_it_was_composed(string name, string sought)
    {
        Assert.Equal(sought, VietnameseNames.Unmarked(name));
        Assert.Equal(sought, VietnameseNames.Unmarked(Decomposed(name)));
        Assert.Equal(sought, VietnameseNames.Unmarked(sought));
    }

    private static string Decomposed(string text) => text.Normalize(NormalizationForm.FormD);
}
