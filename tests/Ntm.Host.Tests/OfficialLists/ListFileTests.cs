using System.Text;
using Ntm.Domain.Units;
using Ntm.Host.OfficialLists;

namespace Ntm.Host.Tests.OfficialLists;

/// <summary>Lists as they come out of spreadsheets.</summary>
public sealed class ListFileTests
{
    [Theory]
    [InlineData("Mã,Tên,Cấp\n06268,Vân Mộng,Xã\n")]
    [InlineData("Mã;Tên;Cấp\r\n06268;Vân Mộng;Xã\r\n")]
    [InlineData("Mã\tTên\tCấp\n06268\tVân Mộng\tXã")]
    [InlineData("\uFEFFMã,Tên,Cấp\n06268,Xã Vân Mộng,Xã\n")]
    [InlineData("sep=;\nMã;Tên;Cấp\n06268;Vân Mộng;Xã\n")]
    [InlineData("code,name,level\n06268,Vân Mộng,commune\n")]
    [InlineData("MA PX,PHUONG XA,CAP\n06268,xã Vân Mộng,XÃ\n")]
    [InlineData("Tên,Mã\nXã Vân Mộng,06268\n")]
    [InlineData("Cấp,\"Tên\",Ghi chú,Mã\nXã,\"Vân Mộng\",\"a, b\nc\",06268\n")]
    [InlineData("Mã,Tên,Cấp\n'06268,Vân Mộng,Xã\n")]
    public void A_row_is_read_whatever_program_wrote_it(string text)
    {
        var list = ListFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(list.Refusals.Select(refusal => refusal.Refusal.English));
        var unit = Assert.Single(list.Units);
        Assert.Equal(("Vân Mộng", UnitLevel.Commune, "06268"), (unit.Name, unit.Level, unit.Code));
    }

    [Fact]
    public void Decomposed_letters_are_composed()
    {
        var unit = Assert.Single(ListFile.Read(Encoding.UTF8.GetBytes("Mã,Tên,Cấp\n06268,Vân Mộng,Xã\n".Normalize(NormalizationForm.FormD))).Units);

        Assert.Equal("Vân Mộng", unit.Name);
        Assert.True(unit.Name.IsNormalized(NormalizationForm.FormC));
    }

    [Theory]
    [InlineData("6298", "Xã", "06298")]
    [InlineData("1", "Tỉnh", "01")]
    [InlineData("4", "Huyện", "004")]
    public void Leading_zeros_a_spreadsheet_took_away_are_put_back_and_it_is_said(string written, string level, string code)
    {
        var unit = Assert.Single(ListFile.Read(Encoding.UTF8.GetBytes($"Mã,Tên,Cấp\n{written},Bình Phúc,{level}\n")).Units);

        Assert.Equal((code, written), (unit.Code, unit.CodeAsWritten));
    }

    [Theory]
    [InlineData("Thị trấn", UnitLevel.Township)]
    [InlineData("Phường", UnitLevel.Ward)]
    [InlineData("Đặc khu", UnitLevel.SpecialZone)]
    [InlineData("Thị xã", UnitLevel.District)]
    [InlineData("Quận", UnitLevel.District)]
    [InlineData("Thành phố", UnitLevel.District)]
    [InlineData("Thành phố Trung ương", UnitLevel.Province)]
    [InlineData("special_zone", UnitLevel.SpecialZone)]
    public void Every_word_for_a_level_is_understood(string word, UnitLevel level) =>
        Assert.Equal(level, Assert.Single(ListFile.Read(Encoding.UTF8.GetBytes($"Tên,Cấp\nVăn Quan,{word}\n")).Units).Level);

    [Fact]
    public void A_city_is_a_province_or_a_district_as_its_column_says_and_a_number_keeps_its_word()
    {
        var list = ListFile.Read("Tên,Cấp\nThành phố Hà Nội,Thành phố Trung ương\nThành phố Lạng Sơn,Thành phố\nPhường 1,Phường\n"u8.ToArray());

        Assert.Equal(
            [("Hà Nội", UnitLevel.Province), ("Lạng Sơn", UnitLevel.District), ("Phường 1", UnitLevel.Ward)], list.Units.Select(unit => (unit.Name, unit.Level)));
    }

