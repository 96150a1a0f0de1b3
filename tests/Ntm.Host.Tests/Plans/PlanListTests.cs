using System.Text.Json.Nodes;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary><c>ntm plan list</c> and <c>ntm plan show</c> as typed.</summary>
public sealed class PlanListTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Both =
        """[{"id":"hoa-binh-province.18-kh-ubnd-2018","number":"18/KH-UBND","date":"2018-01-31","issuer":"UBND tỉnh Hòa Bình"},{"id":"van-quan.15-kh-ubnd-2018","number":"15/KH-UBND","date":"2018-01-30","issuer":"UBND huyện Văn Quan"}]""";

    private readonly PlanDesk _desk = new(cluster);
    private readonly PlanFiles _files = new();

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_record_without_plans_offers_those_that_come_with_the_program_and_says_so()
    {
        var run = await _desk.RunAsync("list", "--format", "json");
        Assert.Equal((0, Both + "\n"), (run.Exit, run.Output));
        Assert.Contains("The record knows no plan yet", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_with_a_plan_lists_what_it_knows_and_nothing_else()
    {
        await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        var run = await _desk.RunAsync("list", "--format", "json");
        Assert.Equal((0, """[{"id":"van-quan.15-kh-ubnd-2018","number":"15/KH-UBND","date":"2018-01-30","issuer":"UBND huyện Văn Quan"}]""" + "\n", ""), (run.Exit, run.Output, run.Error));
        Assert.Equal(1, (await _desk.RunAsync("show", PlanFiles.HoaBinh)).Exit);
    }

    [Fact]
    public async Task A_plan_is_shown_place_by_place_in_its_own_words()
    {
        var run = await _desk.RunAsync("show", PlanFiles.VanQuan);
        Assert.Equal(0, run.Exit);
        Snapshot.Verify(run.Output, name: "van-quan");
        run = await _desk.RunAsync("show", PlanFiles.HoaBinhPlan);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Snapshot.Verify(run.Output, name: "hoa-binh");
    }

    [Fact]
    public async Task A_revised_plan_is_shown_as_revised_under_the_document_of_its_issue()
    {
        await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        await _desk.RunAsync("import", _files.Changed(plan =>
        {
            (plan["number"], plan["date"]) = ("99/KH-UBND", "2018-06-01");
            PlanFiles.Statement(plan, "average")["reaches"] = 9;
        }));
        var shown = JsonNode.Parse((await _desk.RunAsync("show", PlanFiles.VanQuan, "--format", "json")).Output)!.AsObject();
        Assert.Equal(("15/KH-UBND", "9"), ((string?)shown["number"], PlanFiles.Statement(shown, "average")["reaches"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_plan_whose_content_is_of_no_format_is_listed_and_shown_without_statements()
    {
        await _desk.RunAnyAsync("import", _files.Save(
            """{"type":"plan_issued","unit":"van-quan","effectiveOn":"2017-01-30","plan":"van-quan.cu","title":"Kế hoạch cũ","scope":"van-quan","from":"2017-01-01","to":"2017-12-31","content":{}}""",
            ".ndjson"));
        var list = await _desk.RunAsync("list", "--format", "json");
        Assert.Equal("""[{"id":"van-quan.cu","number":null,"date":null,"issuer":null}]""" + "\n", list.Output);
        var shown = await _desk.RunAsync("show", "van-quan.cu");
        Assert.Equal(0, shown.Exit);
        Assert.EndsWith("the entry holds no structured content\n", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_nobody_knows_is_refused()
    {
        var run = await _desk.RunAsync("show", "van-quan.khong-co");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("plan.unknown: plan: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_empty_record_files_are_held_against_the_units_that_come_with_the_program()
    {
        await using var database = new TestDatabase(cluster);
        await database.InitializeAsync();
        Task<TypedCommand> PlanAsync(params string[] arguments) => TypedCommand.RunAsync(database.ConnectionString, ["plan", .. arguments]);

        foreach (var plan in new[] { PlanFiles.VanQuanPlan, PlanFiles.HoaBinhPlan })
        {
            var good = await PlanAsync("validate", plan);
            Assert.Equal(0, good.Exit);
            Assert.Contains("The record is empty", good.Error, StringComparison.Ordinal);
        }

        var bad = await PlanAsync("validate", _files.Changed(plan => PlanFiles.Statement(plan, "c02")["communes"]![0] = "van-quan.khong-co"));
        Assert.Equal(1, bad.Exit);
        Assert.Contains("plan.commune_outside: content.statements[58].communes[0]", bad.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await PlanAsync("template", _files.New(".xlsx"), "--unit", "hoa-binh-province", "--on", "2018-01-31")).Exit);
        Assert.Contains("unit.unknown", (await PlanAsync("import", PlanFiles.VanQuanPlan)).Error, StringComparison.Ordinal);
    }
}
