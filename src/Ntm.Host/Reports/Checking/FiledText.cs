using System.Globalization;
using System.Text;
using Ntm.Domain.Tables;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports.Checking;

/// <summary>A report as CSV; a spreadsheet may have saved it again, with other separators and other ways to write numbers and days.</summary>
internal sealed class FiledText : IFiledReport
{
    private const string Parameters = "parameter";

    private readonly List<CsvRow> _rows;

    private FiledText(List<CsvRow> rows)
    {
        _rows = rows;
        Claims = rows.SkipWhile(row => row.At(0) != Parameters).Skip(1).Where(row => row.Cells.Count >= 2)
            .DistinctBy(row => row.Cells[0]).ToDictionary(row => row.Cells[0], row => row.Cells[1]);
    }

    public IReadOnlyDictionary<string, string> Claims { get; }

    /// <returns>Null where it is no text in UTF-8.</returns>
    internal static FiledText? Read(byte[] file)
    {
        try
        {
            return new FiledText(CsvRow.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\ufeff')));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public FiledDifference Against(Report report, string hash)
    {
        var should = CsvRow.Read(ReportText.WithHash(report));
        var altered = new List<AlteredCell>();
        for (var index = 0; index < Math.Max(should.Count, _rows.Count); index++)
        {
            var (said, right) = (index < _rows.Count ? _rows[index] : null, index < should.Count ? should[index] : null);
            for (var column = 0; column < Math.Max(said?.Cells.Count ?? 0, right?.Cells.Count ?? 0); column++)
            {
                var (says, shouldSay) = (said?.At(column), right?.At(column));
                if (!SayTheSame(says ?? "", shouldSay ?? ""))
                    altered.Add(new AlteredCell(Where(said?.Line ?? right!.Line, column), Given(says), Given(shouldSay)));
            }
        }

        return new FiledDifference(altered, 0);
    }

    private static string Where(int line, int column) => string.Create(CultureInfo.InvariantCulture, $"dòng {line}, cột {column + 1}");

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool SayTheSame(string says, string shouldSay) =>
        says == shouldSay || CellText.Clean(says) == CellText.Clean(shouldSay) || (NumberOf(says) is { } number && number == NumberOf(shouldSay))
        || (DayOf(says) is { } day && day == DayOf(shouldSay));

    private static decimal? NumberOf(string text) => decimal.TryParse(
        text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(
        text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A line of CSV that holds anything, and where it stands in the file, from 1.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells)
{
    internal string? At(int column) => column < Cells.Count ? Cells[column] : null;

    /// <summary>Separated by whichever of comma, semicolon and tab the first line has most of; empty cells at the end are left out.</summary>
    internal static List<CsvRow> Read(string text)
    {
        var first = text.AsSpan()[..(text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length)];
        var separator = ',';
        foreach (var candidate in ";\t")
        {
            if (first.Count(candidate) > first.Count(separator))
                separator = candidate;
        }

        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begins, isQuoted) = (1, 1, false);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter == '\n')
                line++;
            if (isQuoted && letter == '"' && index + 1 < text.Length && text[index + 1] == '"')
                cell.Append(text[index++]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || (letter != separator && letter is not ('\r' or '\n')))
                cell.Append(letter);
            else if (letter == separator)
                EndCell(cells, cell);
            else if (letter == '\n')
                (cells, begins) = (EndRow(rows, begins, cells, cell), line);
        }

        EndRow(rows, begins, cells, cell);
        return rows;
    }

    private static void EndCell(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }

    private static List<string> EndRow(List<CsvRow> rows, int line, List<string> cells, StringBuilder cell)
    {
        EndCell(cells, cell);
        while (cells is [.., ""])
            cells.RemoveAt(cells.Count - 1);
        if (cells.Count > 0)
            rows.Add(new CsvRow(line, cells));
        return [];
    }
}
