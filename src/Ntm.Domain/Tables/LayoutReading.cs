using System.Collections.Immutable;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Tables;

/// <summary>
/// Finds the table in a sheet: below titles, under headings of one or several rows, joined or not. What could be read in two ways is a
/// doubt, since a table shifted by one column looks like any other.
/// </summary>
internal sealed class LayoutReading(Grid grid, CriterionHeadings headings, CommuneNames names, StatusWords words)
{
    private const int RowsSearched = 60;
    private const int HeadingRowsAround = 4;

    // What is joined over more columns than this is a title, not the heading of each of them.
    private const int WidestHeading = 3;

    private readonly List<TableDoubt> _doubts = [];

    /// <returns>No layout and no doubt where the sheet holds no table at all.</returns>
    internal (TableLayout? Layout, IReadOnlyList<TableDoubt> Doubts) Read()
    {
        var candidates = grid.Rows.Take(RowsSearched).TakeWhile(row => !NamesCommune(row))
            .Select(row => (Row: row, Claims: ClaimsOf(row)))
            .Select(read => (read.Row, read.Claims, Criteria: read.Claims.Select(claim => claim.Claim.Criterion).Distinct().Count(IsOfSet)))
            .Where(read => read.Criteria * 2 >= headings.Count)
            .OrderByDescending(read => read.Criteria).ThenBy(read => read.Row.Number)
            .ToList();
        foreach (var (row, claims, _) in candidates)
        {
            // 1, 2, 3 … over every column, the names' own among them, number the columns of a form and not the criteria.
            if (NameColumnOf(row.Number, claims) is { } nameColumn && !claims.Exists(claim => claim.Column == nameColumn))
                return (LayoutOf(row, claims, nameColumn), _doubts);
        }

        if (candidates.Count > 0)
            _doubts.Add(TableDoubt.Of(TableRefusals.NoNameColumn(grid.Name)));
        return (null, _doubts);
    }

    private bool IsOfSet(int criterion) => criterion <= headings.Count;

    private List<(int Column, HeadingClaim Claim)> ClaimsOf(GridRow row) =>
    [
        .. row.Cells.Select(cell => (Column: cell.Key, Claim: headings.Read(cell.Value)))
            .Where(read => read.Claim is not null).Select(read => (read.Column, read.Claim!)),
    ];

    // The column under which names of communes stand; where none is known, the one whose heading says so.
    private int? NameColumnOf(int headingRow, List<(int Column, HeadingClaim Claim)> claims)
    {
        var named = claims.Where(claim => claim.Claim.Kind != ClaimKind.BareNumber).Select(claim => claim.Column).ToHashSet();
        return grid.Rows.Where(row => row.Number > headingRow)
            .SelectMany(row => row.Cells.Where(cell => IsCommune(cell.Value)))
            .GroupBy(cell => cell.Key)
            .Where(column => !named.Contains(column.Key))
            .OrderByDescending(column => column.Count()).ThenBy(column => column.Key)
            .Select(column => (int?)column.Key).FirstOrDefault()
            ?? HeadedColumns(headingRow).Where(heading => !named.Contains(heading.Column) && HeadingWords.IsName(heading.Text))
                .Select(heading => (int?)heading.Column).FirstOrDefault();
    }

    private TableLayout? LayoutOf(GridRow row, List<(int Column, HeadingClaim Claim)> claims, int nameColumn)
    {
        var headed = HeadedColumns(row.Number).ToLookup(heading => heading.Column, heading => heading.Text);
        var criteria = ImmutableSortedDictionary.CreateBuilder<int, int>();
        foreach (var (column, claim) in claims)
        {
            // A bare number over a column that says what else it holds only counts columns on.
            if (claim.Kind == ClaimKind.BareNumber && headed[column].Any(HeadingWords.IsOther))
                continue;
            Take(row, column, claim, criteria);
        }

        CompareOtherHeadings(row.Number, nameColumn, criteria);
        var missing = Enumerable.Range(1, headings.Count).Where(criterion => !criteria.ContainsValue(criterion)).ToList();
        if (missing.Count > 0)
            _doubts.Add(TableDoubt.At(grid.NameOf(row.Number, claims[0].Column), cell => TableRefusals.CriterionMissing(cell, missing)));
        if (_doubts.Count > 0)
            return null;

        var total = headed.Where(column => !criteria.ContainsKey(column.Key) && column.Key != nameColumn && column.Any(HeadingWords.IsTotal))
            .Select(column => (int?)column.Key).FirstOrDefault();
        return new TableLayout(row.Number, nameColumn, criteria.ToImmutable(), total, [.. headed.Select(heading => heading.Key), .. criteria.Keys]);
    }

