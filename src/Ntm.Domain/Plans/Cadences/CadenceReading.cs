using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ntm.Domain.Plans.Cadences;

/// <summary>
/// Reads when a task is due from a plan's own words. Only what the words say: "theo thời gian thích hợp" gives no day, and a month without a
/// year is one of the plan's. Regular expressions with a bound on time, for the text comes from outside.
/// </summary>
public static partial class CadenceReading
{
    private const int Bound = 200;

    // The record takes any text and any days: what no office writes is not read, and gives no day.
    private const int LongestText = 500;
    private const int LongestPlan = 30;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <param name="from">The first day of the plan.</param>
    /// <param name="to">The last day of the plan.</param>
    public static Cadence Read(string text, DateOnly from, DateOnly to)
    {
        if (text.Length > LongestText || from.Year < FirstYear || to.Year > LastYear || to.Year - from.Year > LongestPlan)
            return new Cadence(text, [], false, false, IsUndetermined: true);
        var words = Spaces().Replace(text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture), " ").Trim();
        var windows = new List<DueWindow>();
        windows.AddRange(Days(words));
        windows.AddRange(Months(words, from));
        windows.AddRange(Quarters(words, from));
        windows.AddRange(ElapsedMonths(words, from));
        windows.AddRange(Recurring(words, from, to));
        windows.AddRange(Reviews(words, from));

        var isContinuous = words.Contains("thường xuyên", StringComparison.Ordinal);
        var isOnDemand = words.Contains("đột xuất", StringComparison.Ordinal);
        var leavesItOpen = words.Contains("theo ", StringComparison.Ordinal) && windows.Count == 0;
        return new Cadence(
            text, [.. windows.Distinct().OrderBy(window => window.Due).ThenBy(window => window.From)], isContinuous, isOnDemand,
            leavesItOpen || (windows.Count == 0 && !isContinuous && !isOnDemand));
    }

    // "chậm nhất 30/11/2018": that day, and no window before it.
    private static IEnumerable<DueWindow> Days(string words)
    {
        foreach (Match match in FullDay().Matches(words))
        {
            if (DateOnly.TryParseExact(match.Value, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                yield return new DueWindow(day, day, $"Ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}");
        }
    }

    // "tháng 3, 6, 9, 11", "tháng 7-8" (one span), "tháng 01/2019".
    private static IEnumerable<DueWindow> Months(string words, DateOnly from)
    {
        foreach (Match list in MonthList().Matches(words))
        {
            if (YearOr(list.Groups["year"].Value, from.Year) is not (>= FirstYear and <= LastYear and var year))
                continue;
            foreach (Match span in MonthSpan().Matches(list.Groups["months"].Value))
            {
                var ends = span.Value.Split(['-', '–'], StringSplitOptions.TrimEntries).Select(month => int.Parse(month, CultureInfo.InvariantCulture)).ToArray();
                if (ends.Any(month => month is < 1 or > 12) || ends[^1] < ends[0])
                    continue;
                var (first, last) = (ReportingPeriods.Month(year, ends[0]), ReportingPeriods.Month(year, ends[^1]));
                yield return ends.Length == 1 ? first : new DueWindow(first.From, last.Due, $"Tháng {ends[0]}-{ends[^1]}/{year}");
            }
        }
    }

    // "quý I", "quý II, III năm 2018", "hết quý I".
    private static IEnumerable<DueWindow> Quarters(string words, DateOnly from)
    {
        foreach (Match list in QuarterList().Matches(words))
        {
            if (YearOr(list.Groups["year"].Value, from.Year) is not (>= FirstYear and <= LastYear and var year))
                continue;
            foreach (var numeral in list.Groups["quarters"].Value.Split([',', '-', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (ReportingPeriods.QuarterOf(numeral) is > 0 and var quarter)
                    yield return ReportingPeriods.Quarter(year, quarter);
            }
        }
    }

    // "thời gian 3 tháng, 6 tháng và 1 năm": so long from the beginning of the plan.
    private static IEnumerable<DueWindow> ElapsedMonths(string words, DateOnly from)
    {
        if (!words.Contains("thời gian", StringComparison.Ordinal))
            yield break;
        foreach (Match match in Elapsed().Matches(words))
        {
            var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            var months = match.Groups["unit"].Value == "năm" ? count * 12 : count;
            if (months is > 0 and <= 120)
                yield return new DueWindow(from, from.AddMonths(months).AddDays(-1), months % 12 == 0 ? $"{months / 12} năm" : $"{months} tháng");
        }
    }

    // "hàng tháng, quý, 6 tháng, cả năm"; "mỗi quý ít nhất một lần".
    private static IEnumerable<DueWindow> Recurring(string words, DateOnly from, DateOnly to)
    {
        if (Every().Match(words) is not { Success: true } match)
            return [];
        var list = match.Value;
        var periods = new List<ReportingPeriod>();
        if (EveryMonth().IsMatch(list))
            periods.Add(ReportingPeriod.Month);
        if (list.Contains("quý", StringComparison.Ordinal))
            periods.Add(ReportingPeriod.Quarter);
        if (list.Contains("6 tháng", StringComparison.Ordinal) || list.Contains("sáu tháng", StringComparison.Ordinal))
            periods.Add(ReportingPeriod.HalfYear);
        if (list.Contains("năm", StringComparison.Ordinal))
            periods.Add(ReportingPeriod.Year);
        return periods.SelectMany(period => ReportingPeriods.Within(from, to, period));
    }

    // "sơ kết 6 tháng, tổng kết năm".
    private static IEnumerable<DueWindow> Reviews(string words, DateOnly from)
    {
        if (words.Contains("sơ kết 6 tháng", StringComparison.Ordinal) || words.Contains("6 tháng đầu năm", StringComparison.Ordinal))
            yield return ReportingPeriods.HalfYear(from.Year, 1);
        if (words.Contains("tổng kết năm", StringComparison.Ordinal))
            yield return ReportingPeriods.Year(from.Year);
    }

    private static int YearOr(string year, int otherwise) => year.Length == 0 ? otherwise : int.Parse(year, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b\d{1,2}/\d{1,2}/\d{4}\b", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex FullDay();

    [GeneratedRegex(@"(?<!\d )\btháng (?<months>\d{1,2}(?: ?[-–] ?\d{1,2})?(?:(?: ?[,;&] ?| và )\d{1,2}(?: ?[-–] ?\d{1,2})?(?! tháng))*)(?:(?:/| ?năm )(?<year>\d{4}))?", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex MonthList();

    [GeneratedRegex(@"\d{1,2}(?: ?[-–] ?\d{1,2})?", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex MonthSpan();

    [GeneratedRegex(@"\bquý (?<quarters>(?:iv|i{1,3})(?:(?: ?, ?| ?- ?)(?:iv|i{1,3}))*)\b(?:(?:/| ?năm )(?<year>\d{4}))?", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex QuarterList();

    [GeneratedRegex(@"\b(?<count>\d{1,2}) (?<unit>tháng|năm)\b", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"(?:hàng|hằng|mỗi) (?:tháng|quý|6 tháng|sáu tháng|năm)(?:(?: ?, ?| và )(?:tháng|quý|6 tháng|sáu tháng|cả năm|năm))*", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex Every();

    [GeneratedRegex(@"(?<!6 |sáu )tháng", RegexOptions.CultureInvariant, Bound)]
    private static partial Regex EveryMonth();
}
