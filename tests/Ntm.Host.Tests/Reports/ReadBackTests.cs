using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Ntm.Host.Reports;
using Ntm.Projections.Reports;
using X = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ntm.Host.Tests.Reports;

/// <summary>Files read back with the tools of their formats hold, cell by cell, what the report does.</summary>
public sealed class ReadBackTests
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static TheoryData<string> Kinds => ReportSamples.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void A_workbook_is_what_its_format_asks_for_and_holds_the_report(string kind)
    {
        var report = ReportSamples.Of(kind);
        using var document = SpreadsheetDocument.Open(new MemoryStream(ReportForms.Write(report, "xlsx", new())), isEditable: false);
        Assert.Empty(Faults(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)));

        for (var index = 0; index < report.Tables.Count; index++)
        {
            var sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById($"sheet{index + 1}")).Worksheet;
            var rows = sheet.Descendants<X.Row>().Select(row => row.Elements<X.Cell>().ToList()).ToList();
            var table = report.Tables[index];
            var heading = rows.FindIndex(row => row.Select(cell => cell.InnerText).SequenceEqual(table.Printed.Select(column => column.Column.Heading)));
            Assert.Equal(
                table.Rows.Select(row => string.Join('|', table.Printed.Select(column => Expected(row.Cells[column.Place])))),
                rows.Skip(heading + 1).Take(table.Rows.Count).Select(row => string.Join('|', row.Select(Held))));
            Assert.Equal(heading + 1, sheet.Descendants<X.Pane>().Single().VerticalSplit!.Value);
        }

        Assert.All(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<X.Cell>()), cell => Assert.Null(cell.CellFormula));
        Assert.Equal(report.Tables.Count + 1, document.WorkbookPart.Workbook.Descendants<X.DefinedName>().Count(name => name.Name == "_xlnm.Print_Area"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_document_is_what_its_format_asks_for_and_holds_the_report(string kind)
    {
        var report = ReportSamples.Of(kind);
        using var document = WordprocessingDocument.Open(new MemoryStream(ReportForms.Write(report, "docx", new(Office: "UBND huyện Văn Quan"))), isEditable: false);
        Assert.Empty(Faults(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)));

        var tables = document.MainDocumentPart!.Document.Descendants<W.Table>().ToList();
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", tables[0].InnerText, StringComparison.Ordinal);
        Assert.Contains("UBND HUYỆN VĂN QUAN", tables[0].InnerText, StringComparison.Ordinal);
        for (var index = 0; index < report.Tables.Count; index++)
        {
            var table = report.Tables[index];
            var rows = tables[index + 1].Elements<W.TableRow>().Select(row => row.Elements<W.TableCell>().Select(cell => cell.InnerText).ToList()).ToList();
            Assert.Equal(table.Printed.Select(column => column.Column.Heading), rows[0]);
            Assert.Equal(
                table.Rows.Select(row => string.Join('|', table.Printed.Select(column => ReportWords.Shown(row.Cells[column.Place])))),
                rows.Skip(1).Select(row => string.Join('|', row)));
        }
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void What_a_report_was_asked_for_stands_in_the_properties_of_its_file(string form)
    {
        var report = ReportSamples.Of("bands");
        using var file = new MemoryStream(ReportForms.Write(report, form, new()));
        using OpenXmlPackage document = form == "xlsx" ? SpreadsheetDocument.Open(file, isEditable: false) : WordprocessingDocument.Open(file, isEditable: false);
        var properties = document.GetPartsOfType<CustomFilePropertiesPart>().Single().Properties
            .Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>().ToDictionary(property => property.Name!.Value!, property => property.InnerText);

        Assert.Equal(
            ("bands", "lang-son", "2018-12-31", "2017-12-31", report.Hash()),
            (properties["ntm.report"], properties["ntm.unit"], properties["ntm.on"], properties["ntm.since"], properties["ntm.sha256"]));
    }

    private static string Expected(ReportCell cell) => cell switch
    {
        { Day: { } day } => (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture),
        { Number: { } number, Form: CellForm.Percent } => (number / 100).ToString("0.###", CultureInfo.InvariantCulture),
        { Number: { } number } => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => cell.Text ?? "",
    };

    // Numbers and days are cells of those kinds: no type stands on them.
    private static string Held(X.Cell cell) => cell.DataType is null && cell.CellValue is { } value
        ? decimal.Parse(value.Text, CultureInfo.InvariantCulture).ToString("0.###", CultureInfo.InvariantCulture)
        : cell.InnerText;

    private static IEnumerable<string> Faults(IEnumerable<ValidationErrorInfo> faults) =>
        faults.Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");
}
