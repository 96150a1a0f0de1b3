using System.Globalization;
using System.Text.RegularExpressions;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Tables;

/// <summary>What a sheet says of itself: sums, hidden parts, joined cells.</summary>
public sealed partial class SheetReading
{
    private const int MatchTimeoutMilliseconds = 1_000;

    private void CheckTotal(GridRow row, List<ReadCell> cells)
    {
        // Where the other rows have their sum, one without has slipped or was not finished.
        if (_layout.TotalColumn is { } column && _totalsGiven && (cells.Count > 0 || row.At(column) is not null))
        {
            Compare(row.Number, column, row.At(column) ?? new GridCell(CellKind.Text, ""), cells.Select(cell => cell.Status).ToList(),
                _grid.NameOf(row.Number, _layout.NameColumn), _grid.NameOf(_layout.HeadingRow, column));
        }
    }

    private void CheckTotalRows(IEnumerable<GridRow> rows)
    {
        foreach (var row in rows)
        {
            var label = row.Cells.First(cell => cell.Value.Kind == CellKind.Text && HeadingWords.IsSummary(cell.Value.Text));
            if (!HeadingWords.IsTotal(label.Value.Text))
                continue;
            foreach (var (column, criterion) in _layout.Criteria.Where(criterion => !_unclearColumns.Contains(criterion.Key)))
            {
                if (row.At(column) is { } total)
                {
                    Compare(row.Number, column, total,
                        _rows.SelectMany(read => read.Cells).Where(cell => cell.Criterion == criterion).Select(cell => cell.Status).ToList(),
                        _grid.NameOf(row.Number, label.Key), _grid.NameOf(_layout.HeadingRow, column));
                }
            }
        }
    }

    // Offices count what is not applicable with the attained or without: either is a sum that agrees.
    private void Compare(int row, int column, GridCell total, List<FindingStatus> statuses, params ReadOnlySpan<string> headings)
    {
        var name = _grid.NameOf(row, column);
        if (_question.Answers.Accept([name, .. headings]))
            return;
        if (total.Kind == CellKind.Error)
            _doubts.Add(TableDoubt.At(name, cell => TableRefusals.CellError(cell, total.Text), total.Text));
        else if (total.Kind == CellKind.NotCalculated)
            _doubts.Add(TableDoubt.At(name, TableRefusals.NotCalculated));
        else if (TotalOf(total) is not { } said)
            _doubts.Add(TableDoubt.At(name, cell => TableRefusals.TotalUnclear(cell, total.Text), total.Text));
        else if (statuses.Count(status => status == FindingStatus.Attained) is var attained
            && statuses.Count(status => status.IsFulfilled()) is var fulfilled && said != attained && said != fulfilled)
            _doubts.Add(TableDoubt.At(name, cell => TableRefusals.TotalDiffers(cell, said, attained, fulfilled), total.Text));
    }

    // 12, 12/19, 12 tiêu chí.
    private static int? TotalOf(GridCell cell) => cell.WholeNumber
        ?? (LeadingNumber().Match(cell.Text) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null);

    private void CheckHiddenColumns()
    {
        if (_question.Answers.IncludeHidden)
            return;
        foreach (var column in _layout.Criteria.Keys.Append(_layout.NameColumn).Where(_grid.HiddenColumns.Contains))
            _doubts.Add(TableDoubt.At(_grid.NameOf(_layout.HeadingRow, column), TableRefusals.Hidden, _grid.Seen(_layout.HeadingRow, column)?.Text));
    }

    // A joined cell shows one result where several are meant; empty ones mislead nobody.
    private void CheckMergedCells(int lastRow)
    {
        foreach (var merged in _grid.Merged.Where(merged => merged.FirstRow > _layout.HeadingRow && merged.FirstRow <= lastRow))
        {
            var results = _layout.Criteria.Keys.Any(column => merged.FirstColumn <= column && column <= merged.LastColumn);
            if (results && _words.Read(_grid.Row(merged.FirstRow)?.At(merged.FirstColumn)) is CellReading.Finding or CellReading.Unclear { IsMark: true })
                _doubts.Add(TableDoubt.At(_grid.NameOf(merged.FirstRow, merged.FirstColumn), TableRefusals.CellMerged));
        }
    }

    [GeneratedRegex(@"^(?<number>[0-9]{1,4})(?:\s*/\s*[0-9]+)?(?:\s*(?:tiêu chí|tc|xã))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex LeadingNumber();
}
