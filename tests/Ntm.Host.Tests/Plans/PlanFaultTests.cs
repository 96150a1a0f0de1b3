using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary>Plan files in JSON that are refused, each with the place of its fault; nothing is written.</summary>
public sealed class PlanFaultTests(PlanDesk desk) : IClassFixture<PlanDesk>, IDisposable
{
    private readonly PlanFiles _files = new();

    public static TheoryData<string, Action<JsonObject>> Faults => new()
    {
        { "unit_outside", plan => PlanFiles.Statement(plan, "c02")["communes"]![1] = "van-quan.khong-co" },
        { "commune_twice", plan => PlanFiles.Statement(plan, "c03")["communes"]![4] = "van-quan.yen-phuc" },
        { "criterion", plan => PlanFiles.Statement(plan, "c19")["criterion"] = 20 },
        { "period", plan => plan["to"] = "2017-12-31" },
        { "field_unknown", plan => PlanFiles.Statement(plan, "average")["reach"] = 9 },
        { "kind_unknown", plan => PlanFiles.Statement(plan, "average")["kind"] = "mean" },
        { "id_twice", plan => PlanFiles.Statement(plan, "c02")["id"] = "c03" },
        { "set_unknown", plan => plan["content"]!["set"] = "ntm-2030" },
        { "scope_unknown", plan => plan["scope"] = "khong-co" },
        { "number_as_text", plan => PlanFiles.Statement(plan, "c04")["number"] = "2" },
    };

    public void Dispose() => _files.Dispose();

    [Theory, MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_place_and_nothing_is_written(string fault, Action<JsonObject> change)
    {
        var file = _files.Changed(change);
        var validated = await desk.RunAsync("validate", file);
        Assert.Equal(1, validated.Exit);
        Snapshot.Verify(validated.Error + validated.Output, name: fault);

        var imported = await desk.RunAsync("import", file);
        Assert.Equal((1, validated.Error), (imported.Exit, imported.Error));
        Assert.Equal(25, (await desk.EntriesAsync()).Length);
    }

    [Theory]
    [InlineData("{\n  \"id\": ", "plan.not_json", "line 2")]
    [InlineData("[]", "line.not_object", "")]
    public async Task What_is_no_plan_file_is_refused(string text, string code, string place)
    {
        var run = await desk.RunAsync("validate", _files.Save(text));
        Assert.Equal(1, run.Exit);
        Assert.StartsWith(code, run.Error, StringComparison.Ordinal);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_fault_of_usage() =>
        Assert.Equal((2, 2), ((await desk.RunAsync("validate", "khong-co.json")).Exit, (await desk.RunAsync("import", "khong-co.json")).Exit));

    [Fact]
    public async Task What_the_validator_says_can_be_had_as_JSON()
    {
        var good = JsonNode.Parse((await desk.RunAsync("validate", PlanFiles.VanQuanPlan, "--format", "json")).Output)!;
        Assert.Equal(("van-quan.15-kh-ubnd-2018", "plan_issued", 136, 17), ((string?)good["plan"], (string?)good["entry"], good["added"]!.AsArray().Count, (int)good["kinds"]!["count"]!));
        var bad = JsonNode.Parse((await desk.RunAsync("validate", _files.Changed(plan => plan["to"] = "2017-12-31"), "--format", "json")).Output)!;
        Assert.Equal(("plan.period_reversed", "to"), ((string?)bad["refusals"]![0]!["code"], (string?)bad["refusals"]![0]!["place"]));
    }
}
