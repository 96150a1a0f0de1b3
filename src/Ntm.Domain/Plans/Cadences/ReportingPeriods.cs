using System.Globalization;

namespace Ntm.Domain.Plans.Cadences;

/// <summary>Kỳ báo cáo: the months, quarters, half-years and years offices report by.</summary>
public static class ReportingPeriods
{
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    public static DueWindow Month(int year, int month) => Window(year, month, 1, $"Tháng {month}/{year}");

    public static DueWindow Quarter(int year, int quarter) => Window(year, (quarter * 3) - 2, 3, $"Quý {Quarters[quarter - 1]}/{year}");

    public static DueWindow HalfYear(int year, int half) => Window(year, (half * 6) - 5, 6, half == 1 ? $"6 tháng đầu năm {year}" : $"6 tháng cuối năm {year}");

    public static DueWindow Year(int year) => Window(year, 1, 12, $"Năm {year}");

    /// <summary>Every period of a kind that ends inside the plan, days included.</summary>
    public static IEnumerable<DueWindow> Within(DateOnly from, DateOnly to, ReportingPeriod period)
    {
        for (var year = from.Year; year <= to.Year; year++)
        {
            var ofYear = year;
            var windows = period switch
            {
                ReportingPeriod.Month => Enumerable.Range(1, 12).Select(month => Month(ofYear, month)),
                ReportingPeriod.Quarter => Enumerable.Range(1, 4).Select(quarter => Quarter(ofYear, quarter)),
                ReportingPeriod.HalfYear => Enumerable.Range(1, 2).Select(half => HalfYear(ofYear, half)),
                ReportingPeriod.Year => [Year(ofYear)],
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            foreach (var window in windows.Where(window => window.Due >= from && window.Due <= to))
                yield return window;
        }
    }

    /// <summary>I to IV; 0 for anything else.</summary>
    internal static int QuarterOf(string numeral) => Array.IndexOf(Quarters, numeral.ToUpper(CultureInfo.InvariantCulture)) + 1;

    private static DueWindow Window(int year, int month, int months, string name)
    {
        var from = new DateOnly(year, month, 1);
        return new DueWindow(from, from.AddMonths(months).AddDays(-1), name);
    }
}

public enum ReportingPeriod
{
    Month,
    Quarter,
    HalfYear,
    Year,
}
