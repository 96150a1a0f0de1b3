using System.Buffers;
using System.Text;

namespace Ntm.Projections.Reports;

/// <summary>
/// A report as text, which its hash is of: its tables in RFC 4180 with the names programs use, then, after an empty line, what it was
/// asked for. The CSV file is this text with the hash as its last line.
/// </summary>
public static class ReportText
{
    private static readonly SearchValues<char> Quoting = SearchValues.Create(",\"\r\n");

    public static string Of(Report report)
    {
        var text = new StringBuilder();
        foreach (var table in report.Tables)
        {
            if (report.Tables.Count > 1)
                Row(text, ["table", table.Name]);
            Row(text, table.Columns.Select(column => column.Key));
            foreach (var row in table.Rows)
                Row(text, row.Cells.Select(cell => cell.ToPlainText()));
            Row(text, []);
        }

        Row(text, ["parameter", "value"]);
        foreach (var parameter in report.Parameters.ToList(report.Kind))
            Row(text, [parameter.Key, parameter.Value.ToPlainText()]);
        foreach (var note in report.Notes)
            Row(text, ["note", note]);
        return text.ToString();
    }

    /// <summary>The text with the line that tells its hash.</summary>
    public static string WithHash(Report report) =>
        Row(new StringBuilder(Of(report)), [ReportParameter.Hash, report.Hash()]).ToString();

    private static StringBuilder Row(StringBuilder text, IEnumerable<string?> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(Quoting) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
