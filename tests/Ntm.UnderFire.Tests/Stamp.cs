using System.Globalization;

namespace Ntm.UnderFire.Tests;

/// <summary>A record time in microseconds, the smallest step the record has.</summary>
internal static class Stamp
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Read strictly: six decimals and Z.</summary>
    public static long Parse(string text) =>
        Of(DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    public static long Of(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMicrosecond;

    public static string Text(long microseconds) =>
        new DateTimeOffset(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero).ToString(Form, CultureInfo.InvariantCulture);
}
