using System.Globalization;
using Ntm.Domain.Tables;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports.Checking;

/// <summary>A report as a document, from us or saved again by a word processor. What an office writes above, below and between is its own.</summary>
internal sealed class FiledDocument(DocumentBlocks blocks, IReadOnlyDictionary<string, string> properties) : IFiledReport
{
    public IReadOnlyDictionary<string, string> Claims { get; } = properties.Count > 0 ? properties : InTable(blocks);

    public FiledDifference Against(Report report, string hash)
    {
        var altered = FiledProperties.Against(properties, report, hash).ToList();
        var additions = CompareParagraphs(report, altered);
        var next = 0;
        foreach (var (title, rows) in TablesOf(report, hash))
        {
            var found = Find(rows[0], next);
            Compare(title, rows, found < blocks.Tables.Count ? blocks.Tables[found] : [], altered);
            next = found + 1;
        }

        return new FiledDifference(altered, additions);
    }

    private static IEnumerable<(string Title, IReadOnlyList<IReadOnlyList<string>> Rows)> TablesOf(Report report, string hash)
    {
        foreach (var table in report.Tables)
        {
            var printed = table.Printed.ToList();
            yield return (table.Title,
            [
                printed.ConvertAll(column => column.Column.Heading),
                .. table.Rows.Select(row => printed.ConvertAll(column => CellText.Clean(ReportWords.Shown(row.Cells[column.Place])))),
            ]);
        }

        yield return (ReportWorkbook.Parameters,
        [
            DocumentTable.ParameterHeadings,
            .. ReportProperties.WithHash(report, hash).Select(IReadOnlyList<string> (parameter) =>
                [$"{parameter.Label} ({parameter.Key})", CellText.Clean(ReportWords.Shown(parameter.Value))]),
        ]);
    }

    // By its heading; where that was altered as well, the next one that could be it: with as many columns.
    private int Find(IReadOnlyList<string> heading, int from)
    {
        for (var index = from; index < blocks.Tables.Count; index++)
        {
            if (blocks.Tables[index] is [var first, ..] && first.SequenceEqual(heading))
                return index;
        }

        for (var index = Math.Max(from, 1); index < blocks.Tables.Count; index++)
        {
            if (blocks.Tables[index] is [var first, ..] && first.Count == heading.Count)
                return index;
        }

        return blocks.Tables.Count;
    }

    private static void Compare(
        string title, IReadOnlyList<IReadOnlyList<string>> should, IReadOnlyList<IReadOnlyList<string>> says, List<AlteredCell> altered)
    {
        for (var row = 0; row < Math.Max(should.Count, says.Count); row++)
        {
            var (right, said) = (row < should.Count ? should[row] : [], row < says.Count ? says[row] : []);
            for (var column = 0; column < Math.Max(right.Count, said.Count); column++)
            {
                var (shouldSay, stands) = (column < right.Count ? right[column] : "", column < said.Count ? said[column] : "");
                if (shouldSay != stands)
                    altered.Add(new AlteredCell(Where(title, row, column), Given(stands), Given(shouldSay)));
            }
        }
    }

    // In order, with whatever stands between them.
    private int CompareParagraphs(Report report, List<AlteredCell> altered)
    {
        var (place, met) = (0, 0);
        foreach (var paragraph in ReportDocument.Paragraphs(report).Select(CellText.Clean))
        {
            var found = place;
            while (found < blocks.Paragraphs.Count && blocks.Paragraphs[found] != paragraph)
                found++;
            if (found == blocks.Paragraphs.Count)
                altered.Add(new AlteredCell("đoạn văn ngoài bảng", null, paragraph));
            else
                (place, met) = (found + 1, met + 1);
        }

        return blocks.Paragraphs.Count - met;
    }

    private static string Where(string title, int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"bảng '{title}', hàng {row + 1}, cột {column + 1}");

    private static string? Given(string text) => text.Length == 0 ? null : text;

    // A program that does not keep properties still keeps the table people read them in.
    private static Dictionary<string, string> InTable(DocumentBlocks blocks)
    {
        var claims = new Dictionary<string, string>();
        foreach (var row in blocks.Tables.LastOrDefault(table => table is [{ Count: 2 }, ..] && table[0].SequenceEqual(DocumentTable.ParameterHeadings)) ?? [])
        {
            if (row is [var label, var value] && label.LastIndexOf('(') is >= 0 and var open && label.EndsWith(')'))
                claims[label[(open + 1)..^1]] = DateOnly.TryParseExact(value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? Domain.Time.VietnamCalendar.Format(day) : value;
        }

        return claims;
    }
}
