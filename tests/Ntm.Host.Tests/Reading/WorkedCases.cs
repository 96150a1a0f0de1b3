using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>tests/examples/status-cases.json: cases worked out by hand, each on an empty record.</summary>
internal sealed record WorkedCase(string Name, IReadOnlyList<IReadOnlyList<JsonObject>> Batches, IReadOnlyList<JsonObject> Questions)
{
    public static IReadOnlyList<WorkedCase> All() =>
        [.. JsonNode.Parse(File.ReadAllText(FilePath()))!["cases"]!.AsArray().Select(item => new WorkedCase(
            item!["name"]!.GetValue<string>(),
            [.. item["batches"]!.AsArray().Select(Objects)],
            Objects(item["questions"])))];

    private static IReadOnlyList<JsonObject> Objects(JsonNode? array) => [.. array!.AsArray().Select(item => item!.AsObject())];

    private static string FilePath([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "examples", "status-cases.json");
}
