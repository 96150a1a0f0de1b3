using System.Globalization;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ntm.Host.Sheets;

/// <summary>The markup of one sheet.</summary>
internal static class WorksheetMarkup
{
    private const int A4 = 9;

    // Before it, Excel counts a 29 February 1900 that never was: such a day stays a text.
    private static readonly DateOnly FirstCountedDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    internal static X.Worksheet Create(Sheet sheet) => new(
        new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }),
        new X.SheetViews(new X.SheetView(Frozen(sheet)) { WorkbookViewId = 0 }),
        new X.Columns(sheet.Columns.Select((column, index) => new X.Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true,
        })),
        new X.SheetData(Rows(sheet)),
        new X.PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
        new X.PageSetup { PaperSize = A4, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new X.HeaderFooter(new X.OddFooter("&C&P/&N")));

    /// <summary>The row of headings, as a reference from anywhere in the workbook.</summary>
    internal static string HeadingRows(Sheet sheet)
    {
        var row = HeadingRow(sheet).ToString(CultureInfo.InvariantCulture);
        return $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!${row}:${row}";
    }

    private static int HeadingRow(Sheet sheet) => sheet.Above.Count + 1;

    private static X.Pane Frozen(Sheet sheet)
    {
        var pane = new X.Pane
        {
            VerticalSplit = HeadingRow(sheet),
            TopLeftCell = Reference(sheet.FrozenColumns, HeadingRow(sheet) + 1),
            ActivePane = sheet.FrozenColumns > 0 ? X.PaneValues.BottomRight : X.PaneValues.BottomLeft,
            State = X.PaneStateValues.Frozen,
        };
        if (sheet.FrozenColumns > 0)
            pane.HorizontalSplit = sheet.FrozenColumns;
        return pane;
    }

    private static IEnumerable<X.Row> Rows(Sheet sheet)
    {
        var number = 0;
        foreach (var line in sheet.Above)
            yield return Row(++number, [TextCell(line, number == 1 ? SheetStyle.Title : SheetStyle.Plain)]);
        yield return Row(++number, sheet.Columns.Select(column => TextCell(column.Heading, SheetStyle.Heading)));
        foreach (var row in sheet.Rows)
            yield return Row(++number, sheet.Columns.Zip(row, (column, cell) => Cell(cell, column.IsCentered)));
        foreach (var line in sheet.Below)
            yield return Row(++number, [TextCell(line, SheetStyle.Plain)]);
    }

    private static X.Row Row(int number, IEnumerable<X.Cell> cells) => new(cells.Select((cell, column) =>
    {
        cell.CellReference = Reference(column, number);
        return cell;
    })) { RowIndex = (uint)number };

    private static X.Cell Cell(SheetCell cell, bool isCentered)
    {
        var text = isCentered ? SheetStyle.CenteredText : SheetStyle.Text;
        return cell switch
        {
            { Number: { } number } => NumberCell(number, isCentered ? SheetStyle.CenteredText : SheetStyle.Number),
            { Day: { } day } when day >= FirstCountedDay => NumberCell(day.DayNumber - DayZero.DayNumber, SheetStyle.Day),
            { Day: { } day } => TextCell(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), text),
            { Text: { } words } => TextCell(words, text),
            _ => new X.Cell { StyleIndex = (uint)text },
        };
    }

    private static X.Cell NumberCell(decimal number, SheetStyle style) => new()
    {
        StyleIndex = (uint)style, CellValue = new X.CellValue(number.ToString(CultureInfo.InvariantCulture)),
    };

    private static X.Cell TextCell(string text, SheetStyle style) => new()
    {
        StyleIndex = (uint)style,
        DataType = X.CellValues.InlineString,
        InlineString = new X.InlineString(new X.Text(CellText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <param name="column">From 0: A, B … Z, AA …</param>
    private static string Reference(int column, int row)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
