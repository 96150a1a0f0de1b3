using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ntm.Host.Sheets;
using Sheet = Ntm.Host.Sheets.Sheet;

namespace Ntm.Host.Tests.Sheets;

public sealed class WorkbookWriterTests
{
    private static readonly Sheet Communes = new(
        "Văn Quan",
        [new("Xã", 20), new("TC", 5, IsCentered: true), new("Bình quân", 10), new("Từ ngày", 12)],
        [
            [SheetCell.Of("Vân Mộng"), SheetCell.Of("A"), SheetCell.Of(12.25m), SheetCell.Of(new DateOnly(2018, 12, 31))],
            [SheetCell.Of("=1+1"), SheetCell.Of("-"), SheetCell.Empty, SheetCell.Of(new DateOnly(1899, 1, 2))],
        ])
    {
        Above = ["Huyện Văn Quan", "Ngày 31/12/2018"], Below = ["A đạt"], FrozenColumns = 1,
    };

    [Fact]
    public void A_workbook_is_what_the_format_asks_for()
    {
        using var document = Open(WorkbookWriter.Write(Communes, Communes with { Name = "It's 2", FrozenColumns = 0 }));

        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

        Assert.Empty(faults);
    }

    [Fact]
    public void Numbers_are_numbers_days_are_days_and_text_is_never_a_formula()
    {
        using var document = Open(WorkbookWriter.Write(Communes));
        var rows = Rows(document);

        Assert.Equal(["Huyện Văn Quan"], rows[0].Select(Shown));
        Assert.Equal(["Xã", "TC", "Bình quân", "Từ ngày"], rows[2].Select(Shown));
        // 43465 is 31 December 2018 in every spreadsheet.
        Assert.Equal(["Vân Mộng", "A", "12.25", "43465"], rows[3].Select(Shown));
        Assert.Equal([CellValues.InlineString, CellValues.InlineString, null, null], rows[3].Select(cell => cell.DataType?.Value));
        Assert.Equal("dd/mm/yyyy", FormatOf(document, rows[3][3]));
        Assert.Equal(["=1+1", "-", "", "02/01/1899"], rows[4].Select(Shown));
        Assert.All(rows.SelectMany(row => row), cell => Assert.Null(cell.CellFormula));
        Assert.Equal("D5", rows[4][3].CellReference?.Value);
    }

    [Fact]
    public void The_heading_stays_in_view_and_on_every_printed_page()
    {
        using var document = Open(WorkbookWriter.Write(Communes));
        var pane = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Pane>().Single();

        Assert.Equal((3d, 1d, "B4"), (pane.VerticalSplit?.Value, pane.HorizontalSplit?.Value, pane.TopLeftCell?.Value));
        Assert.Equal(
            [("_xlnm.Print_Area", "'Văn Quan'!$A$1:$D$6"), ("_xlnm.Print_Titles", "'Văn Quan'!$3:$3")],
            document.WorkbookPart.Workbook.Descendants<DefinedName>().Select(name => (name.Name!.Value, name.Text)));
        Assert.Equal(OrientationValues.Landscape, document.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<PageSetup>().Single().Orientation?.Value);
    }

    // The hash is the promise: another machine, another culture, another year write the same file.
    [Theory]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Equal_sheets_are_equal_bytes_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("3f2496433c0bdf9ddb8758913fcbd0e82311ec41557950f306154fe623f5545c", Convert.ToHexStringLower(SHA256.HashData(WorkbookWriter.Write(Communes))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_archive_holds_sorted_files_without_a_time()
    {
        using var archive = new ZipArchive(new MemoryStream(WorkbookWriter.Write(Communes)));

        Assert.Equal(archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal), archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Theory]
    [InlineData("một\nhai", "một\nhai")]
    [InlineData("chuông\u0007", "chuông_x0007_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("🌾", "🌾")]
    public void What_XML_cannot_hold_is_written_as_Excel_reads_it(string text, string held) => Assert.Equal(held, CellText.Of(text));

    // Such a half cannot travel through the attribute above.
    [Fact]
    public void Half_a_letter_is_written_as_Excel_reads_it() => Assert.Equal("nửa _xD83C_", CellText.Of("nửa " + '\ud83c'));

    [Fact]
    public void A_text_longer_than_a_cell_ends_in_an_ellipsis()
    {
        Assert.Equal(32_767, CellText.Of(new string('a', 40_000)).Length);
        Assert.EndsWith("a…", CellText.Of(new string('a', 40_000)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("'a")]
    [InlineData("12345678901234567890123456789012")]
    public void A_name_no_spreadsheet_takes_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(Communes with { Name = name }));

    [Fact]
    public void Two_sheets_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write(Communes, Communes with { Name = "VĂN QUAN" }));

    private static SpreadsheetDocument Open(byte[] workbook) => SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);

    private static List<List<Cell>> Rows(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList())];

    private static string Shown(Cell cell) => cell.InnerText;

    private static string? FormatOf(SpreadsheetDocument document, Cell cell)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(own => own.NumberFormatId!.Value == format).FormatCode!.Value;
    }
}
