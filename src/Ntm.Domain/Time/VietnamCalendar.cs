using System.Globalization;

namespace Ntm.Domain.Time;

/// <summary>Legal days are Vietnamese; instants are UTC. This is the only place where one becomes the other.</summary>
public static class VietnamCalendar
{
    // Asia/Ho_Chi_Minh has stood at UTC+7 without daylight saving since 1975, before any day this record can hold a fact of;
    // a fixed offset needs no time zone database on the machine.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The day before; of the first day of the calendar, that day itself: nothing lies before it.</summary>
    public static DateOnly DayBefore(DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);

    /// <summary>A calendar day written <c>yyyy-MM-dd</c>, and nothing else: no other order, no time, no day that does not exist.</summary>
    public static bool TryParseDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
