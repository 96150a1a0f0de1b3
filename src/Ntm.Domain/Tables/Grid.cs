using System.Collections.Immutable;
using System.Globalization;

namespace Ntm.Domain.Tables;

/// <summary>What kind of value a cell holds.</summary>
public enum CellKind
{
    Text,
    Number,
    YesNo,

    /// <summary>#REF!, #N/A and their like.</summary>
    Error,

    /// <summary>A formula whose result was not stored in the file.</summary>
    NotCalculated,
}

/// <summary>A cell that is not empty.</summary>
/// <param name="Text">Cleaned text; a number as the file writes it, with a point.</param>
public sealed record GridCell(CellKind Kind, string Text, bool IsFormula = false)
{
    /// <summary>Something else stood in the file: spaces of another kind or number, or what nobody sees. The composition of letters does not count.</summary>
    public bool IsRespelt { get; init; }

    /// <summary>The whole number it holds, as a number or as text.</summary>
    public int? WholeNumber => Kind is CellKind.Number or CellKind.Text
        && decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000
            ? (int)number
            : null;
}

/// <summary>A row with at least one cell that is not empty; columns count from 1.</summary>
public sealed record GridRow(int Number, bool IsHidden, ImmutableSortedDictionary<int, GridCell> Cells)
{
    public GridCell? At(int column) => Cells.GetValueOrDefault(column);
}

/// <summary>Cells joined into one; only the first holds a value.</summary>
public sealed record MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Covers(int row, int column) => FirstRow <= row && row <= LastRow && FirstColumn <= column && column <= LastColumn;
}

/// <summary>One sheet of a workbook as far as it has content.</summary>
/// <param name="Rows">In order; rows without content are left out.</param>
public sealed record Grid(
    string Name, bool IsHidden, IReadOnlyList<GridRow> Rows, ImmutableHashSet<int> HiddenColumns, IReadOnlyList<MergedCells> Merged)
{
    public GridRow? Row(int number) => Rows.FirstOrDefault(row => row.Number == number);

    public MergedCells? MergeAt(int row, int column) => Merged.FirstOrDefault(merged => merged.Covers(row, column));

    /// <summary>What a reader sees there: of joined cells, the value of the first.</summary>
    public GridCell? Seen(int row, int column) =>
        MergeAt(row, column) is { } merged ? Row(merged.FirstRow)?.At(merged.FirstColumn) : Row(row)?.At(column);

    /// <summary>The cell's name with its sheet, such as <c>Biểu 1!C7</c>.</summary>
    public string NameOf(int row, int column) => $"{Name}!{CellNames.Of(row, column)}";
}
