using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.OfficialLists;

/// <summary>
/// <c>ntm import units</c> with the list of Văn Quan as it looked before and after 2020. Only the codes data/van-quan names are sourced; the
/// others give the list its shape.
/// </summary>
public sealed class ImportUnitsTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-lists-").FullName;

    private static string ListOf2018 => Beside("van-quan-2018.csv");

    private static string ListOf2020 => Beside("van-quan-2020.csv");

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Assert.Equal(0, (await RunAsync("import", Beside("../../../data/van-quan/units.ndjson"))).Exit);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Without_confirmation_the_differences_are_shown_and_nothing_is_recorded()
    {
        Snapshot.Verify((await RunAsync("import", "units", ListOf2020, "--on", "2020-01-01", "--under", "van-quan")).Output, name: "2020");
        Assert.Equal(25, await EntriesAsync());
    }

    [Fact]
    public async Task The_differences_are_told_as_JSON_with_the_entries_they_become()
    {
        var run = await RunAsync(
            "import", "units", ListOf2020, "--on", "2020-01-01", "--under", "van-quan", "--format", "json",
            "--basis-number", "818/NQ-UBTVQH14", "--basis-date", "2019-11-21", "--basis-issuer", "Ủy ban Thường vụ Quốc hội");
        var answer = JsonNode.Parse(run.Output)!;
        var doubt = answer["differences"]!.AsArray().Single(difference => difference!["newUnit"]?.GetValue<string>() == "van-quan.diem-he")!;
        var become = answer["entries"]!.AsArray().Where(entry => entry!["unit"]!.GetValue<string>() == "van-quan.van-an")
            .Select(entry => $"{entry!["reading"]} {entry["entry"]!["type"]} {entry["entry"]!["unit"]} {entry["entry"]!["basis"]!["number"]}");

        Assert.Equal("van-quan.van-an", doubt["unit"]!.GetValue<string>());
        Assert.Equal(
            [
                "new unit_established van-quan.diem-he 818/NQ-UBTVQH14", "renamed unit_renamed van-quan.van-an 818/NQ-UBTVQH14",
                "new unit_dissolved van-quan.van-an 818/NQ-UBTVQH14",
            ], become);
    }

    [Fact]
    public async Task All_that_is_certain_is_recorded_at_one_word_and_a_second_run_changes_nothing()
    {
        var first = await ConfirmAsync(ListOf2018, "2018-12-31", "all");
        Assert.Equal((0, "", "19 mục ghi mới, 0 đã có từ trước · 19 recorded, 0 stood before\n"), (first.Exit, first.Error, first.Output));
        var again = await ConfirmAsync(ListOf2018, "2018-12-31", "all");
        Assert.Equal((0, "0 mục ghi mới, 0 đã có từ trước · 0 recorded, 0 stood before\n"), (again.Exit, again.Output));
        Assert.Contains("Khớp 24", (await RunAsync("import", "units", ListOf2018, "--on", "2018-12-31", "--under", "van-quan")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_doubts_is_not_recorded_at_one_word()
    {
        var run = await ConfirmAsync(ListOf2020, "2020-01-01", "all");

        Assert.Equal(1, run.Exit);
        Assert.Equal(3, run.Error.Split('\n').Count(line => line.Contains("list.doubtful", StringComparison.Ordinal)));
        Assert.Equal(25, await EntriesAsync());
    }

    [Fact]
    public async Task An_edited_file_of_differences_is_recorded_and_repeated_without_harm()
    {
        var file = await DifferencesAsync(lines => lines.Select(line =>
        {
            if (line["readings"] is not null)
                line["reading"] = "new";
            if (line["kind"]?.GetValue<string>() == "new")
                line["unit"] = "van-quan.thi-tran";
            return line;
        }));
        var first = await ConfirmAsync(ListOf2020, "2020-01-01", file);
        Assert.Equal((0, "", "26 mục ghi mới, 0 đã có từ trước · 26 recorded, 0 stood before\n"), (first.Exit, first.Error, first.Output));
        var again = await ConfirmAsync(ListOf2020, "2020-01-01", file);
        Assert.Equal((0, "", "0 mục ghi mới, 26 đã có từ trước · 0 recorded, 26 stood before\n"), (again.Exit, again.Error, again.Output));

        var dry = (await RunAsync("import", "units", ListOf2020, "--on", "2020-01-01", "--under", "van-quan")).Output;
        Assert.Contains("Khớp 17 · đổi mã 0 · đổi cấp trên 0 · đổi cấp 0 · mới 0 · không còn 0 · chưa rõ 0", dry, StringComparison.Ordinal);
        Assert.Contains("\"exists\":false", (await RunAsync("status", "van-quan.van-an", "--on", "2020-01-01", "--format", "json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_were_taken_out_are_left_undone()
    {
        var file = await DifferencesAsync(lines => lines.Where(line => line["unit"]?.GetValue<string>() is "van-quan.binh-phuc" or "van-quan.xuan-mai"));
        Assert.StartsWith("2 mục ghi mới", (await ConfirmAsync(ListOf2020, "2020-01-01", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("differences.undecided")]
    [InlineData("differences.invalid")]
    [InlineData("differences.other_list")]
    [InlineData("differences.stale")]
    [InlineData("unit.exists")]
    public async Task A_file_of_differences_that_does_not_fit_is_refused_whole(string code)
    {
        var file = await DifferencesAsync(lines => lines.Where(line => line["readings"] is null || code == "differences.undecided").Select(line =>
        {
            if (code == "differences.invalid" && line["unit"]?.GetValue<string>() == "van-quan.binh-phuc")
                line["code"] = "06299";
            if (code == "unit.exists" && line["kind"]?.GetValue<string>() == "new")
                line["unit"] = "van-quan.tri-le";
            return line;
        }));
        if (code == "differences.stale")
            Assert.Equal(0, (await ConfirmAsync(ListOf2018, "2018-12-31", "all")).Exit);
        var before = await EntriesAsync();
        var run = await ConfirmAsync(code == "differences.other_list" ? ListOf2018 : ListOf2020, "2020-01-01", file);

        Assert.Equal(1, run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await EntriesAsync());
    }

    [Fact]
    public async Task A_list_with_faults_is_refused_with_every_line_and_column()
    {
        var lines = await File.ReadAllLinesAsync(ListOf2020);
        lines[3] = lines[3].Replace("06268", "06256", StringComparison.Ordinal);
        lines[5] = lines[4];
        lines[7] = lines[7].Replace("Huyện Văn Quan", "Huyện Văn Lãng", StringComparison.Ordinal);
        var file = Path.Combine(_folder, "faults.csv");
        await File.WriteAllLinesAsync(file, lines);
        var run = await RunAsync("import", "units", file, "--on", "2020-01-01", "--under", "van-quan");

        Assert.Equal((1, "Bị từ chối; không có gì được ghi · refused, nothing was recorded\n"), (run.Exit, run.Output));
        Snapshot.Verify(run.Error, name: "faults");
    }

    [Theory]
    [InlineData(2, "--on", "2020-02-30")]
    [InlineData(2, "--under", "Văn Quan", "--on", "2020-01-01")]
    [InlineData(2, "--under", "van-quan")]
    [InlineData(2, "--on", "2020-01-01", "--basis-number", "818/NQ-UBTVQH14")]
    [InlineData(2, "--on", "2020-01-01", "--confirm", "no-such-file.ndjson")]
    [InlineData(1, "--on", "2020-01-01", "--under", "nobody")]
    [InlineData(1, "--on", "2010-01-01", "--under", "van-quan")]
    public async Task Every_way_to_fail_has_its_exit_code(int exit, params string[] options)
    {
        var run = await RunAsync(["import", "units", ListOf2020, .. options]);
        Assert.Equal(exit, run.Exit);
        Assert.NotEqual("", run.Error);
    }

    private async Task<string> DifferencesAsync(Func<IEnumerable<JsonObject>, IEnumerable<JsonObject>> edit)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.ndjson");
        Assert.Equal(0, (await RunAsync("import", "units", ListOf2020, "--on", "2020-01-01", "--under", "van-quan", "--write-differences", file)).Exit);
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, [lines[0], .. edit(lines.Skip(1).Select(line => JsonNode.Parse(line)!.AsObject())).Select(line => line.ToJsonString())]);
        return file;
    }



    private Task<Run> ConfirmAsync(string list, string on, string confirm) => RunAsync("import", "units", list, "--on", on, "--under", "van-quan", "--confirm", confirm);

    private async Task<int> EntriesAsync()
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.ndjson");
        await RunAsync("export", file);
        return (await File.ReadAllLinesAsync(file)).Length;
    }

    private async Task<Run> RunAsync(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var context = new CommandContext(
            output, error, name => name switch { "NTM_DATABASE" => _database.ConnectionString, "HOME" => "/nonexistent", _ => null }, TimeProvider.System,
            NullLoggerFactory.Instance, IsTerminal: false);
        var exit = await NtmProgram.RunAsync(arguments, context, CancellationToken.None);
        return new Run(exit, output.ToString(), error.ToString());
    }

    private sealed record Run(int Exit, string Output, string Error);

    private static string Beside(string file, [CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, file));
}
