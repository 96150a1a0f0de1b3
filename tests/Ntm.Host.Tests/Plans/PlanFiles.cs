using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Plans;

/// <summary>The files of data/, and plan files made from them.</summary>
internal sealed class PlanFiles : IDisposable
{
    internal const string VanQuan = "van-quan.15-kh-ubnd-2018";
    internal const string HoaBinh = "hoa-binh-province.18-kh-ubnd-2018";

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-plan-").FullName;
    private int _count;

    internal static string VanQuanUnits => Data("van-quan/units.ndjson");

    internal static string HoaBinhUnits => Data("plans/hoa-binh-18-kh-ubnd-2018/units.ndjson");

    internal static string VanQuanPlan => Data("plans/van-quan-15-kh-ubnd-2018/plan.json");

    internal static string HoaBinhPlan => Data("plans/hoa-binh-18-kh-ubnd-2018/plan.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The plan of Văn Quan, changed.</summary>
    internal string Changed(Action<JsonObject> change)
    {
        var plan = JsonNode.Parse(File.ReadAllText(VanQuanPlan))!.AsObject();
        change(plan);
        return Save(plan.ToJsonString(Written));
    }

    internal string Save(string text, string ending = ".json")
    {
        var path = New(ending);
        File.WriteAllText(path, text);
        return path;
    }

    internal string Save(byte[] bytes, string ending = ".xlsx")
    {
        var path = New(ending);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal string New(string ending) => Path.Combine(_folder, $"{++_count}{ending}");

    internal static JsonObject Statement(JsonObject plan, string id) =>
        plan["content"]!["statements"]!.AsArray().Select(statement => statement!.AsObject()).Single(statement => (string?)statement["id"] == id);

    internal static string Data(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", file));
}
