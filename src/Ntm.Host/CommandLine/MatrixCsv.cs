using System.Globalization;
using System.Text;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Host.CommandLine;

/// <summary>The matrix as CSV: a row per commune, a letter per criterion.</summary>
internal static class MatrixCsv
{
    internal static string Write(MatrixAnswer answer)
    {
        var csv = new StringBuilder();
        csv.Row(["unit", "name", .. answer.ByCriterion.Select(criterion => criterion.Criterion.ToString(CultureInfo.InvariantCulture)), "attained", "fulfilled", "ended"]);
        foreach (var row in answer.Communes)
        {
            csv.Row(
            [
                row.Unit, row.Name, .. row.Status.Select(letter => letter.ToString()),
                row.Attained.ToString(CultureInfo.InvariantCulture), row.Fulfilled.ToString(CultureInfo.InvariantCulture), CsvText.Of(row.Ended),
            ]);
        }

        return csv.ToString();
    }
}
