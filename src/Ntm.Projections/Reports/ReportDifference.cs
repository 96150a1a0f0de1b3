namespace Ntm.Projections.Reports;

/// <summary>A cell two reports of one kind do not agree on. A row only one of them has differs in every cell that holds something.</summary>
public sealed record ChangedCell(ReportTable Table, ReportRow Row, ReportColumn Column, ReportCell Before, ReportCell After);

/// <summary>Holds two reports of one kind against each other, whatever they know and wherever a row stands in them.</summary>
public static class ReportDifference
{
    public static IEnumerable<ChangedCell> Between(Report before, Report after) => before.Tables.SelectMany(
        table => Between(table, after.Tables.FirstOrDefault(other => other.Name == table.Name) ?? table with { Rows = [] }));

    private static IEnumerable<ChangedCell> Between(ReportTable before, ReportTable after)
    {
        var rows = after.Rows.ToDictionary(row => row.Key);
        var places = after.Columns.Select((column, place) => (column.Key, place)).ToDictionary(column => column.Key, column => column.place);
        foreach (var row in before.Rows)
        {
            rows.Remove(row.Key, out var now);
            for (var place = 0; place < before.Columns.Count; place++)
            {
                var column = before.Columns[place];
                var cell = now is not null && places.TryGetValue(column.Key, out var there) ? now.Cells[there] : ReportCell.Empty;
                if (!IsRunning(column) && cell != row.Cells[place])
                    yield return new ChangedCell(before, now ?? row, column, row.Cells[place], cell);
            }
        }

        foreach (var row in after.Rows.Where(row => rows.ContainsKey(row.Key)))
        {
            for (var place = 0; place < after.Columns.Count; place++)
            {
                if (!IsRunning(after.Columns[place]) && !row.Cells[place].IsEmpty)
                    yield return new ChangedCell(after, row, after.Columns[place], ReportCell.Empty, row.Cells[place]);
            }
        }
    }

    // A running number says where a row stands and nothing of it.
    private static bool IsRunning(ReportColumn column) => column.Key == "number";
}
