using System.Globalization;
using System.Text;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Host.CommandLine;

/// <summary>The matrix as RFC 4180 CSV in UTF-8: a row per commune, a letter per criterion.</summary>
internal static class MatrixCsv
{
    internal static string Write(MatrixAnswer answer)
    {
        var csv = new StringBuilder();
        Row(csv, ["unit", "name", .. answer.ByCriterion.Select(criterion => criterion.Criterion.ToString(CultureInfo.InvariantCulture)), "attained", "fulfilled", "ended"]);
        foreach (var row in answer.Communes)
        {
            Row(csv,
            [
                row.Unit, row.Name ?? "", .. row.Status.Select(letter => letter.ToString()),
                row.Attained.ToString(CultureInfo.InvariantCulture), row.Fulfilled.ToString(CultureInfo.InvariantCulture),
                row.Ended is { } ended ? Domain.Time.VietnamCalendar.Format(ended) : "",
            ]);
        }

        return csv.ToString();
    }

    private static void Row(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
