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
    private static readonly string[] Files = ["units.ndjson", "plan-2018.ndjson", "findings-2018.ndjson", "recognition-2018.ndjson"];

    /// <summary>The id of the demo's first entry: a record that begins with another holds something else.</summary>
    public static Guid FirstId { get; } = JsonDocument.Parse(Read(Files[0]).Split('\n')[0]).RootElement.GetProperty("id").GetGuid();

    public static byte[] Lines(bool synthetic)
    {
        var lines = new StringBuilder();
        foreach (var file in Files)
            lines.Append(Read(file));
        if (synthetic)
            lines.Append(new SyntheticYear(Read("units.ndjson"), Read("plan-2018.ndjson")).Lines());
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
