using Ntm.Host.Sheets;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>A report as a workbook: a sheet for each table, and one with what it was asked for.</summary>
internal static class ReportWorkbook
{
    internal const string Parameters = "Tham số";

    // Letters of the face are narrower than the digit a column's width is measured in.
    private const double LettersToWidth = 1.1;

    internal static byte[] Write(Report report)
    {
        var hash = report.Hash();
        return WorkbookWriter.Write(Sheets(report, hash), ReportProperties.Of(report, hash));
    }

    internal static IReadOnlyList<Sheet> Sheets(Report report, string hash) => [.. report.Tables.Select(table => SheetOf(report, table)), ParametersOf(report, hash)];

    private static Sheet SheetOf(Report report, ReportTable table)
    {
        var printed = table.Printed.ToList();
        var width = (int)(printed.Sum(column => column.Column.Width) * LettersToWidth);
        return new Sheet(
            table.Title,
            [.. printed.Select(column => new SheetColumn(column.Column.Heading, column.Column.Width, column.Column.IsCentered))],
            [.. table.Rows.Select(row => printed.ConvertAll(column => CellOf(row.Cells[column.Place])))])
        {
            Above = [ReportWords.Title(report), .. ReportWords.Heading(report).SelectMany(line => Wrapped(line, width))],
            Below = [.. report.Notes.SelectMany(note => Wrapped(note, width))],
            FrozenColumns = table.FrozenColumns,
            TotalRows = table.Rows.Count(row => row.IsTotal),
        };
    }

    private static Sheet ParametersOf(Report report, string hash) => new(
        Parameters,
        [new("Tham số", 26), new("Giá trị", 70), new("Khóa", 14)],
        [
            .. ReportProperties.WithHash(report, hash).Select(IReadOnlyList<SheetCell> (parameter) =>
                [SheetCell.Of(parameter.Label), CellOf(parameter.Value), SheetCell.Of(parameter.Key)]),
        ])
    {
        Above = ["THAM SỐ CỦA BÁO CÁO"], Below = [ReportProperties.HowToCheck],
    };

    private static SheetCell CellOf(ReportCell cell) => cell switch
    {
        { Text: { } text } => SheetCell.Of(text),
        { Day: { } day } => SheetCell.Of(day),
        { Number: { } number } => cell.Form switch
        {
            CellForm.Change => SheetCell.Of(number, SheetNumber.Change),
            CellForm.Average => SheetCell.Of(number, SheetNumber.Average),
            CellForm.AverageChange => SheetCell.Of(number, SheetNumber.AverageChange),
            CellForm.Percent => SheetCell.Of(number / 100, SheetNumber.Percent),
            _ => SheetCell.Of(number),
        },
        _ => SheetCell.Empty,
    };

    // What runs over the edge of the printed area is cut off there.
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            if (space <= 0)
                break;
            yield return text[..space];
            text = text[(space + 1)..];
        }

        yield return text;
    }
}
