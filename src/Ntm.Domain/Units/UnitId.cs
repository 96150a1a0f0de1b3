using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Entries;

namespace Ntm.Domain.Units;

/// <summary>
/// Identity of an administrative unit: a slug of its own, never reused.
/// Official codes and names are reused in reality (06298 was Xuân Mai, then Bình Phúc, then Yên Phúc) and are never keys.
/// </summary>
[JsonConverter(typeof(UnitIdJsonConverter))]
public readonly record struct UnitId
{
    private readonly string? _value;

    private UnitId(string value) => _value = value;

    public string Value => _value ?? "";

    public static bool TryParse(string? text, out UnitId unit)
    {
        var wellFormed = Slug.IsWellFormed(text);
        unit = wellFormed ? new UnitId(text!) : default;
        return wellFormed;
    }

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static UnitId Parse(string text) =>
        TryParse(text, out var unit) ? unit : throw new FormatException($"'{text}' is not the identity of a unit.");

    /// <summary>The order of lists in every answer.</summary>
    public static IComparer<UnitId> Ordinal { get; } = Comparer<UnitId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    public override string ToString() => Value;
}

internal sealed class UnitIdJsonConverter : JsonConverter<UnitId>
{
    public override UnitId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnitId.TryParse(reader.GetString(), out var unit) ? unit : throw new JsonException("not the identity of a unit");

    public override void Write(Utf8JsonWriter writer, UnitId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
