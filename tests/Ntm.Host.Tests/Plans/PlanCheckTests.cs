using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary><c>ntm plan check</c> as typed.</summary>
public sealed class PlanCheckTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly PlanDesk _desk = new(cluster);
    private readonly PlanFiles _files = new();

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task Json_is_an_array_of_what_is_found_and_nothing_else()
    {
        var run = await _desk.RunAsync("check", PlanFiles.HoaBinhPlan, "--format", "json");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        var findings = JsonNode.Parse(run.Output)!.AsArray();
        Assert.All(findings, finding => Assert.Equal(
            ["rule", "severity", "unit", "criterion", "message", "quotes"], finding!.AsObject().Select(field => field.Key)));
        var total = findings.Single(finding => (string)finding!["rule"]! == "total_differs")!;
        Assert.Equal("contradiction", (string)total["severity"]!);
        Assert.EndsWith("11 cột cộng lại được 22, in 27.", (string)total["message"]!, StringComparison.Ordinal);
        Assert.Equal("Số Mô hình sản xuất phát triển theo chuỗi giá trị được giới thiệu (ĐVT: Mô hình)", ((string)total["quotes"]![0]!).Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task What_agrees_comes_with_it_where_it_is_asked_for()
    {
        var run = await _desk.RunAsync("check", PlanFiles.VanQuanPlan, "--format", "json", "--agreements");
        var answer = JsonNode.Parse(run.Output)!;
        Assert.Equal("van-quan.15-kh-ubnd-2018", (string)answer["plan"]!);
        Assert.Null(answer["knownAt"]);
        Assert.Contains(answer["agreements"]!.AsArray(), agreed => (string)agreed!["rule"]! == "recognition_uncovered" && (string?)agreed["unit"] == "van-quan.van-mong");
    }

    [Fact]
    public async Task A_plan_by_id_is_the_records_and_the_shipped_one_until_there_is_any()
    {
        var shipped = await _desk.RunAsync("check", PlanFiles.VanQuan, "--format", "json");
        Assert.Contains("The record knows no plan yet", shipped.Error, StringComparison.Ordinal);
        await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        var recorded = await _desk.RunAsync("check", PlanFiles.VanQuan, "--format", "json");
        Assert.Equal((0, shipped.Output, ""), (recorded.Exit, recorded.Output, recorded.Error));
    }

    [Fact]
    public async Task In_words_the_contradictions_come_first_and_what_agrees_last()
    {
        var run = await _desk.RunAsync("check", PlanFiles.HoaBinhPlan);
        Assert.Equal(0, run.Exit);
        Snapshot.Verify(run.Output, name: "hoa-binh");
        run = await _desk.RunAsync("check", PlanFiles.HoaBinhPlan, "--lang", "en");
        Assert.Contains("\nWhat agrees: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_checked_as_it_is()
    {
        var file = _files.Changed(plan => PlanFiles.Statement(plan, "c02")["number"] = 3);
        var run = await _desk.RunAsync("check", file, "--format", "json");
        Assert.Contains("ghi 3 xã nhưng nêu 4 tên", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_checked_is_refused()
    {
        Assert.StartsWith("plan.unknown: plan: ", (await _desk.RunAsync("check", "van-quan.khong-co")).Error, StringComparison.Ordinal);
        await _desk.RunAnyAsync("import", _files.Save(
            """{"type":"plan_issued","unit":"van-quan","effectiveOn":"2017-01-30","plan":"van-quan.cu","title":"Kế hoạch cũ","scope":"van-quan","from":"2017-01-01","to":"2017-12-31","content":{}}""",
            ".ndjson"));
        var run = await _desk.RunAsync("check", "van-quan.cu");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("plan.unstructured: plan: ", run.Error, StringComparison.Ordinal);
    }
}
