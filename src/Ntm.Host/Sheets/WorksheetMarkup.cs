using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ntm.Domain.Tables;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ntm.Host.Sheets;

/// <summary>The markup of one sheet.</summary>
internal static class WorksheetMarkup
{
    private const int A4 = 9;

    // In points; no program takes a higher row.
    private const double LineHeight = 15;
    private const double HighestRow = 400;

    // Before it, Excel counts a 29 February 1900 that never was: such a day stays a text.
    private static readonly DateOnly FirstCountedDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Row after row: a sheet may have tens of thousands of them.</summary>
    internal static void Write(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new X.SheetViews(new X.SheetView(Frozen(sheet)) { WorkbookViewId = 0 }));
        writer.WriteElement(new X.SheetFormatProperties { DefaultRowHeight = LineHeight, CustomHeight = true });
        writer.WriteElement(new X.Columns(sheet.Columns.Select((column, index) => new X.Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true,
        })));
        writer.WriteStartElement(new X.SheetData());
        foreach (var row in Rows(sheet))
            writer.WriteElement(row);
        writer.WriteEndElement();
        var choices = Choices(sheet).ToList();
        if (choices.Count > 0)
            writer.WriteElement(new X.DataValidations(choices) { Count = (uint)choices.Count });
        writer.WriteElement(new X.PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new X.PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new X.PageSetup { PaperSize = A4, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new X.HeaderFooter(new X.OddFooter("&C&P/&N")));
        writer.WriteEndElement();
    }

    // Excel refuses a list of more than 255 letters; it offers the words and tells a wrong one at once.
    private static IEnumerable<X.DataValidation> Choices(Sheet sheet) => sheet.Rows.Count == 0 ? [] : sheet.Columns
        .Select((column, index) => (column.Choices, Index: index))
        .Where(column => column.Choices.Count > 0)
        .Select(column => new X.DataValidation(new X.Formula1($"\"{string.Join(',', column.Choices)}\""))
        {
            Type = X.DataValidationValues.List, AllowBlank = true, ShowErrorMessage = true,
            Error = $"Chỉ ghi một trong: {string.Join(", ", column.Choices)}; hoặc để trống.",
            SequenceOfReferences = new ListValue<StringValue>([Reference(column.Index, HeadingRow(sheet) + 1) + ":" + Reference(column.Index, HeadingRow(sheet) + sheet.Rows.Count)]),
        });

    /// <summary>The row of headings, as a reference from anywhere in the workbook.</summary>
    internal static string HeadingRows(Sheet sheet)
    {
        var row = HeadingRow(sheet).ToString(CultureInfo.InvariantCulture);
        return $"{Quoted(sheet)}!${row}:${row}";
    }

    /// <summary>Everything on the sheet: what is printed.</summary>
    internal static string PrintArea(Sheet sheet)
    {
        var last = HeadingRow(sheet) + sheet.Rows.Count + sheet.Below.Count;
        return string.Create(CultureInfo.InvariantCulture, $"{Quoted(sheet)}!$A$1:${CellNames.OfColumn(sheet.Columns.Count)}${last}");
    }

    private static string Quoted(Sheet sheet) => $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";

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
        yield return Row(
            ++number, sheet.Columns.Select(column => TextCell(column.Heading, SheetStyle.Heading)),
            sheet.Columns.Max(column => LinesOf(column.Heading, column.Width)));
        var firstTotal = sheet.Rows.Count - sheet.TotalRows;
        for (var index = 0; index < sheet.Rows.Count; index++)
        {
            var isTotal = index >= firstTotal;
            yield return Row(
                ++number, sheet.Columns.Zip(sheet.Rows[index], (column, cell) => Cell(cell, column.IsCentered, isTotal)),
                sheet.Columns.Zip(sheet.Rows[index], (column, cell) => LinesOf(cell.Text, column.Width)).DefaultIfEmpty(1).Max());
        }

        foreach (var line in sheet.Below)
            yield return Row(++number, [TextCell(line, SheetStyle.Plain)]);
    }

    // Not every program fits the height to what is wrapped when it opens a file: where there are several lines, the file says so.
    private static X.Row Row(int number, IEnumerable<X.Cell> cells, int lines = 1)
    {
        var row = new X.Row(cells.Select((cell, column) =>
        {
            cell.CellReference = Reference(column, number);
            return cell;
        })) { RowIndex = (uint)number };
        if (lines > 1)
            (row.Height, row.CustomHeight) = (Math.Min(lines * LineHeight, HighestRow), true);
        return row;
    }

    // Wrapped at words, as programs do; bold letters, and another face where this one is missing, need more room.
    private static int LinesOf(string? text, int column)
    {
        var width = Math.Max(1, column * 6 / 7);
        var (lines, left) = (1, width);
        foreach (var word in (text ?? "").Split(' '))
        {
            if (word.Length > left && left < width)
                (lines, left) = (lines + 1, width);
            lines += (word.Length - 1) / width;
            left -= word.Length + 1;
        }

        return lines;
    }

    private static X.Cell Cell(SheetCell cell, bool isCentered, bool isTotal)
    {
        var style = StyleOf(cell, isCentered);
        if (isTotal)
            style = SheetStyles.OfTotal(style);
        return cell switch
        {
            { Number: { } number } => NumberCell(number, style),
            { Day: { } day } when day >= FirstCountedDay => NumberCell(day.DayNumber - DayZero.DayNumber, style),
            { Day: { } day } => TextCell(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), style),
            { Text: { } words } => TextCell(words, style),
            _ => new X.Cell { StyleIndex = (uint)style },
        };
    }

    private static SheetStyle StyleOf(SheetCell cell, bool isCentered) => cell switch
    {
        { Number: not null, Shown: SheetNumber.Change } => SheetStyle.Change,
        { Number: not null, Shown: SheetNumber.Average } => SheetStyle.Average,
        { Number: not null, Shown: SheetNumber.AverageChange } => SheetStyle.AverageChange,
        { Number: not null, Shown: SheetNumber.Percent } => SheetStyle.Percent,
        { Number: not null } when !isCentered => SheetStyle.Number,
        { Day: { } day } when day >= FirstCountedDay => SheetStyle.Day,
        _ => isCentered ? SheetStyle.CenteredText : SheetStyle.Text,
    };

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

    /// <param name="column">From 0.</param>
    private static string Reference(int column, int row) => CellNames.Of(row, column + 1);
}
