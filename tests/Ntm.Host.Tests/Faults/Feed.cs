using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Faults;

/// <summary>What the record holds, as it is exported.</summary>
internal static class Feed
{
    /// <summary>The ids in record order, numbered from 1 without gaps, each once.</summary>
    public static async Task<IReadOnlyList<Guid>> IdsInOrderAsync(this HttpClient client)
    {
        var lines = (await client.GetStringAsync(new Uri("/api/entries", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(number => (long)number), lines.Select(line => line["sequence"]!.GetValue<long>()));
        var stamps = lines.Select(line => line["recordedAt"]!.GetValue<string>()).ToList();
        Assert.Equal(stamps.Order(StringComparer.Ordinal).Distinct(), stamps);
        var ids = lines.Select(line => line["id"]!.GetValue<Guid>()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        return ids;
    }
}
