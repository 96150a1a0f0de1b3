using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tables;

/// <summary>Rows of communes.</summary>
public sealed partial class SheetReading
{
    /// <summary>An answer that speaks of this row.</summary>
    /// <param name="Unit">Null: the row is left out.</param>
    private sealed record RowAnswer(string Key, UnitId? Unit);

    // A cell is meant more narrowly than a name.
    private RowAnswer? AnswerFor(GridRow row, GridCell? label)
    {
        var matches = _question.Answers.Matches;
        var cell = CellNames.Of(row.Number, _layout.NameColumn);
        foreach (var key in new[] { $"{_grid.Name}!{cell}", cell })
        {
            if (matches.TryGetValue(key, out var unit))
                return new RowAnswer(key, unit);
        }

        return label is null ? null : matches.Where(match => CellText.Key(CellText.Clean(match.Key)) == CellText.Key(label.Text))
            .Select(match => new RowAnswer(match.Key, match.Value)).FirstOrDefault();
    }

    private void ReadRowOf(GridRow row)
    {
        var nameCell = _grid.NameOf(row.Number, _layout.NameColumn);
        var label = LabelOf(row);
        var answer = AnswerFor(row, label);
        if (answer is not null)
            _answered.Add(answer.Key);
        if (answer is { Unit: null })
        {
            _passedOver.Add(new PassedOverRow(nameCell, label?.Text ?? ""));
            return;
        }

        if (row.IsHidden && !_question.Answers.IncludeHidden)
        {
            _rowsUnread = true;
            _doubts.Add(TableDoubt.At(nameCell, TableRefusals.Hidden, label?.Text));
            return;
        }

        CheckOutside(row);
        if (UnitOf(row, label, nameCell) is not { } unit)
        {
            _rowsUnread = true;
            return;
        }

        var cells = new List<ReadCell>();
        var blanks = new List<string>();
        var clear = true;
        foreach (var (column, criterion) in _layout.Criteria)
            clear &= ReadCellOf(row, column, criterion, cells, blanks);
        _rows.Add(new ReadRow(nameCell, label?.Text ?? "", unit, cells, blanks));
        if (clear)
            CheckTotal(row, cells);
    }

    private bool ReadCellOf(GridRow row, int column, int criterion, List<ReadCell> cells, List<string> blanks)
    {
        var name = _grid.NameOf(row.Number, column);
        var cell = row.At(column);
        if (cell is { IsFormula: true })
            _formulas++;
        switch (_words.Read(cell))
        {
            case CellReading.Blank:
                blanks.Add(name);
                return true;
            case CellReading.Finding finding:
                cells.Add(new ReadCell(name, criterion, finding.Status));
                return true;
            default:
                _unclearColumns.Add(column);
                NoteUnclear(name, cell!);
                return false;
        }
    }

    private void NoteUnclear(string name, GridCell cell)
    {
        if (cell.Kind == CellKind.Error)
            _doubts.Add(TableDoubt.At(name, at => TableRefusals.CellError(at, cell.Text), cell.Text));
        else if (cell.Kind == CellKind.NotCalculated)
            _doubts.Add(TableDoubt.At(name, TableRefusals.NotCalculated));
        else if (_unclear.TryGetValue(cell.Text, out var others))
            others.Add(name);
        else
            _unclear[cell.Text] = [name];
    }

    private NamedUnit? UnitOf(GridRow row, GridCell? label, string nameCell)
    {
        if (AnswerFor(row, label) is { Unit: { } answered } answer)
        {
            var unit = _question.Names.Units.FirstOrDefault(unit => unit.Unit == answered);
            if (unit is null)
                _doubts.Add(TableDoubt.At(nameCell, _ => TableRefusals.MatchUnknown(answer.Key, answered.Value), label?.Text));
            return unit;
        }

        if (label is null)
        {
            _doubts.Add(TableDoubt.At(nameCell, TableRefusals.RowNameless, row.At(_layout.NameColumn)?.Text));
            return null;
        }

        var found = _question.Names.Find(label.Text);
        if (found.Count == 1)
            return found[0];
        _doubts.Add(found.Count > 1
            ? TableDoubt.At(nameCell, cell => TableRefusals.CommuneAmbiguous(cell, label.Text), label.Text, found)
            : TableDoubt.At(nameCell, cell => TableRefusals.CommuneUnknown(cell, label.Text, _question.Under, _question.On), label.Text, _question.Names.Suggest(label.Text)));
        return null;
    }

    // A result under no heading is a row that has slipped.
    private void CheckOutside(GridRow row)
    {
        foreach (var (column, cell) in row.Cells.Where(cell => !_layout.Headed.Contains(cell.Key) && cell.Key != _layout.NameColumn))
        {
            if (_words.Read(cell) is CellReading.Finding or CellReading.Unclear { IsMark: true } && cell.WholeNumber is null)
                _doubts.Add(TableDoubt.At(_grid.NameOf(row.Number, column), at => TableRefusals.CellOutside(at, cell.Text), cell.Text));
        }
    }
}
