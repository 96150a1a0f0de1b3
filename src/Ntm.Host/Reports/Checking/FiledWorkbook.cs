using System.Globalization;
using Ntm.Domain.Tables;
using Ntm.Host.Sheets;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports.Checking;

/// <summary>A report as a workbook, from us or saved again by a spreadsheet.</summary>
internal sealed class FiledWorkbook(IReadOnlyList<Grid> grids, IReadOnlyDictionary<string, string> properties) : IFiledReport
{
    // A spreadsheet keeps numbers in binary; ours have at most four decimals.
    private const double Precision = 1e-7;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public IReadOnlyDictionary<string, string> Claims { get; } = properties.Count > 0 ? properties : OnSheet(grids);

    public FiledDifference Against(Report report, string hash)
    {
        var altered = FiledProperties.Against(properties, report, hash).ToList();
        var sheets = ReportWorkbook.Sheets(report, hash);
        var additions = grids.Where(grid => sheets.All(sheet => sheet.Name != grid.Name)).Sum(grid => grid.Rows.Sum(row => row.Cells.Count));
        foreach (var sheet in sheets)
        {
            var grid = grids.FirstOrDefault(grid => grid.Name == sheet.Name) ?? new Grid(sheet.Name, false, [], [], []);
            additions += Compare(sheet, grid, altered);
        }

        return new FiledDifference(altered, additions);
    }

    // What an office writes beside and below the report is an addition; in its rows it is an alteration.
    private static int Compare(Sheet sheet, Grid grid, List<AlteredCell> altered)
    {
        var rows = grid.Rows.ToDictionary(row => row.Number, row => row.Cells);
        var (number, met) = (0, 0);
        foreach (var (cells, isOfTable) in RowsOf(sheet))
        {
            number++;
            var row = rows.GetValueOrDefault(number);
            for (var column = 1; column <= (isOfTable ? sheet.Columns.Count : 1); column++)
            {
                var says = row?.GetValueOrDefault(column);
                met += says is null ? 0 : 1;
                var should = column <= cells.Count ? cells[column - 1] : SheetCell.Empty;
                if (!SaysWhatItShould(says, should))
                    altered.Add(new AlteredCell(grid.NameOf(number, column), Shown(says, should), Shown(should)));
            }
        }

        return grid.Rows.Sum(row => row.Cells.Count) - met;
    }

    private static IEnumerable<(IReadOnlyList<SheetCell> Cells, bool IsOfTable)> RowsOf(Sheet sheet) =>
    [
        .. sheet.Above.Select(line => ((IReadOnlyList<SheetCell>)[SheetCell.Of(line)], false)),
        ([.. sheet.Columns.Select(column => SheetCell.Of(column.Heading))], true),
        .. sheet.Rows.Select(row => (row, true)),
        .. sheet.Below.Select(line => ((IReadOnlyList<SheetCell>)[SheetCell.Of(line)], false)),
    ];

    private static bool SaysWhatItShould(GridCell? says, SheetCell should) => should switch
    {
        // A figure that may be another when the file is opened next is none.
        _ when says is { IsFormula: true } => false,
        { Number: { } number } => IsNumber(says, (double)number),
        { Day: { } day } => IsNumber(says, day.DayNumber - DayZero.DayNumber) || says?.Text == Shown(should),
        { Text: { } text } => Domain.Tables.CellText.Clean(text) is var clean && clean == (says?.Text ?? ""),
        _ => says is null,
    };

    private static bool IsNumber(GridCell? says, double number) => says is { Kind: CellKind.Number }
        && double.TryParse(says.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var said) && Math.Abs(said - number) < Precision;

    private static string? Shown(GridCell? says, SheetCell should)
    {
        if (says is null)
            return null;
        var text = should.Day is not null && says.WholeNumber is >= 0 and var serial ? Day(DayZero.AddDays(serial)) : says.Text;
        return says.IsFormula ? $"{text} (công thức · a formula)" : text;
    }

    private static string? Shown(SheetCell should) =>
        should.Text ?? should.Number?.ToString(CultureInfo.InvariantCulture) ?? (should.Day is { } day ? Day(day) : null);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // A program that does not keep properties still keeps the sheet people read them on.
    private static Dictionary<string, string> OnSheet(IReadOnlyList<Grid> grids)
    {
        var claims = new Dictionary<string, string>();
        foreach (var row in grids.FirstOrDefault(grid => grid.Name == ReportWorkbook.Parameters)?.Rows ?? [])
        {
            if (row.At(3) is { Kind: CellKind.Text } key && row.At(2) is { } value)
                claims[key.Text] = key.Text is "on" or "boundary" or "since" && value.WholeNumber is >= 0 and var serial
                    ? Domain.Time.VietnamCalendar.Format(DayZero.AddDays(serial)) : value.Text;
        }

        return claims;
    }
}
