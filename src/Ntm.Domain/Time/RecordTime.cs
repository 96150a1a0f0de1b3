namespace Ntm.Domain.Time;

/// <summary>How an instant of the record clock is written: UTC, six decimals, Z. PostgreSQL keeps microseconds, and no stamp may lose one.</summary>
public static class RecordTime
{
    private const string Form = "0000-00-00T00:00:00.000000Z";

    // Written by hand: every answer has some, a status one for each criterion, and a pattern is read anew each time.
    public static string Format(DateTimeOffset instant) => string.Create(Form.Length, instant.UtcDateTime, static (text, utc) =>
    {
        Form.CopyTo(text);
        Digits(text[..4], utc.Year);
        Digits(text[5..7], utc.Month);
        Digits(text[8..10], utc.Day);
        Digits(text[11..13], utc.Hour);
        Digits(text[14..16], utc.Minute);
        Digits(text[17..19], utc.Second);
        Digits(text[20..26], (int)(utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));
    });

    private static void Digits(Span<char> text, int number)
    {
        for (var place = text.Length - 1; place >= 0; place--, number /= 10)
            text[place] = (char)('0' + (number % 10));
    }
}
