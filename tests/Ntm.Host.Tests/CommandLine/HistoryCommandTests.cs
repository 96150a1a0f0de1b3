using System.Globalization;
using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.CommandLine;

public sealed class HistoryCommandTests(TypedProgram ntm) : IClassFixture<TypedProgram>
{
    private const string XuanMai = "van-quan.xuan-mai";

    [Fact]
    public async Task A_history_prints_what_was_recorded_of_a_unit_in_order()
    {
        var json = JsonNode.Parse((await ntm.RunAsync("history", XuanMai, "--known-at", "201", "--format", "json")).Output)!;
        var table = (await ntm.RunAsync("history", XuanMai, "--known-at", "201", "--criterion", "5")).Output;

        Assert.Equal("unit_established", json["entries"]![0]!["type"]!.GetValue<string>());
        Assert.StartsWith("Xuân Mai · từ 01/12/2016 · biết đến số 201\n", table, StringComparison.Ordinal);
        Assert.Contains("Tiêu chí 5: đạt (huyện)", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiêu chí 6", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_as_CSV_has_a_line_per_entry()
    {
        var lines = (await ntm.RunAsync("history", XuanMai, "--format", "csv")).Output.Split("\r\n");
        var entries = JsonNode.Parse((await ntm.RunAsync("history", XuanMai, "--format", "json")).Output)!["entries"]!.AsArray();

        Assert.Equal("sequence,recordedAt,stream,id,type,unit,effectiveOn,lagDays,retractedBy,set,criterion,assessedBy,note", lines[0]);
        Assert.Equal(entries.Count, lines.Count(line => line.Contains(",unit-van-quan.xuan-mai,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Periods_are_printed_per_set_and_criterion()
    {
        Snapshot.Verify((await ntm.RunAsync("periods", XuanMai)).Output);
        Snapshot.Verify((await ntm.RunAsync("periods", XuanMai, "--set", "ntm-2021-2025")).Output, name: "none");
        var csv = (await ntm.RunAsync("periods", XuanMai, "--format", "csv")).Output;
        Assert.StartsWith("set,criterion,from,to,status,assessedBy,openedBy,closedBy\r\nntm-2016-2020,1,2018-01-30,,attained,district,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_is_printed_with_its_reasons()
    {
        string[] question = ["diff", XuanMai, "--on", "2018-01-29", "--known-at", "201", "--against-on", "2018-12-31"];
        Snapshot.Verify((await ntm.RunAsync(question)).Output);
        Snapshot.Verify((await ntm.RunAsync([.. question, "--against-known-at", "26"])).Output, name: "none");
        Assert.Equal(19, JsonNode.Parse((await ntm.RunAsync([.. question, "--format", "json"])).Output)!["criteria"]!.AsArray().Count);
        var csv = (await ntm.RunAsync([.. question, "--format", "csv"])).Output;
        Assert.Contains("\r\n1,unassessed,,attained,2018-01-30,", csv, StringComparison.Ordinal);
        Assert.Contains(",false,true\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_as_CSV_has_a_line_per_criterion()
    {
        var csv = (await ntm.RunAsync("status", XuanMai, "--on", "2018-12-31", "--format", "csv")).Output.Split("\r\n");

        Assert.Equal("criterion,status,since,entry,recordedAt,assessedBy", csv[0]);
        Assert.StartsWith("19,attained,2018-01-30,", csv[19], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("history", "van-quan")]
    [InlineData("history", XuanMai)]
    [InlineData("periods", XuanMai)]
    [InlineData("diff", XuanMai, "--on", "2018-01-29", "--against-on", "2018-12-31")]
    [InlineData("matrix", "van-quan", "--on", "2018-12-31")]
    [InlineData("status", XuanMai, "--on", "2018-12-31")]
    public async Task A_table_fits_a_terminal_and_colours_nothing_outside_one(params string[] question)
    {
        var run = await ntm.RunOnTerminalAsync(question);

        Assert.Equal(0, run.Exit);
        Assert.All(Table(run.Output), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
        Assert.DoesNotContain('\u001b', (await ntm.RunAsync(question)).Output);
    }

    [Theory]
    [InlineData(1, "history", "nobody")]
    [InlineData(1, "history", XuanMai, "--criterion", "20")]
    [InlineData(1, "history", XuanMai, "--criterion", "x")]
    [InlineData(1, "periods", XuanMai, "--set", "ntm-2030")]
    [InlineData(1, "diff", XuanMai, "--on", "2018-12-31", "--against-known-at", "0")]
    [InlineData(1, "diff", XuanMai, "--on", "2018-12-31", "--against-on", "2018-02-30")]
    [InlineData(2, "history", XuanMai, "--on", "2018-12-31")]
    [InlineData(2, "periods")]
    public async Task Every_way_to_fail_has_its_exit_code(int exit, params string[] arguments)
    {
        var run = await ntm.RunAsync(arguments);

        Assert.Equal(exit, run.Exit);
        Assert.NotEqual("", run.Error);
    }

    // What stands above and below a table is prose, which a terminal breaks by itself.
    private static IEnumerable<string> Table(string output) =>
        output.Split('\n').Where(line => line.Length > 0 && (line[0] is ' ' or '─' or '│' or '╭' or '╰' or '├'));
}
