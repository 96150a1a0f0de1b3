using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ntm.Domain.Criteria;

/// <summary>Identity of a criteria set, such as <c>ntm-2016-2020</c>. Any text is a possible identity; the catalogue knows which exist.</summary>
[JsonConverter(typeof(SetIdJsonConverter))]
public readonly record struct SetId(string Value)
{
    public override string ToString() => Value ?? "";
}

internal sealed class SetIdJsonConverter : JsonConverter<SetId>
{
    public override SetId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("a criteria set has an identity"));

    public override void Write(Utf8JsonWriter writer, SetId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
