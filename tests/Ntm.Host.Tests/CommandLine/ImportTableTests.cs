using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.CommandLine;
using Ntm.Host.Tests.Tables;
using Ntm.Testing;

namespace Ntm.Host.Tests.CommandLine;

/// <summary><c>ntm import table</c> as typed.</summary>
public sealed class ImportTableTests(TableDesk desk) : IClassFixture<TableDesk>, IDisposable
{
    private static readonly string[] Question =
        ["--unit", "van-quan", "--on", "2018-06-30", "--assessed-by", "district", "--basis-number", "45/BC-UBND", "--basis-date", "2018-07-02", "--basis-issuer", "UBND huyện Văn Quan"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-table-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_dry_run_shows_what_would_be_recorded_and_every_doubt()
    {
        var table = TableDesk.GoodTable();
        table["B8"] = "Vân Mông";
        table["D7"] = "x";
        // Before the day the other tests record.
        var run = await RunAsync(["table", Save(table), .. Question.Select(word => word == "2018-06-30" ? "2017-12-31" : word), "--dry-run"]);
        Assert.Equal(1, run.Exit);
        Snapshot.Verify(run.Output + "---\n" + run.Error);
    }

    [Fact]
    public async Task A_settled_table_is_recorded_and_repeated_without_harm()
    {
        var table = TableDesk.GoodTable();
        // Another file than the one that is only tried: the same cells of the same file are recorded for one day.
        table["A3"] = "TỔNG HỢP KẾT QUẢ 6 THÁNG ĐẦU NĂM 2018";
        table["B8"] = "Vân Mông";
        table["D7"] = "x";
        var file = Save(table);
        string[] settled = ["--match", "Vân Mông=van-quan.van-mong", "--mark", "x=attained"];
        Assert.Contains("28 mục ghi mới, 0 đã có từ trước · 28 recorded, 0 stood before", (await RunAsync(file, settled)).Output, StringComparison.Ordinal);
        var again = await RunAsync(file, settled);
        Assert.Equal((0, ""), (again.Exit, again.Error));
        Assert.Contains("0 mục ghi mới, 28 đã có từ trước", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_can_be_had_as_JSON()
    {
        var run = await RunAsync(TableDesk.GoodTable(), "--dry-run", "--format", "json");
        Assert.Equal(28, JsonNode.Parse(run.Output)!["counts"]!["findings"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(2, "table")]
    [InlineData(2, "table", "no-such-file.xlsx", "--unit", "van-quan")]
    [InlineData(1, "table", "{file}")]
    [InlineData(1, "table", "{file}", "--unit", "van-quan", "--on", "2018-02-30", "--assessed-by", "district")]
    [InlineData(1, "table", "{file}", "--unit", "nobody", "--on", "2018-06-30", "--assessed-by", "district")]
    [InlineData(1, "table", "{file}", "--unit", "van-quan", "--on", "2018-06-30", "--assessed-by", "official")]
    [InlineData(1, "table", "{file}", "--unit", "van-quan", "--on", "2018-06-30", "--assessed-by", "district", "--basis-number", "45/BC-UBND")]
    [InlineData(1, "table", "{file}", "--unit", "van-quan", "--on", "2018-06-30", "--assessed-by", "district", "--mark", "x=yes")]
    [InlineData(2, "table", "{file}", "--format", "pdf")]
    public async Task Every_way_to_fail_has_its_exit_code(int exit, params string[] arguments)
    {
        var file = Save(TableDesk.GoodTable());
        var run = await RunAsync([.. arguments.Select(argument => argument == "{file}" ? file : argument)]);
        Assert.Equal(exit, run.Exit);
        Assert.NotEqual("", run.Error);
    }

    private string Save(SheetDraft table)
    {
        var file = Path.Combine(_folder, "bang.xlsx");
        File.WriteAllBytes(file, WorkbookDraft.Of(table));
        return file;
    }

    private Task<Run> RunAsync(SheetDraft table, params string[] options) => RunAsync(Save(table), options);

    private Task<Run> RunAsync(string file, string[] options) => RunAsync(["table", file, .. Question, .. options]);

    private async Task<Run> RunAsync(string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = await NtmProgram.RunAsync(["import", .. arguments], new CommandContext(
            output, error, name => name switch { "NTM_DATABASE" => desk.Host.ConnectionString, "HOME" => "/nonexistent", _ => null }, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false), CancellationToken.None);
        return new Run(exit, output.ToString(), error.ToString());
    }

    private sealed record Run(int Exit, string Output, string Error);
}
