using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ntm.Domain.Names;

namespace Ntm.Host.Tests.CommandLine;

public sealed class MatrixWorkbookTests(TypedProgram ntm) : IClassFixture<TypedProgram>
{
    private static readonly string[] Question = ["matrix", "van-quan", "--on", "2018-12-31", "--known-at", "201", "--format", "xlsx"];

    [Fact]
    public async Task A_matrix_is_a_workbook_with_the_communes_by_name_and_the_criteria()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream((await ntm.RunAsync(Question)).Bytes), isEditable: false);
        var (communes, criteria) = (Rows(document, "sheet1"), Rows(document, "sheet2"));

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document));
        Assert.Equal("Tiêu chí nông thôn mới · Văn Quan", communes[0][0]);
        Assert.StartsWith("Ngày 31/12/2018, theo điều đã biết đến mục ghi số 201 (ghi lúc 20", communes[1][0], StringComparison.Ordinal);
        Assert.Equal(["Xã", "1", "2"], communes[3].Take(3));
        var names = communes.Skip(4).Take(23).Select(row => row[0]).ToList();
        Assert.Equal(names.Order(VietnameseNames.Order), names);
        Assert.Equal("AAAAAAAAAAAAAAAAAAA1919", string.Concat(communes.Single(row => row[0] == "Xuân Mai").Skip(1)));
        Assert.Equal("1.65", communes.Single(row => row[0] == "Bình quân")[21]);
        Assert.Equal(["1", "Quy hoạch", "2"], criteria[4].Take(3));
    }

    [Fact]
    public async Task The_same_question_gets_the_same_bytes_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var here = (await ntm.RunAsync(Question)).Bytes;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(here, (await ntm.RunAsync(Question)).Bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_terminal_gets_no_workbook()
    {
        var run = await ntm.RunOnTerminalAsync(Question);

        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Bytes);
        Assert.Contains("--format xlsx >", run.Error, StringComparison.Ordinal);
    }

    private static List<List<string>> Rows(SpreadsheetDocument document, string sheet) =>
        [.. ((WorksheetPart)document.WorkbookPart!.GetPartById(sheet)).Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
}
