using Ntm.Projections.Reports;

namespace Ntm.Projections.Tests.Reports;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData(ReportPeriod.Month, "2018-03-31", "2018-02-28")]
    [InlineData(ReportPeriod.Month, "2018-01-01", "2017-12-31")]
    [InlineData(ReportPeriod.Quarter, "2018-06-30", "2018-03-31")]
    [InlineData(ReportPeriod.Quarter, "2018-12-01", "2018-09-30")]
    [InlineData(ReportPeriod.Half, "2018-06-30", "2017-12-31")]
    [InlineData(ReportPeriod.Half, "2018-07-01", "2018-06-30")]
    [InlineData(ReportPeriod.Year, "2018-12-31", "2017-12-31")]
    [InlineData(ReportPeriod.Year, "0001-06-01", "0001-01-01")]
    public void The_period_before_ends_on_its_last_day(ReportPeriod period, string on, string end) =>
        Assert.Equal(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), period.EndOfTheOneBefore(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));
}
