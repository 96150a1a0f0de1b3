using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Ntm.Host.Demo;

/// <summary>
/// What <c>ntm demo</c> records: the real units, plan, findings and recognition of Văn Quan as in data/van-quan, and on request a
/// made-up year labelled as such. Every line has a fixed id: run again, it changes nothing.
/// </summary>
public static class DemoRecord
{
    private static readonly string[] Files = ["units.ndjson", "plan-2018.ndjson", "findings-2018.ndjson", "recognition-2018.ndjson", "lineage.ndjson"];

    /// <summary>The ids of every entry the demo records.</summary>
    public static IReadOnlySet<Guid> Ids(bool synthetic) => Encoding.UTF8.GetString(Lines(synthetic))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(IdsOf)
        .ToHashSet();

    public static byte[] Lines(bool synthetic)
    {
        var lines = new StringBuilder();
        foreach (var file in Files)
            lines.Append(Read(file));
        if (synthetic)
            lines.Append(new SyntheticYear(Read("units.ndjson"), Read("plan-2018.ndjson")).Lines());
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    // A correction has two: its own and its replacement's.
    private static IEnumerable<Guid> IdsOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        yield return document.RootElement.GetProperty("id").GetGuid();
        if (document.RootElement.TryGetProperty("replacement", out var replacement))
            yield return replacement.GetProperty("id").GetGuid();
    }

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
