using System.Collections.Immutable;
using System.Globalization;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;
using Ntm.Domain.Time;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>
/// One sheet of a plan's workbook, held against the headings it must have. Everything that is not as the template has it is a fault with
/// its cell; nothing is skipped and nothing guessed.
/// </summary>
internal sealed class PlanSheet
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly string[] DayForms = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    private readonly Grid _grid;
    private readonly ImmutableArray<string> _headings;
    private readonly List<Refusal> _faults;

    internal PlanSheet(Grid grid, ImmutableArray<string> headings, List<Refusal> faults)
    {
        (_grid, _headings, _faults) = (grid, headings, faults);
        HasHeadings = CheckHeadings();
        Rows = HasHeadings ? [.. grid.Rows.Where(row => row.Number > PlanSheets.HeadingRow && Check(row)).Select(row => row.Number)] : [];
    }

    /// <summary>Whether every heading stands where it must: of any other sheet nothing is read.</summary>
    internal bool HasHeadings { get; }

    /// <summary>The numbers of the rows under the heading that hold anything.</summary>
    internal IReadOnlyList<int> Rows { get; }

    internal string Cell(int row, int column) => _grid.NameOf(row, column);

    internal int Column(string heading) => _headings.IndexOf(heading) + 1;

    internal bool IsEmpty(int row, int column) => _grid.Row(row)?.At(column) is null;

    internal string? Text(int row, int column) => _grid.Row(row)?.At(column) is not { } cell ? null : cell.Text;

    /// <summary>A text the template wrote: only as it was written.</summary>
    internal string? Label(int row, int column)
    {
        if (_grid.Row(row)?.At(column) is { IsRespelt: true } cell)
            _faults.Add(PlanSheetRefusals.LabelSpaces(Cell(row, column), cell.Text));
        return Text(row, column);
    }

    internal string RequiredText(int row, int column)
    {
        if (Text(row, column) is { } text)
            return text;
        _faults.Add(PlanSheetRefusals.CellMissing(Cell(row, column), _headings[column - 1]));
        return "";
    }

    internal int? Whole(int row, int column)
    {
        if (Number(row, column) is not { } number)
            return null;
        if (number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue)
            return (int)number;
        _faults.Add(PlanSheetRefusals.CellNumber(Cell(row, column), Text(row, column)!));
        return null;
    }

    internal decimal? Number(int row, int column)
    {
        if (_grid.Row(row)?.At(column) is not { } cell)
            return null;
        // A number typed as text may be a date, a range or a number with a comma: only what the file itself calls a number is one.
        if (cell.Kind == CellKind.Number && decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        _faults.Add(PlanSheetRefusals.CellNumber(Cell(row, column), cell.Text));
        return null;
    }

    internal DateOnly? Day(int row, int column)
    {
        if (_grid.Row(row)?.At(column) is not { } cell)
            return null;
        if (cell is { Kind: CellKind.Number, WholeNumber: { } serial and > 20_000 })
            return DayZero.AddDays(serial);
        if (cell.Kind == CellKind.Text && DateOnly.TryParseExact(cell.Text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && VietnamCalendar.TryParseDay(VietnamCalendar.Format(day), out _))
        {
            return day;
        }

        _faults.Add(PlanSheetRefusals.CellDay(Cell(row, column), cell.Text));
        return null;
    }

    /// <summary>One of a few words; null where the cell is empty or holds another.</summary>
    internal T? Word<T>(int row, int column, ImmutableArray<(string Word, T Value)> words) where T : struct
    {
        if (Text(row, column) is not { } text)
            return null;
        foreach (var (word, value) in words)
        {
            if (word == text)
                return value;
        }

        _faults.Add(PlanSheetRefusals.CellWord(Cell(row, column), text, string.Join(", ", words.Select(word => word.Word))));
        return null;
    }

    private bool CheckHeadings()
    {
        var before = _faults.Count;
        for (var column = 1; column <= _headings.Length; column++)
        {
            var cell = _grid.Row(PlanSheets.HeadingRow)?.At(column);
            var name = Cell(PlanSheets.HeadingRow, column);
            if (cell?.Text != _headings[column - 1])
                _faults.Add(PlanSheetRefusals.HeadingMoved(name, _headings[column - 1], cell?.Text ?? ""));
            else if (cell.IsRespelt)
                _faults.Add(PlanSheetRefusals.LabelSpaces(name, cell.Text));
        }

        foreach (var column in _grid.Row(PlanSheets.HeadingRow)?.Cells.Keys.Where(column => column > _headings.Length) ?? [])
            _faults.Add(PlanSheetRefusals.CellOutside(Cell(PlanSheets.HeadingRow, column)));
        return _faults.Count == before;
    }

    // False for a row that is not read further.
    private bool Check(GridRow row)
    {
        var before = _faults.Count;
        foreach (var (column, cell) in row.Cells)
        {
            var name = Cell(row.Number, column);
            if (column > _headings.Length)
                _faults.Add(PlanSheetRefusals.CellOutside(name));
            else if (row.IsHidden || _grid.IsHidden || _grid.HiddenColumns.Contains(column))
                _faults.Add(PlanSheetRefusals.CellHidden(name));
            else if (_grid.MergeAt(row.Number, column) is not null)
                _faults.Add(PlanSheetRefusals.CellMerged(name));
            else if (cell.IsFormula || cell.Kind == CellKind.NotCalculated)
                _faults.Add(PlanSheetRefusals.CellFormula(name));
            else if (cell.Kind is CellKind.Error or CellKind.YesNo)
                _faults.Add(PlanSheetRefusals.CellWord(name, cell.Text, _headings[column - 1]));
        }

        return _faults.Count == before;
    }
}
