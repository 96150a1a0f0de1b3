using System.Buffers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ntm.Host.Sheets;

/// <summary>
/// Writes XLSX workbooks. Equal sheets give equal bytes on every machine and under every culture: nothing in the file is a time, a
/// chance or a setting, and nothing is compressed, since compressors differ (docs/adr/0016-workbooks.md).
/// </summary>
public static class WorkbookWriter
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestName = 31;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("[]:*?/\\");

    /// <exception cref="ArgumentException">There is no sheet, or the name of one is not allowed or used twice.</exception>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets) => Write(sheets, []);

    /// <param name="properties">What programs find without looking into the cells.</param>
    /// <exception cref="ArgumentException">There is no sheet, or the name of one is not allowed or used twice.</exception>
    internal static byte[] Write(IReadOnlyList<Sheet> sheets, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        RequireNames(sheets);
        using var written = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(written, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            if (properties.Count > 0)
                OwnProperties.AddTo(document, document.AddCustomFilePropertiesPart(), properties);
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            foreach (var (sheet, number) in sheets.Select((sheet, index) => (sheet, index + 1)))
                WorksheetMarkup.Write(workbook.AddNewPart<WorksheetPart>($"sheet{number}"), sheet);
            workbook.Workbook = Workbook(sheets);
        }

        return StoredZip.Repack(written);
    }

    private static X.Workbook Workbook(IReadOnlyList<Sheet> sheets)
    {
        var listed = sheets.Select((sheet, index) => new X.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = $"sheet{index + 1}" });
        var names = sheets.SelectMany((sheet, index) => new[]
        {
            new X.DefinedName(WorksheetMarkup.PrintArea(sheet)) { Name = "_xlnm.Print_Area", LocalSheetId = (uint)index },
            new X.DefinedName(WorksheetMarkup.HeadingRows(sheet)) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index },
        });
        return new X.Workbook(new X.Sheets(listed), new X.DefinedNames(names));
    }

    private static void RequireNames(IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("a workbook has at least one sheet", nameof(sheets));
        foreach (var name in sheets.Select(sheet => sheet.Name))
        {
            if (name.Length is 0 or > LongestName || name.AsSpan().IndexOfAny(NotInNames) >= 0 || name[0] == '\'' || name[^1] == '\'')
                throw new ArgumentException($"'{name}' cannot name a sheet", nameof(sheets));
        }

        if (sheets.DistinctBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase).Count() != sheets.Count)
            throw new ArgumentException("two sheets have one name", nameof(sheets));
    }
}
