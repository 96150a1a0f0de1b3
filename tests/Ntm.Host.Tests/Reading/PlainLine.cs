using System.Globalization;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>One stored line, in the form the entry feed gives it. The fields asked for most are read once.</summary>
internal sealed class PlainLine(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public long Sequence { get; } = json["sequence"]!.GetValue<long>();

    public string RecordedAt { get; } = json["recordedAt"]!.GetValue<string>();

    public string Id { get; } = json["id"]!.GetValue<string>();

    public string Type { get; } = json["type"]!.GetValue<string>();

    public string Unit { get; } = json["unit"]!.GetValue<string>();

    public DateOnly EffectiveOn { get; } = json["effectiveOn"] is { } day ? Day(day.GetValue<string>()) : DateOnly.MaxValue;

    public string? Set { get; } = json["set"]?.GetValue<string>();

    public int? Criterion { get; } = json["criterion"]?.GetValue<int>();

    public string? AssessedBy { get; } = json["assessedBy"]?.GetValue<string>();

    public bool IsFinding => Type is "criterion_attained" or "criterion_not_attained" or "criterion_lost"
        or "criterion_basically_met" or "criterion_not_applicable";

    public bool IsRetraction => Type is "entry_retracted";

    public string? Text(string field) => Json[field]?.GetValue<string>();

    public IReadOnlyList<string> Texts(string field) =>
        Json[field] is JsonArray array ? [.. array.Select(item => item!.GetValue<string>())] : [];

    /// <summary>The day on which this line ends the unit begins with it no longer living.</summary>
    public bool Ends(string unit) =>
        (Type is "unit_dissolved" && Unit == unit) || (Type is "units_merged" && Texts("from").Contains(unit, StringComparer.Ordinal));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
