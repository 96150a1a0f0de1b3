using Ntm.Domain.Interchange;
using Ntm.Domain.Time;

namespace Ntm.Projections.Reports;

/// <summary>How often a report is handed in.</summary>
public enum ReportPeriod
{
    Month,
    Quarter,
    Half,
    Year,
}

public static class ReportPeriods
{
    public static WireNames<ReportPeriod> Names { get; } = new(
        ("month", ReportPeriod.Month), ("quarter", ReportPeriod.Quarter), ("half", ReportPeriod.Half), ("year", ReportPeriod.Year));

    /// <summary>The last day of the period before the one a day lies in; in the first period of the calendar, its first day.</summary>
    public static DateOnly EndOfTheOneBefore(this ReportPeriod period, DateOnly day)
    {
        var months = period switch
        {
            ReportPeriod.Month => 1,
            ReportPeriod.Quarter => 3,
            ReportPeriod.Half => 6,
            ReportPeriod.Year => 12,
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "is no period"),
        };
        return VietnamCalendar.DayBefore(new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1));
    }
}
