using System.Text.Json;

namespace Ntm.Domain.Plans;

/// <summary>What two versions of a plan's data say differently, by the ids of their statements.</summary>
public sealed record StatementChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    /// <param name="before">Canonical; default where there was none.</param>
    /// <param name="after">Canonical.</param>
    public static StatementChanges Between(JsonElement before, JsonElement after)
    {
        var (old, now) = (ById(before), ById(after));
        return new StatementChanges(
            [.. now.Keys.Where(id => !old.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [.. old.Keys.Where(id => !now.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [.. now.Where(said => old.TryGetValue(said.Key, out var was) && was != said.Value).Select(said => said.Key).Order(StringComparer.Ordinal)]);
    }

    private static Dictionary<string, string> ById(JsonElement content)
    {
        var statements = new Dictionary<string, string>(StringComparer.Ordinal);
        if (content.ValueKind != JsonValueKind.Object || !content.TryGetProperty("statements", out var list) || list.ValueKind != JsonValueKind.Array)
            return statements;
        foreach (var statement in list.EnumerateArray())
        {
            if (statement.ValueKind == JsonValueKind.Object && statement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
                statements[id.GetString()!] = statement.GetRawText();
        }

        return statements;
    }
}
