using System.Globalization;
using Ntm.Domain.Time;

namespace Ntm.Domain.Tests.Time;

public sealed class VietnamCalendarTests
{
    [Theory]
    [InlineData("2024-06-30T16:59:59.999999Z", "2024-06-30")]
    [InlineData("2024-06-30T17:00:00Z", "2024-07-01")]
    [InlineData("2024-06-30T00:00:00Z", "2024-06-30")]
    [InlineData("2024-12-31T17:00:00Z", "2025-01-01")]
    [InlineData("2024-02-28T17:00:00Z", "2024-02-29")]
    [InlineData("2024-07-01T00:30:00+07:00", "2024-07-01")]
    [InlineData("2024-06-30T23:30:00-08:00", "2024-07-01")]
    public void A_legal_day_begins_at_five_in_the_afternoon_UTC(string instant, string day) =>
        Assert.Equal(day, VietnamCalendar.Format(VietnamCalendar.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_is_written_and_read_in_one_way(string text)
    {
        Assert.True(VietnamCalendar.TryParseDay(text, out var day));
        Assert.Equal(text, VietnamCalendar.Format(day));
    }

    [Theory]
    [InlineData("2018-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2018-13-01")]
    [InlineData("2018-6-30")]
    [InlineData("18-06-30")]
    [InlineData("30/06/2018")]
    [InlineData("2018-06-30 ")]
    [InlineData("2018-06-30T00:00:00")]
    [InlineData("٢٠١٨-٠٦-٣٠")]
    [InlineData("0000-01-01")]
    [InlineData("")]
    public void Nothing_else_is_a_day(string text) => Assert.False(VietnamCalendar.TryParseDay(text, out _));

    [Fact]
    public void Days_and_stamps_look_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // The Thai calendar counts years of its own.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");

            Assert.Equal("2018-06-30", VietnamCalendar.Format(new DateOnly(2018, 6, 30)));
            Assert.True(VietnamCalendar.TryParseDay("2018-06-30", out var day));
            Assert.Equal(new DateOnly(2018, 6, 30), day);
            Assert.Equal("2018-06-30T01:02:03.000004Z", RecordTime.Format(Instant));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_stamp_is_UTC_with_six_decimals()
    {
        Assert.Equal("2018-06-30T01:02:03.000004Z", RecordTime.Format(Instant));
        Assert.Equal("2018-06-30T01:02:03.000004Z", RecordTime.Format(Instant.ToOffset(TimeSpan.FromHours(7))));
        Assert.Equal("2018-06-30T00:00:00.000000Z", RecordTime.Format(new DateTimeOffset(2018, 6, 30, 0, 0, 0, TimeSpan.Zero)));
    }

    private static DateTimeOffset Instant => new DateTimeOffset(2018, 6, 30, 1, 2, 3, TimeSpan.Zero).AddTicks(40);

    // What is read by hand must be what the runtime reads by the pattern.
    [Fact]
    public void Days_are_read_as_the_runtime_reads_the_pattern()
    {
        var random = new Random(20180630);
        const string Letters = "0123456789-+ /\0٣";
        foreach (var number in Enumerable.Range(0, 100_000))
        {
            var text = new DateOnly(1, 1, 1).AddDays(number * 36).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ToCharArray();
            for (var changes = random.Next(3); changes > 0; changes--)
                text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];

            Assert.Equal(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expected), VietnamCalendar.TryParseDay(text, out var day));
            Assert.Equal(expected, day);
        }
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0999-12-31T23:59:59.9999999Z")]
    [InlineData("2018-06-30T01:02:03.0000004Z")]
    [InlineData("2018-06-30T01:02:03.000004+07:00")]
    [InlineData("2024-02-29T17:00:00.999999Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void A_stamp_is_spelt_as_the_pattern_says(string instant)
    {
        var stamp = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        Assert.Equal(stamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), RecordTime.Format(stamp));
    }
}
