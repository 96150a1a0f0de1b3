using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal static class JsonDifference
{
    /// <summary>Where two documents first differ, or null. Order of fields is free, numbers count by value,
    /// an absent field is not a null one.</summary>
    public static string? First(JsonNode? expected, JsonNode? actual, string at = "$") => (expected, actual) switch
    {
        (JsonObject one, JsonObject other) => Fields(one, other, at),
        (JsonArray one, JsonArray other) => Items(one, other, at),
        _ => SameValue(expected, actual) ? null : $"at {at}: expected {Shown(expected)}, got {Shown(actual)}",
    };

    private static string? Fields(JsonObject expected, JsonObject actual, string at)
    {
        foreach (var (name, value) in expected)
        {
            if (!actual.TryGetPropertyValue(name, out var other))
                return $"at {at}.{name}: expected {Shown(value)}, got no such field";
            if (First(value, other, $"{at}.{name}") is { } difference)
                return difference;
        }

        return actual.FirstOrDefault(field => !expected.ContainsKey(field.Key)) is { Key: { } extra }
            ? $"at {at}.{extra}: expected no such field, got {Shown(actual[extra])}"
            : null;
    }

    private static string? Items(JsonArray expected, JsonArray actual, string at)
    {
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            if (First(expected[i], actual[i], $"{at}[{i}]") is { } difference)
                return difference;
        }

        return expected.Count == actual.Count ? null : $"at {at}: expected {expected.Count} items, got {actual.Count}";
    }

    private static bool SameValue(JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null;
        return expected.GetValueKind() == actual.GetValueKind() && expected.GetValueKind() switch
        {
            JsonValueKind.Number => Number(expected) == Number(actual),
            JsonValueKind.String => expected.GetValue<string>() == actual.GetValue<string>(),
            JsonValueKind.True or JsonValueKind.False => true,
            _ => false,
        };
    }

    // Through the text, because a node made from an int will not give a decimal.
    private static decimal Number(JsonNode node) => JsonSerializer.Deserialize<decimal>(node.ToJsonString());

    private static string Shown(JsonNode? node) => node?.ToJsonString() ?? "null";
}
