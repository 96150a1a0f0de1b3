using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>The stored form of a line as it comes in: text in NFC, absent values left out, a correction as the two entries it is.</summary>
internal static class PlainStorage
{
    /// <summary>Ids made up here stand for those the product makes up; they name an entry by its place in the record.</summary>
    public const string MadeUp = "00000000-0000-4000-9000-";

    public static IReadOnlyList<JsonObject> Expand(JsonObject line)
    {
        var stored = Normal(line);
        if (stored["type"]!.GetValue<string>() is not "entry_corrected")
            return [stored];

        var replacement = (JsonObject)stored["replacement"]!.DeepClone();
        stored.Remove("replacement");
        stored["type"] = "entry_retracted";
        if (replacement["id"] is { } id)
            stored["replacedBy"] = id.DeepClone();
        return [stored, replacement];
    }

    /// <summary>Gives what the system sets: number and stamp, and an id where none came with the line.</summary>
    public static IReadOnlyList<JsonObject> Append(IReadOnlyList<JsonObject> expanded, long last)
    {
        for (var i = 0; i < expanded.Count; i++)
        {
            var sequence = last + 1 + i;
            expanded[i]["id"] ??= MadeUpId(sequence);
            expanded[i]["sequence"] = sequence;
            expanded[i]["recordedAt"] = string.Create(
                CultureInfo.InvariantCulture, $"2026-01-01T{sequence / 3600 % 24:00}:{sequence / 60 % 60:00}:{sequence % 60:00}.000001Z");
        }

        if (expanded is [var retraction, var replacement])
            retraction["replacedBy"] = replacement["id"]!.DeepClone();
        return expanded;
    }

    /// <summary>Whether a line repeats what stands under its id. What the system added, an id made up included,
    /// is not part of what was said.</summary>
    public static bool SameContent(JsonObject stored, JsonObject said)
    {
        var before = (JsonObject)stored.DeepClone();
        before.Remove("sequence");
        before.Remove("recordedAt");
        if (said["id"] is null)
            before.Remove("id");
        if (said["replacedBy"] is null && said["type"]!.GetValue<string>() is "entry_retracted")
            before.Remove("replacedBy");
        return JsonNode.DeepEquals(before, said);
    }

    /// <summary>Right for a retraction as well, as long as no plan entry is retracted: it names the unit of the entry it names.</summary>
    public static string StreamOf(JsonObject entry) => entry["type"]!.GetValue<string>() is "plan_issued" or "plan_revised"
        ? $"plan-{entry["plan"]}"
        : $"unit-{entry["unit"]}";

    public static JsonObject Normal(JsonObject line) => (JsonObject)Normal((JsonNode)line)!;

    private static string MadeUpId(long sequence) => MadeUp + sequence.ToString("000000000000", CultureInfo.InvariantCulture);

    private static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Key, Normal(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Normal)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(text.Normalize(NormalizationForm.FormC)),
        _ => node?.DeepClone(),
    };
}
