using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary><c>ntm plan import</c> as typed: a plan, its targets, and what a changed file changes.</summary>
public sealed class PlanImportTests(TestCluster cluster) : IAsyncLifetime
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
    public async Task The_real_plan_is_issued_with_the_targets_data_van_quan_has_and_again_changes_nothing()
    {
        var first = await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        Assert.Equal((0, ""), (first.Exit, first.Error));
        Assert.EndsWith("136 targets assigned, 0 withdrawn\n137 mục ghi mới · 137 recorded\n", first.Output, StringComparison.Ordinal);
        Assert.Equal(
            Targets(await File.ReadAllLinesAsync(PlanFiles.Data("van-quan/plan-2018.ndjson"), TestContext.Current.CancellationToken)),
            Targets(await _desk.EntriesAsync()));

        var again = await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        Assert.Equal((0, "van-quan.15-kh-ubnd-2018: như sổ đang ghi · as the record says\n0 chỉ tiêu giao, 0 rút · 0 targets assigned, 0 withdrawn\n0 mục ghi mới · 0 recorded\n"), (again.Exit, again.Output));
        Assert.Equal(25 + 137, (await _desk.EntriesAsync()).Length);
    }

    [Fact]
    public async Task A_record_fed_with_the_entries_of_data_knows_the_plan_already()
    {
        await _desk.RunAnyAsync("import", PlanFiles.Data("van-quan/plan-2018.ndjson"));
        var run = await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        Assert.EndsWith("0 mục ghi mới · 0 recorded\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_revises_the_plan_and_withdraws_what_it_no_longer_says()
    {
        await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        var changed = _files.Changed(plan => PlanFiles.Statement(plan, "c02")["communes"] = new JsonArray("van-quan.van-mong", "van-quan.viet-yen", "van-quan.yen-phuc", "van-quan.tri-le"));

        var trial = await _desk.RunAsync("import", changed, "--dry-run");
        Assert.Equal((0, ""), (trial.Exit, trial.Error));
        Snapshot.Verify(trial.Output);
        Assert.Equal(25 + 137, (await _desk.EntriesAsync()).Length);

        Assert.EndsWith("3 mục ghi mới · 3 recorded\n", (await _desk.RunAsync("import", changed)).Output, StringComparison.Ordinal);
        Assert.EndsWith("0 mục ghi mới · 0 recorded\n", (await _desk.RunAsync("import", changed)).Output, StringComparison.Ordinal);
        Assert.Equal(["plan_revised", "target_withdrawn", "target_assigned"], (await _desk.EntriesAsync())[^3..].Select(TypeOf));
    }

    [Fact]
    public async Task What_was_withdrawn_can_be_assigned_again()
    {
        await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        await _desk.RunAsync("import", _files.Changed(plan => PlanFiles.Statement(plan, "c04")["communes"] = new JsonArray("van-quan.vinh-lai")));
        var back = await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        Assert.Equal((0, ""), (back.Exit, back.Error));
        Assert.EndsWith("1 chỉ tiêu giao, 0 rút · 1 targets assigned, 0 withdrawn\n2 mục ghi mới · 2 recorded\n", back.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 mục ghi mới · 0 recorded\n", (await _desk.RunAsync("import", PlanFiles.VanQuanPlan)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_older_than_what_the_record_says_revises_nothing()
    {
        await _desk.RunAsync("import", PlanFiles.VanQuanPlan);
        var run = await _desk.RunAsync("import", _files.Changed(plan => plan["date"] = "2018-01-29"));
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("plan.older: date: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(25 + 137, (await _desk.EntriesAsync()).Length);
    }

    [Fact]
    public async Task The_lines_can_be_had_in_the_form_of_the_interchange()
    {
        await _desk.RunAnyAsync("import", PlanFiles.HoaBinhUnits);
        var run = await _desk.RunAsync("import", PlanFiles.HoaBinhPlan, "--dry-run", "--format", "ndjson");
        Assert.Equal(await File.ReadAllTextAsync(PlanFiles.Data("plans/hoa-binh-18-kh-ubnd-2018/plan.ndjson"), TestContext.Current.CancellationToken), run.Output);
        run = await _desk.RunAsync("import", PlanFiles.VanQuanPlan, "--dry-run", "--format", "ndjson");
        Assert.Equal(
            (await File.ReadAllLinesAsync(PlanFiles.Data("van-quan/plan-2018.ndjson"), TestContext.Current.CancellationToken))[0],
            run.Output.Split('\n')[0]);
    }

    private static string TypeOf(string line) => (string)JsonNode.Parse(line)!["type"]!;

    private static IEnumerable<string> Targets(IEnumerable<string> lines) => lines
        .Select(line => JsonNode.Parse(line)!)
        .Where(line => (string?)line["type"] == "target_assigned")
        .Select(line => $"{line["unit"]} {line["criterion"]} {line["kind"]} {line["due"]} {line["source"]}")
        .Order(StringComparer.Ordinal);
}
