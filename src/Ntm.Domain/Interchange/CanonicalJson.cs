using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Interchange;

/// <summary>
/// One spelling for free JSON (a plan's content): keys in ordinal order, text in form C, numbers without idle zeros.
/// jsonb reorders keys and PostgreSQL refuses what it cannot hold; after this, what is stored is what was read.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Vietnamese stays readable in files and answers; nothing here is pasted into HTML.</summary>
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonElement Of(JsonElement element, string field, List<Refusal> refusals)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            Write(writer, element, field, refusals);

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, string field, List<Refusal> refusals)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, element, field, refusals);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, $"{field}[{index++}]", refusals);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(JsonText.TryRead(element, field, refusals, out var text) ? text : "");
                break;
            case JsonValueKind.Number:
                if (!JsonText.TryReadNumber(element, out var number))
                    refusals.Add(FormRefusals.FieldInvalid(field, Expected.NumberOrBoolean));
                writer.WriteNumberValue(number);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement element, string field, List<Refusal> refusals)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!TryReadName(member, field, refusals, out var name))
                continue;
            if (!members.TryAdd(name, member.Value))
                refusals.Add(FormRefusals.FieldRepeated($"{field}.{name}"));
        }

        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, $"{field}.{name}", refusals);
        }

        writer.WriteEndObject();
    }

    private static bool TryReadName(JsonProperty member, string field, List<Refusal> refusals, out string name)
    {
        name = "";
        try
        {
            name = JsonText.Normalize(member.Name);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            refusals.Add(FormRefusals.FieldInvalid(field, Expected.Text));
            return false;
        }

        if (!name.Contains('\0', StringComparison.Ordinal))
            return true;
        refusals.Add(FormRefusals.TextHasNul(field));
        return false;
    }
}

/// <summary>Keeps free JSON canonical where a serializer reads it: jsonb hands keys back shortest first.</summary>
internal sealed class CanonicalJsonConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var refusals = new List<Refusal>();
        var canonical = CanonicalJson.Of(document.RootElement, "", refusals);
        return refusals.Count == 0 ? canonical : throw new JsonException(refusals[0].English);
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);
}
