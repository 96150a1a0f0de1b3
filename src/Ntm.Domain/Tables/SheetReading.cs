using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Tables;

/// <summary>What a sheet is read against.</summary>
/// <param name="Under">The unit whose communes it holds, in a sentence.</param>
public sealed record SheetQuestion(CriteriaSet Set, DateOnly On, string Under, CommuneNames Names, TableAnswers Answers);

/// <summary>Reads a sheet communes × criteria as offices keep it. Pure: what is not plain becomes a doubt, never a guess.</summary>
public sealed partial class SheetReading
{
    private readonly Grid _grid;
    private readonly SheetQuestion _question;
    private readonly StatusWords _words;
    private readonly TableLayout _layout;
    private readonly List<TableDoubt> _doubts = [];
    private readonly List<ReadRow> _rows = [];
    private readonly List<PassedOverRow> _passedOver = [];
    private readonly Dictionary<string, List<string>> _unclear = [];
    private readonly HashSet<int> _unclearColumns = [];
    private readonly HashSet<string> _answered = [];
    private int _formulas;
    private bool _rowsUnread;
    private bool _totalsGiven;

    private SheetReading(Grid grid, SheetQuestion question, StatusWords words, TableLayout layout)
    {
        (_grid, _question, _words, _layout) = (grid, question, words, layout);
    }

    public static ReadSheet Read(Grid grid, SheetQuestion question)
    {
        var words = new StatusWords(question.Answers.Marks);
        var (layout, doubts) = new LayoutReading(grid, new CriterionHeadings(question.Set), question.Names, words).Read();
        if (layout is null)
            return ReadSheet.Without(grid, doubts.Count > 0 ? doubts : DoubtsOfNoTable(grid, question.Names));
        if (grid.IsHidden && !question.Answers.IncludeHidden)
            return ReadSheet.Without(grid, [TableDoubt.At(grid.Name, TableRefusals.Hidden)]);
        return new SheetReading(grid, question, words, layout).ReadTable();
    }

    // A sheet that names communes was meant to be read; one of instructions names none.
    private static IReadOnlyList<TableDoubt> DoubtsOfNoTable(Grid grid, CommuneNames names) =>
        grid.Rows.Any(row => row.Cells.Values.Any(cell => cell.Kind == CellKind.Text && names.Find(cell.Text).Count > 0))
            ? [TableDoubt.Of(TableRefusals.SheetUnread(grid.Name))]
            : [];

    private ReadSheet ReadTable()
    {
        var rows = _grid.Rows.Where(row => row.Number > _layout.HeadingRow).ToList();
        var kinds = rows.Select(row => (Row: row, Kind: KindOf(row))).ToList();
        var last = kinds.FindLastIndex(row => row.Kind is RowKind.Commune or RowKind.Unnamed);
        _totalsGiven = _layout.TotalColumn is { } total && kinds.Exists(row => row.Kind == RowKind.Commune && row.Row.At(total) is not null);
        CheckHiddenColumns();
        CheckMergedCells(last < 0 ? 0 : rows[last].Number);
        for (var index = 0; index < kinds.Count; index++)
        {
            var (row, kind) = kinds[index];
            switch (kind)
            {
                case RowKind.Commune or RowKind.Unnamed:
                    ReadRowOf(row);
                    break;
                case RowKind.Text when index < last && HasCells(row) && !IsNumbering(row):
                    ReadRowOf(row);
                    break;
                default:
                    PassOver(row);
                    break;
            }
        }

        foreach (var (text, cells) in _unclear)
            _doubts.Add(new TableDoubt(TableRefusals.CellUnclear(cells[0], text, cells.Count), cells, text, []));
        // Sums of rows that were not all read say nothing.
        if (!_rowsUnread)
            CheckTotalRows(kinds.Where(row => row.Kind == RowKind.Summary).Select(row => row.Row));
        return new ReadSheet(_grid.Name, _layout.HeadingRow, _rows, _passedOver, _formulas, _answered, _doubts);
    }

    private enum RowKind
    {
        /// <summary>Its label names a unit, or an answer says which.</summary>
        Commune,

        /// <summary>It has results, but whose is not known.</summary>
        Unnamed,

        Summary,

        /// <summary>A group, a remark, a signature, the numbers of the columns.</summary>
        Text,
    }

    private RowKind KindOf(GridRow row)
    {
        if (IsNumbering(row))
            return RowKind.Text;
        var label = LabelOf(row);
        if (AnswerFor(row, label) is not null || (label is not null && _question.Names.Find(label.Text).Count > 0))
            return RowKind.Commune;
        if (row.Cells.Where(cell => !_layout.IsCriterion(cell.Key)).Any(cell => cell.Value.Kind == CellKind.Text && HeadingWords.IsSummary(cell.Value.Text)))
            return RowKind.Summary;
        return _layout.Criteria.Keys.Any(column => _words.Read(row.At(column)) is CellReading.Finding or CellReading.Unclear { IsMark: true })
            ? RowKind.Unnamed
            : RowKind.Text;
    }

    private bool HasCells(GridRow row) => _layout.Criteria.Keys.Any(column => row.At(column) is not null);

    // (1) (2) (3) … under the headings of a form.
    private bool IsNumbering(GridRow row)
    {
        var numbers = _layout.Criteria.Keys.Select(column => row.At(column) is { } cell && int.TryParse(cell.Text.Trim('(', ')', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers.TrueForAll(number => number > 0) && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private GridCell? LabelOf(GridRow row) => row.At(_layout.NameColumn) is { Kind: CellKind.Text } label ? label : null;

    private void PassOver(GridRow row)
    {
        if (row.Cells.FirstOrDefault(cell => cell.Value.Kind == CellKind.Text) is { Value: { } first } cell && !IsNumbering(row))
            _passedOver.Add(new PassedOverRow(_grid.NameOf(row.Number, cell.Key), first.Text));
    }
}
