using System.Diagnostics;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reports;

/// <summary>Reports as typed.</summary>
public sealed partial class ReportCommandTests(ReportHost host) : IClassFixture<ReportHost>
{
    public static TheoryData<string> Kinds => ReportSamples.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_report_is_printed_as_a_table(string kind)
    {
        var run = await host.RunAsync(kind, "lang-son", "--on", "2018-12-31", "--known-at", $"{ReportSamples.Last}");
        Snapshot.Verify(Stamps().Replace(run.Output, "{recorded time}").Replace(Hash().Match(run.Output).Value, "{hash}", StringComparison.Ordinal), name: kind);
    }

    [Fact]
    public async Task The_reports_there_are_are_listed() => Snapshot.Verify((await host.RunAsync("list")).Output);

    [Theory]
    [InlineData("month", "30/11/2018")]
    [InlineData("quarter", "30/09/2018")]
    [InlineData("half", "30/06/2018")]
    [InlineData("year", "31/12/2017")]
    public async Task The_period_says_with_which_day_it_compares(string period, string since)
    {
        var run = await host.RunAsync("bands", "lang-son", "--on", "2018-12-31", "--period", period);
        Assert.Contains($"so với ngày {since}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "report.kind_unknown", "no-such", "lang-son")]
    [InlineData(1, "unit.unknown", "bands", "nowhere")]
    [InlineData(1, "report.period_invalid", "bands", "lang-son", "--period", "week")]
    [InlineData(1, "report.since_after_on", "bands", "lang-son", "--since", "2019-01-01")]
    [InlineData(1, "day.invalid", "bands", "lang-son", "--since", "2018-02-30")]
    public async Task What_cannot_be_made_is_refused_with_a_code(int exit, string code, params string[] arguments)
    {
        var run = await host.RunAsync([.. arguments, "--on", "2018-12-31"]);
        Assert.Equal(exit, run.Exit);
        Assert.StartsWith(code + ":", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_existing_file_is_never_overwritten()
    {
        var file = await host.WriteAsync("bands", "csv");
        var before = await File.ReadAllBytesAsync(file);
        Assert.Equal(1, (await host.RunAsync("bands", "lang-son", "--on", "2018-12-31", "--format", "csv", "--output", file)).Exit);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    // A process of its own, on another side of the world.
    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    [InlineData("csv")]
    public async Task The_bytes_are_the_same_in_another_time_zone_and_language(string form)
    {
        var (here, there) = (await host.WriteAsync("recognised", form), Path.Combine(host.Folder, $"{Guid.NewGuid():N}.{form}"));
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "ntm"),
            ["report", "recognised", "lang-son", "--on", "2018-12-31", "--known-at", $"{ReportSamples.Last}", "--format", form, "--output", there])
        {
            UseShellExecute = false,
        };
        (start.Environment["NTM_DATABASE"], start.Environment["TZ"], start.Environment["LC_ALL"]) = (host.ConnectionString, "America/New_York", "tr_TR.UTF-8");
        using var program = Process.Start(start)!;
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, program.ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(here), await File.ReadAllBytesAsync(there));
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex Stamps();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
