using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Entries;

namespace Ntm.Domain.Plans;

/// <summary>Identity of a plan: a slug of its own. Its document is (number, date, issuer), and numbers repeat every year.</summary>
[JsonConverter(typeof(PlanIdJsonConverter))]
public readonly record struct PlanId
{
    private readonly string? _value;

    private PlanId(string value) => _value = value;

    public string Value => _value ?? "";

    public static bool TryParse(string? text, out PlanId plan)
    {
        var wellFormed = Slug.IsWellFormed(text);
        plan = wellFormed ? new PlanId(text!) : default;
        return wellFormed;
    }

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static PlanId Parse(string text) =>
        TryParse(text, out var plan) ? plan : throw new FormatException($"'{text}' is not the identity of a plan.");

    public override string ToString() => Value;
}

internal sealed class PlanIdJsonConverter : JsonConverter<PlanId>
{
    public override PlanId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlanId.TryParse(reader.GetString(), out var plan) ? plan : throw new JsonException("not the identity of a plan");

    public override void Write(Utf8JsonWriter writer, PlanId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
