using System.Text.Json;

namespace Ntm.UnderFire.Tests.Following;

/// <summary>A line of the entry feed, as far as it is examined.</summary>
internal sealed record FeedLine(
    long Sequence, long Stamp, string Id, string Stream, long Version, string Type, string Unit, DateOnly? EffectiveOn)
{
    public static FeedLine Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref reader);
        var entry = document.RootElement;
        return new FeedLine(
            entry.GetProperty("sequence").GetInt64(), Tests.Stamp.Parse(Text(entry, "recordedAt")), Text(entry, "id"), Text(entry, "stream"),
            entry.GetProperty("version").GetInt64(), Text(entry, "type"), Text(entry, "unit"),
            entry.TryGetProperty("effectiveOn", out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd") : null);
    }

    private static string Text(JsonElement entry, string field) => entry.GetProperty(field).GetString()!;
}
