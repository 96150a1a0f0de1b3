using System.Globalization;
using System.Text.RegularExpressions;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A span of days a task's time names, as far as the rules need it: months and quarters of the plan's year or of a year printed.</summary>
/// <param name="End">Null where there is no such month or quarter.</param>
internal sealed record NamedSpan(string Text, DateOnly? End);

internal static partial class TaskTimes
{
    internal static IReadOnlyList<NamedSpan> Of(string time, int planYear)
    {
        var spans = new List<NamedSpan>();
        foreach (Match match in Months().Matches(time))
        {
            var year = match.Groups["year"] is { Success: true } printed ? Number(printed.Value) : planYear;
            foreach (var month in match.Groups["month"].Captures.Select(capture => Number(capture.Value)))
                spans.Add(new($"tháng {month}/{year}", month is >= 1 and <= 12 && year is >= 1 and < 9999 ? LastDay(year, month) : null));
        }

        foreach (Match match in Quarters().Matches(time))
        {
            var quarter = match.Groups["quarter"].Value.ToUpperInvariant() switch { "I" or "1" => 1, "II" or "2" => 2, "III" or "3" => 3, "IV" or "4" => 4, _ => 0 };
            spans.Add(new(match.Value, quarter > 0 ? LastDay(planYear, quarter * 3) : null));
        }

        return spans;
    }

    /// <summary>How often in the year, where the words say a rhythm; null where they do not.</summary>
    internal static int? TimesAYear(string time)
    {
        if (Each().Match(time) is { Success: true } each)
            return each.Groups["period"].Value.ToUpperInvariant() switch { "THÁNG" => 12, "QUÝ" => 4, _ => null };
        var lengths = Lengths().Count(time);
        var months = Months().Matches(time).Sum(match => match.Groups["month"].Captures.Count);
        return Math.Max(lengths, months) is > 1 and var often ? often : null;
    }

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\btháng\s+(?<month>[0-9]{1,2})(?:\s*(?:,|-|–|và)\s*(?<month>[0-9]{1,2})\b)*(?:\s*/\s*(?<year>[0-9]{4}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Months();

    [GeneratedRegex(@"\bquý\s+(?<quarter>[IVX]+|[0-9])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarters();

    [GeneratedRegex(@"\b(?:mỗi|hàng|hằng)\s+(?<period>tháng|quý)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Each();

    [GeneratedRegex(@"\b[0-9]+\s+(?:tháng|năm)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lengths();
}
