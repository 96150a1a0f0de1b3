using System.Globalization;

namespace Ntm.Domain.Time;

/// <summary>How an instant of the record clock is written: UTC, six decimals, Z. PostgreSQL keeps microseconds, and no stamp may lose one.</summary>
public static class RecordTime
{
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
