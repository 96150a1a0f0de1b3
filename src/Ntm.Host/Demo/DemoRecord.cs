using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Ntm.Host.Demo;

/// <summary>
/// What <c>ntm demo</c> records: the real units, plan, findings and recognition of Văn Quan as in data/van-quan, on request a made-up year
/// labelled as such, and the plan of Hòa Bình province as in data/plans. Every line has a fixed id: run again, it changes nothing.
/// </summary>
public static class DemoRecord
{
    private static readonly string[] Files = ["units.ndjson", "plan-2018.ndjson", "findings-2018.ndjson", "recognition-2018.ndjson", "lineage.ndjson"];

    // Last, so that what is said of Văn Quan keeps its numbers.
    private static readonly string[] HoaBinh = ["plans/hoa-binh-18-kh-ubnd-2018/units.ndjson", "plans/hoa-binh-18-kh-ubnd-2018/plan.ndjson"];

    // Recorded by earlier builds: the plan of Văn Quan before its content was. A record that has it takes the plan as it is now beside it.
    private static readonly Guid[] Superseded = [new("33a1c41b-523f-5c18-ba9a-2f9fb7f4d8d7")];

    /// <summary>The ids of every entry the demo records or has ever recorded.</summary>
    public static IReadOnlySet<Guid> Ids(bool synthetic) => Encoding.UTF8.GetString(Lines(synthetic))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(IdsOf)
        .Concat(Superseded)
        .ToHashSet();

    public static byte[] Lines(bool synthetic)
    {
        var lines = new StringBuilder();
        foreach (var file in Files)
            lines.Append(Read(file));
        if (synthetic)
            lines.Append(new SyntheticYear(Read("units.ndjson"), Read("plan-2018.ndjson")).Lines());
        foreach (var file in HoaBinh)
            lines.Append(Read(file));
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
