using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ntm.Domain.Tests.Plans;

/// <summary>docs/reference/plan.schema.json, and a walk through it that knows the words it uses and no others.</summary>
internal sealed class PlanSchema
{
    private static readonly string[] Words =
    [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "minItems",
        "minLength", "pattern", "enum", "const", "oneOf",
    ];

    private readonly JsonElement _root = JsonDocument.Parse(Reference("plan.schema.json")).RootElement;

    internal static string Reference(string page, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "reference", page));

    internal IEnumerable<string> Kinds => _root.GetProperty("$defs").GetProperty("statement").GetProperty("oneOf").EnumerateArray()
        .Select(option => option.GetProperty("$ref").GetString()!["#/$defs/".Length..]);

    internal IReadOnlyList<string> Fields(string kind) => [.. Definition(kind).GetProperty("properties").EnumerateObject().Select(field => field.Name)];

    internal IReadOnlyList<string> Required(string kind) => [.. Definition(kind).GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];

    internal IReadOnlyList<string> FaultsOfFile(JsonElement file) => [.. Faults(_root, file, "")];

    internal IReadOnlyList<string> FaultsOfStatement(JsonElement statement) => [.. Faults(Definition("statement"), statement, "")];

    private JsonElement Definition(string name) => _root.GetProperty("$defs").GetProperty(name);

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at) => schema.EnumerateObject().SelectMany(word => word.Name switch
    {
        "$ref" => Faults(Definition(word.Value.GetString()!["#/$defs/".Length..]), value, at),
        "type" => Is(value, word.Value.GetString()!) ? [] : [$"{at}: no {word.Value}"],
        "const" => value.ValueKind == JsonValueKind.String && value.GetString() == word.Value.GetString() ? [] : [$"{at}: not {word.Value}"],
        "enum" => word.Value.EnumerateArray().Any(one => one.GetString() == (value.ValueKind == JsonValueKind.String ? value.GetString() : null)) ? [] : [$"{at}: none of {word.Value}"],
        "pattern" => value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, word.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [$"{at}: {word.Value}"] : [],
        "minLength" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length < word.Value.GetInt32() ? [$"{at}: empty"] : [],
        "minItems" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < word.Value.GetInt32() ? [$"{at}: empty"] : [],
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Faults(word.Value, item, $"{at}[{index}]")) : [],
        "oneOf" => word.Value.EnumerateArray().Count(option => !Faults(option, value, at).Any()) == 1 ? [] : [$"{at}: not one of the kinds"],
        "properties" => Members(value).Where(member => word.Value.TryGetProperty(member.Name, out _))
            .SelectMany(member => Faults(word.Value.GetProperty(member.Name), member.Value, $"{at}.{member.Name}")),
        "required" => word.Value.EnumerateArray().Select(name => name.GetString()!).Where(name => Members(value).TrueForAll(member => member.Name != name)).Select(name => $"{at}.{name}: missing"),
        "additionalProperties" => Members(value).Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _)).Select(member => $"{at}.{member.Name}: unknown"),
        var other when Words.Contains(other) => [],
        var other => throw new InvalidOperationException($"the walk does not know '{other}'"),
    });

    private static List<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static bool Is(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt32(out _),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };
}
