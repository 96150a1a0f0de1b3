using System.Globalization;

namespace Ntm.Domain.Time;

/// <summary>Legal days are Vietnamese; instants are UTC. This is the only place where one becomes the other.</summary>
public static class VietnamCalendar
{
    // Asia/Ho_Chi_Minh has stood at UTC+7 without daylight saving since 1975, before any day this record can hold a fact of;
    // a fixed offset needs no time zone database on the machine.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same instant as clocks in Vietnam show it.</summary>
    public static DateTimeOffset ClockOf(DateTimeOffset instant) => instant.ToOffset(Offset);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The day before; of the first day of the calendar, that day itself: nothing lies before it.</summary>
    public static DateOnly DayBefore(DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);

    /// <summary>The day after; of the last day of the calendar, that day itself.</summary>
    public static DateOnly DayAfter(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    /// <summary>A calendar day written <c>yyyy-MM-dd</c>, and nothing else: no other order, no time, no day that does not exist.</summary>
    // Written by hand: every line of an import has a day or two, and a pattern is taken apart anew for each.
    public static bool TryParseDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text is not [_, _, _, _, '-', _, _, '-', _, _]
            || !TryParseDigits(text[..4], out var year) || !TryParseDigits(text[5..7], out var month) || !TryParseDigits(text[8..], out var number)
            || year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryParseDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