    private void Take(GridRow row, int column, HeadingClaim claim, ImmutableSortedDictionary<int, int>.Builder criteria)
    {
        var text = row.At(column)!.Text;
        if (!IsOfSet(claim.Criterion))
            _doubts.Add(TableDoubt.At(NameOf(row, column), cell => TableRefusals.CriterionTooMany(cell, claim.Criterion, headings.Count), text));
        else if (claim.NameContradicts || criteria.ContainsValue(claim.Criterion))
            _doubts.Add(Contradiction(row.Number, column, row));
        else
            criteria[column] = claim.Criterion;
        if (IsJoinedAcross(row.Number, column, 1))
            _doubts.Add(TableDoubt.At(NameOf(row, column), cell => TableRefusals.HeadingMerged(cell, text), text));
    }

    // A row of names above or below the numbers must say the same of each column: otherwise one of the two has slipped.
    private void CompareOtherHeadings(int headingRow, int nameColumn, ImmutableSortedDictionary<int, int>.Builder criteria)
    {
        foreach (var row in HeadingRows(headingRow).Where(row => row.Number != headingRow))
        {
            var claims = ClaimsOf(row);
            var numbersCriteria = claims.Count * 2 >= headings.Count && !claims.Exists(claim => claim.Column == nameColumn);
            // A group may be called like its first criterion: joined over several columns it speaks of none of them.
            var contradiction = claims
                .Where(claim => claim.Claim.Kind != ClaimKind.BareNumber || (numbersCriteria && IsOfSet(claim.Claim.Criterion)))
                .FirstOrDefault(claim => !IsJoinedAcross(row.Number, claim.Column, 1) && criteria.GetValueOrDefault(claim.Column) != claim.Claim.Criterion);
            if (contradiction.Claim is not null)
                _doubts.Add(Contradiction(headingRow, contradiction.Column, row));
        }
    }

    private TableDoubt Contradiction(int headingRow, int column, GridRow row)
    {
        var text = row.At(column)!.Text;
        return TableDoubt.At(NameOf(row, column), cell => TableRefusals.HeadingUnclear(cell, text, grid.Seen(headingRow, column)?.Text ?? ""), text);
    }

    private IEnumerable<(int Column, string Text)> HeadedColumns(int headingRow) =>
        from row in HeadingRows(headingRow)
        from cell in row.Cells
        where cell.Value.Kind == CellKind.Text && !IsJoinedAcross(row.Number, cell.Key, WidestHeading)
        let last = grid.MergeAt(row.Number, cell.Key)?.LastColumn ?? cell.Key
        from column in Enumerable.Range(cell.Key, last - cell.Key + 1)
        orderby column
        select (column, cell.Value.Text);

    private IEnumerable<GridRow> HeadingRows(int headingRow) => grid.Rows
        .Where(row => row.Number >= headingRow - HeadingRowsAround && row.Number <= headingRow + HeadingRowsAround)
        .TakeWhile(row => row.Number <= headingRow || !(NamesCommune(row) || row.Cells.Values.Any(cell => words.Read(cell) is CellReading.Finding)));

    private bool IsJoinedAcross(int row, int column, int columns) =>
        grid.MergeAt(row, column) is { } merged && merged.LastColumn - merged.FirstColumn >= columns;

    private bool NamesCommune(GridRow row) => row.Cells.Values.Any(IsCommune);

    private bool IsCommune(GridCell cell) => cell.Kind == CellKind.Text && names.Find(cell.Text).Count > 0;

    private string NameOf(GridRow row, int column) => grid.NameOf(row.Number, column);
}