    [Fact]
    public void The_columns_of_the_statistics_office_name_every_unit_above_and_a_district_without_communes_is_passed_over()
    {
        var list = ListFile.Read(
            "Tỉnh Thành Phố,Mã TP,Quận Huyện,Mã QH,Phường Xã,Mã PX,Cấp,Tên Tiếng Anh\nTỉnh Quảng Trị,45,Huyện Đa Krông,469,Xã Tà Rụt,19564,Xã,\nTỉnh Quảng Trị,45,Huyện Cồn Cỏ,471,,,,\n"u8.ToArray());

        Assert.Empty(list.Refusals);
        var parent = Assert.Single(list.Units).Parent!;
        Assert.Equal(("Huyện Đa Krông", "469", "Tỉnh Quảng Trị"), (parent.Name, parent.Code, parent.Above!.Name));
        Assert.Equal([3], list.LinesWithoutUnit);
        Assert.Equal(["Tên Tiếng Anh"], list.IgnoredColumns);
    }

    [Fact]
    public void A_list_of_districts_has_its_units_in_the_column_of_districts()
    {
        var unit = Assert.Single(ListFile.Read("Tỉnh Thành Phố,Mã TP,Quận Huyện,Mã QH,Cấp\nTỉnh Lạng Sơn,20,Huyện Văn Quan,184,Huyện\n"u8.ToArray()).Units);

        Assert.Equal(("Văn Quan", "184", "Tỉnh Lạng Sơn"), (unit.Name, unit.Code, unit.Parent!.Name));
    }

    [Theory]
    [InlineData("", 1, "list.empty", null)]
    [InlineData("\n\n", 1, "list.empty", null)]
    [InlineData("Mã,Tên,Cấp\n", 1, "list.empty", null)]
    [InlineData("Mã,Cấp\n06268,Xã\n", 1, "list.columns", "Tên")]
    [InlineData("Mã,Tên,Cấp,Code\n06268,Vân Mộng,Xã,06268\n", 1, "list.columns", "Code")]
    [InlineData("một\nhai\n", 1, "list.columns", "Tên")]
    [InlineData("Mã,Tên,Cấp\n06268,Vân Mộng,Xã\n06298,,Xã\n", 3, "list.field_missing", "Tên")]
    [InlineData("Mã,Tên,Cấp\n06268,Vân Mộng,\n", 2, "list.field_missing", "Cấp")]
    [InlineData("Mã,Tên,Cấp\n06268,Vân Mộng,Làng\n", 2, "list.level_unknown", "Cấp")]
    [InlineData("Mã,Tên\n06268,Vân Mộng\n", 2, "list.level_unknown", "Tên")]
    [InlineData("Mã,Tên,Cấp\n06268,Thị trấn Vân Mộng,Xã\n", 2, "list.level_conflicts", "Cấp")]
    [InlineData("Mã,Tên,Cấp\n062680,Vân Mộng,Xã\n", 2, "list.code_invalid", "Mã")]
    [InlineData("Mã,Tên,Cấp\n6268.0,Vân Mộng,Xã\n", 2, "list.code_invalid", "Mã")]
    [InlineData("Mã,Tên,Cấp\n06268,Vân Mộng,Xã\n06298,Xuân \"Mai,Xã\n", 3, "list.malformed", null)]
    [InlineData("Mã,Tên,Cấp\n06268,\"Vân Mộng,Xã\n06298,Xuân Mai,Xã\n", 2, "list.malformed", null)]
    [InlineData("Mã,Tên,Cấp\n06298,Xuân \"Mai\",Xã\n", 2, "list.malformed", null)]
    public void A_fault_is_told_with_its_line_and_column(string text, int line, string code, string? column)
    {
        var refusal = Assert.Single(ListFile.Read(Encoding.UTF8.GetBytes(text)).Refusals);

        Assert.Equal((line, code, column), (refusal.Line, refusal.Refusal.Code, refusal.Refusal.Field));
        Assert.All([refusal.Refusal.Vietnamese, refusal.Refusal.English], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    // Windows-1258 has ã as one byte and tones as bytes of their own; UTF-16 has a NUL beside every ASCII letter.
    [Fact]
    public void Another_encoding_is_told_by_the_line_where_it_shows()
    {
        byte[] windows1258 = [.. "Ma,Ten,Cap\n06268,X"u8, 0xE3, .. " V"u8, 0xE2, .. "n,X"u8, 0xE3, (byte)'\n'];
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Mã,Tên,Cấp\n06268,Vân Mộng,Xã\n")];

        Assert.Equal([(2, "text.not_utf8")], Told(windows1258));
        Assert.Equal([(1, "text.not_utf8")], Told(utf16));
        Assert.Equal([(1, "text.not_utf8")], Told(utf16[2..]));
        Assert.Equal([(1, "text.not_utf8")], Told(Encoding.BigEndianUnicode.GetBytes("Ma,Ten\n")));
    }

    private static IEnumerable<(int, string)> Told(byte[] bytes) => ListFile.Read(bytes).Refusals.Select(refusal => (refusal.Line, refusal.Refusal.Code));
}
