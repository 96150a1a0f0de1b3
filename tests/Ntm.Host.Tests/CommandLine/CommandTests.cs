using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.CommandLine;
using Ntm.Host.Demo;
using Ntm.Testing;

namespace Ntm.Host.Tests.CommandLine;

/// <summary>The one program as typed: what it prints and how it ends.</summary>
public sealed class CommandTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-commands-").FullName;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_import_is_reported_and_repeated_without_harm()
    {
        var file = await DemoFileAsync();
        var first = await RunAsync("import", file);
        Assert.Equal((0, "248 mục ghi mới, 0 đã có từ trước · 248 recorded, 0 stood before\n"), (first.Exit, first.Output));
        var again = await RunAsync("import", file);
        Assert.Equal((0, "0 mục ghi mới, 248 đã có từ trước · 0 recorded, 248 stood before\n"), (again.Exit, again.Output));
    }

    [Fact]
    public async Task Lines_without_id_are_known_again_by_their_file_and_place()
    {
        var file = Path.Combine(_folder, "no-ids.ndjson");
        await File.WriteAllTextAsync(file, """
            {"type":"unit_established","unit":"lang-son","name":"Lạng Sơn","level":"province","effectiveOn":"2010-01-01"}

            {"type":"unit_renamed","unit":"lang-son","name":"Lạng","effectiveOn":"2011-01-01"}
            """);
        Assert.StartsWith("2 mục ghi mới", (await RunAsync("import", file)).Output, StringComparison.Ordinal);
        Assert.StartsWith("0 mục ghi mới, 2 đã có", (await RunAsync("import", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_told_before_is_known_again_in_a_file_though_its_replacement_has_no_id()
    {
        var file = Path.Combine(_folder, "correction.ndjson");
        await File.WriteAllTextAsync(file, """
            {"id":"00000000-0000-4000-8000-0000000000a1","type":"unit_established","unit":"lang-son","name":"Lạng","level":"province","effectiveOn":"2010-01-01"}
            {"id":"00000000-0000-4000-8000-0000000000a2","type":"entry_corrected","unit":"lang-son","entry":"00000000-0000-4000-8000-0000000000a1","reason":"sai tên","replacement":{"type":"unit_established","unit":"lang-son","name":"Lạng Sơn","level":"province","effectiveOn":"2010-01-01"}}
            """);
        await RunAsync("import", file);
        // Another file: other made-up ids, but the line has its own.
        await File.AppendAllTextAsync(file, "\n");
        var again = await RunAsync("import", file);
        Assert.Equal((0, ""), (again.Exit, again.Error));
        Assert.StartsWith("0 mục ghi mới, 3 đã có", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_fault_is_refused_whole_with_its_lines()
    {
        var file = Path.Combine(_folder, "bad.ndjson");
        await File.WriteAllTextAsync(file, """
            {"type":"unit_established","unit":"lang-son","name":"Lạng Sơn","level":"province","effectiveOn":"2010-01-01"}
            {"type":"unit_renamed","unit":"nobody","name":"Không ai","effectiveOn":"2011-01-01"}
            {"type":"unit_renamed","unit":"lang-son","effectiveOn":"2011-02-30"}
            """);
        var run = await RunAsync("import", file);
        Assert.Equal(1, run.Exit);
        Assert.Contains("dòng · line 2: unit.unknown", run.Error, StringComparison.Ordinal);
        Assert.Contains("dòng · line 3: field.invalid", run.Error, StringComparison.Ordinal);
        Assert.Contains("exported 0 entries", (await RunAsync("export", Path.Combine(_folder, "nothing.ndjson"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_lines_can_be_set_aside_with_their_reasons_and_corrections_are_never_parted()
    {
        var file = Path.Combine(_folder, "mixed.ndjson");
        await File.WriteAllTextAsync(file, """
            {"id":"00000000-0000-4000-8000-0000000000a1","type":"unit_established","unit":"lang-son","name":"Lạng Sơn","level":"province","effectiveOn":"2010-01-01"}
            {"type":"unit_renamed","unit":"nobody","name":"Không ai","effectiveOn":"2011-01-01"}
            not json
            {"id":"00000000-0000-4000-8000-0000000000b1","type":"entry_retracted","unit":"lang-son","entry":"00000000-0000-4000-8000-0000000000f9","reason":"x","replacedBy":"00000000-0000-4000-8000-0000000000b2"}
            {"id":"00000000-0000-4000-8000-0000000000b2","type":"unit_renamed","unit":"lang-son","name":"Lạng","effectiveOn":"2012-01-01"}
            {"id":"00000000-0000-4000-8000-0000000000c1","type":"entry_retracted","unit":"lang-son","entry":"00000000-0000-4000-8000-0000000000a1","reason":7,"replacedBy":"00000000-0000-4000-8000-0000000000c2"}
            {"id":"00000000-0000-4000-8000-0000000000c2","type":"unit_renamed","unit":"lang-son","name":"Sơn","effectiveOn":"2013-01-01"}
            {"type":"unit_recoded","unit":"lang-son","code":"20","effectiveOn":"2011-01-01"}
            """);
        var refused = Path.Combine(_folder, "refused.ndjson");
        var run = await RunAsync("import", file, "--skip-refused", refused);
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("2 mục ghi mới, 0 đã có từ trước · 2 recorded, 0 stood before; 6 dòng bị từ chối", run.Output, StringComparison.Ordinal);
        var lines = (await File.ReadAllLinesAsync(refused)).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal([2, 3, 4, 5, 6, 7], lines.Select(line => line["line"]!.GetValue<int>()));
        Assert.Equal(["unit.unknown", "json.invalid", "entry.unknown", "", "field.invalid", ""],
            lines.Select(line => line["errors"]!.AsArray().FirstOrDefault()?["code"]!.GetValue<string>() ?? ""));
        Assert.Equal("not json", lines[1]["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Status_and_matrix_print_what_the_API_answers()
    {
        await RunAsync("import", await DemoFileAsync());
        var status = await RunAsync("status", "van-quan.xuan-mai", "--on", "2018-12-31", "--format", "json");
        Assert.Equal(19, JsonNode.Parse(status.Output)!["attained"]!.GetValue<int>());
        Snapshot.Verify((await RunAsync("status", "van-quan.xuan-mai", "--on", "2018-12-31")).Output, name: "status");
        Snapshot.Verify((await RunAsync("matrix", "van-quan", "--on", "2018-12-31")).Output, name: "matrix");
        Snapshot.Verify((await RunAsync("matrix", "van-quan", "--on", "2018-12-31", "--known-at", "26", "--format", "csv")).Output, "csv", "matrix");
    }

    [Fact]
    public async Task An_export_can_be_imported_into_an_empty_record()
    {
        await RunAsync("import", await DemoFileAsync());
        var export = Path.Combine(_folder, "export.ndjson");
        Assert.Equal(0, (await RunAsync("export", export)).Exit);
        await using var other = new TestDatabase(cluster);
        await other.InitializeAsync();
        Assert.StartsWith("248 mục ghi mới", (await RunOnAsync(other.ConnectionString, "import", export)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "statis", "van-quan")]
    [InlineData(2, "status")]
    [InlineData(2, "matrix", "van-quan", "--format", "pdf")]
    [InlineData(2, "import", "no-such-file.ndjson")]
    [InlineData(1, "status", "nobody", "--on", "2018-12-31")]
    [InlineData(1, "status", "nobody", "--on", "2018-02-30")]
    [InlineData(1, "serve", "--urls", "http://0.0.0.0:8018")]
    [InlineData(2, "serve", "--urls", ";")]
    [InlineData(2, "serve", "--urls", "garbage")]
    [InlineData(2, "serve", "--urls", "http://localhost:99999")]
    public async Task Every_way_to_fail_has_its_exit_code(int exit, params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.Equal(exit, run.Exit);
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_ends_with_three()
    {
        var run = await RunOnAsync("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2", "status", "van-quan", "--on", "2018-12-31");
        Assert.Equal(3, run.Exit);
        Assert.Contains("Không dùng được cơ sở dữ liệu", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_ends_its_start_with_a_line_that_holds_only_the_address()
    {
        var (_, output) = await StartDemoAsync();
        Snapshot.Verify(AddressAsPlaceholder(output));
    }

    [Fact]
    public async Task The_demo_without_made_up_data_holds_only_what_is_real()
    {
        await StartDemoAsync("--no-synthetic");
        var export = (await RunAsync("export", Path.Combine(_folder, "real.ndjson"))).Error;
        Assert.Contains("exported 248 entries", export, StringComparison.Ordinal);
        Assert.DoesNotContain("[synthetic]", await File.ReadAllTextAsync(Path.Combine(_folder, "real.ndjson")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_never_mixes_made_up_figures_into_a_record_of_its_own_real_lines()
    {
        await RunAsync("import", await DemoFileAsync());
        var run = await RunAsync("demo", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, run.Exit);
        Assert.Contains("Sổ này đã có dữ liệu khác", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_an_earlier_demonstration_takes_the_plan_with_its_content()
    {
        var file = Path.Combine(_folder, "earlier.ndjson");
        var lines = (await File.ReadAllLinesAsync(await DemoFileAsync())).Take(26).ToList();
        var plan = System.Text.Json.Nodes.JsonNode.Parse(lines[25])!;
        (plan["id"], plan["content"]) = ("33a1c41b-523f-5c18-ba9a-2f9fb7f4d8d7", new System.Text.Json.Nodes.JsonObject());
        lines[25] = plan.ToJsonString();
        await File.WriteAllLinesAsync(file, lines);
        await RunAsync("import", file);

        var (_, output) = await StartDemoAsync("--no-synthetic");
        Assert.Contains("223 recorded, 25 stood before", output, StringComparison.Ordinal);
        Assert.Contains("\"c02\"", (await RunAsync("plan", "show", "van-quan.15-kh-ubnd-2018", "--format", "json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_never_overwrites_a_file()
    {
        var file = await DemoFileAsync();
        var run = await RunAsync("export", file);
        Assert.Equal(1, run.Exit);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_setting_that_is_no_connection_string_is_told_without_its_text()
    {
        var run = await RunOnAsync("secret-password", "status", "van-quan", "--on", "2018-12-31");
        Assert.Equal(3, run.Exit);
        Assert.DoesNotContain("secret-password", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_never_mixes_into_another_record()
    {
        var file = Path.Combine(_folder, "other.ndjson");
        await File.WriteAllTextAsync(file, """{"type":"unit_established","unit":"hoa-binh","name":"Hòa Bình","level":"province","effectiveOn":"2010-01-01"}""");
        await RunAsync("import", file);
        var run = await RunAsync("demo", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, run.Exit);
        Assert.Contains("Sổ này đã có dữ liệu khác", run.Error, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output)> StartDemoAsync(params string[] options)
    {
        using var stop = new CancellationTokenSource();
        var output = new AddressWatcher(stop);
        var exit = await NtmProgram.RunAsync(["demo", "--urls", "http://127.0.0.1:0", .. options], Context(_database.ConnectionString, output, new StringWriter()), stop.Token);
        return (exit, output.ToString());
    }

    private static string AddressAsPlaceholder(string output) =>
        System.Text.RegularExpressions.Regex.Replace(output, @"(?m)^http://127\.0\.0\.1:\d+$", "http://127.0.0.1:{port}");

    private async Task<string> DemoFileAsync()
    {
        var file = Path.Combine(_folder, "demo.ndjson");
        await File.WriteAllBytesAsync(file, DemoRecord.Lines(synthetic: false));
        return file;
    }

    private Task<Run> RunAsync(params string[] arguments) => RunOnAsync(_database.ConnectionString, arguments);

    private static async Task<Run> RunOnAsync(string database, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = await NtmProgram.RunAsync(arguments, Context(database, output, error), CancellationToken.None);
        return new Run(exit, output.ToString(), error.ToString());
    }

    private static CommandContext Context(string database, TextWriter output, TextWriter error) => new(
        output, error, name => name switch { "NTM_DATABASE" => database, "HOME" => "/nonexistent", _ => null }, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false);

    private sealed record Run(int Exit, string Output, string Error);
}
