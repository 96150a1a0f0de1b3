using System.Buffers;
using System.Text;
using Ntm.Domain.Time;

namespace Ntm.Host.CommandLine;

/// <summary>RFC 4180 in UTF-8 without a byte order mark: for programs. People open a workbook.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoting = SearchValues.Create(",\"\r\n");

    internal static StringBuilder Row(this StringBuilder csv, params IEnumerable<string?> cells) =>
        csv.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    internal static string? Of(DateOnly? day) => day is { } given ? VietnamCalendar.Format(given) : null;

    private static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(Quoting) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
