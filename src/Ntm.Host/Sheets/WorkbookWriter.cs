using System.Buffers;
using System.IO.Compression;
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
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        RequireNames(sheets);
        using var written = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(written, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            foreach (var (sheet, number) in sheets.Select((sheet, index) => (sheet, index + 1)))
                workbook.AddNewPart<WorksheetPart>($"sheet{number}").Worksheet = WorksheetMarkup.Create(sheet);
            workbook.Workbook = Workbook(sheets);
        }

        return Repacked(written);
    }

    private static X.Workbook Workbook(IReadOnlyList<Sheet> sheets)
    {
        var listed = sheets.Select((sheet, index) => new X.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = $"sheet{index + 1}" });
        var headings = sheets.Select((sheet, index) => new X.DefinedName(WorksheetMarkup.HeadingRows(sheet))
        {
            Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index,
        });
        return new X.Workbook(new X.Sheets(listed), new X.DefinedNames(headings));
    }

    private static byte[] Repacked(MemoryStream written)
    {
        using var package = new ZipArchive(written, ZipArchiveMode.Read);
        var parts = package.Entries.Select(part =>
        {
            using var content = part.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return new StoredZip.File(part.FullName, bytes.ToArray());
        });
        return StoredZip.Write(parts.OrderBy(part => part.Name, StringComparer.Ordinal));
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
