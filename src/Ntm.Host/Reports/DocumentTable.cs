using System.Globalization;
using DocumentFormat.OpenXml;
using Ntm.Projections.Reports;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ntm.Host.Reports;

/// <summary>A table of a report in a document, written row after row; its heading stands again on every page.</summary>
internal static class DocumentTable
{
    // In letters: from here on the rows are set smaller.
    private const int Wide = 130;
    private static readonly DocumentText WideRow = new(16);
    private static readonly DocumentText Row = new(22);

    /// <param name="width">In twentieths of a point.</param>
    internal static void Write(OpenXmlWriter writer, ReportTable table, int width)
    {
        var printed = table.Printed.ToList();
        var letters = printed.Sum(column => column.Column.Width);
        var look = letters > Wide ? WideRow : Row;
        var widths = printed.ConvertAll(column => column.Column.Width * width / letters);
        Begin(writer, widths, width);
        writer.WriteElement(HeadingOf(printed.ConvertAll(column => column.Column.Heading), widths, look));
        foreach (var row in table.Rows)
        {
            writer.WriteElement(RowOf(printed.Select((column, index) => Cell(
                ReportWords.Shown(row.Cells[column.Place]), widths[index], look with { IsBold = row.IsTotal }, WhereOf(row.Cells[column.Place], column.Column)))));
        }

        writer.WriteEndElement();
    }

    internal static void WriteParameters(OpenXmlWriter writer, IReadOnlyList<ReportParameter> parameters, int width)
    {
        List<int> widths = [width * 3 / 10, width * 7 / 10];
        Begin(writer, widths, width);
        writer.WriteElement(HeadingOf(ParameterHeadings, widths, DocumentText.Parameter));
        foreach (var parameter in parameters)
        {
            writer.WriteElement(RowOf(
            [
                Cell($"{parameter.Label} ({parameter.Key})", widths[0], DocumentText.Parameter, W.JustificationValues.Left),
                Cell(ReportWords.Shown(parameter.Value), widths[1], DocumentText.Parameter, W.JustificationValues.Left),
            ]));
        }

        writer.WriteEndElement();
    }

    internal static IReadOnlyList<string> ParameterHeadings { get; } = ["Tham số", "Giá trị"];

    private static void Begin(OpenXmlWriter writer, List<int> widths, int width)
    {
        writer.WriteStartElement(new W.Table());
        writer.WriteElement(new W.TableProperties(
            new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = Text(width) },
            new W.TableBorders(
                Thin<W.TopBorder>(), Thin<W.LeftBorder>(), Thin<W.BottomBorder>(), Thin<W.RightBorder>(), Thin<W.InsideHorizontalBorder>(), Thin<W.InsideVerticalBorder>()),
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TableCellLeftMargin { Width = 40, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 40, Type = W.TableWidthValues.Dxa })));
        writer.WriteElement(new W.TableGrid(widths.Select(column => new W.GridColumn { Width = Text(column) })));
    }

    private static W.TableRow HeadingOf(IReadOnlyList<string> headings, List<int> widths, DocumentText look)
    {
        var row = RowOf(headings.Select((heading, index) => Cell(heading, widths[index], look with { IsBold = true }, W.JustificationValues.Center)));
        row.TableRowProperties!.AppendChild(new W.TableHeader());
        return row;
    }

    private static W.TableRow RowOf(IEnumerable<W.TableCell> cells) => new([new W.TableRowProperties(new W.CantSplit()), .. cells]);

    private static W.TableCell Cell(string text, int width, DocumentText look, W.JustificationValues where) => new(
        new W.TableCellProperties(new W.TableCellWidth { Type = W.TableWidthUnitValues.Dxa, Width = Text(width) }), DocumentMarkup.Aligned(text, look, where));

    private static W.JustificationValues WhereOf(ReportCell cell, ReportColumn column) =>
        column.IsCentered ? W.JustificationValues.Center
        : cell.Number is not null || cell.Day is not null ? W.JustificationValues.Right
        : W.JustificationValues.Left;

    private static T Thin<T>() where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 4 };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
