using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Host.Tests.CommandLine;

public sealed partial class TitleCommandTests(TypedProgram ntm) : IClassFixture<TypedProgram>
{
    private const string VanAn = "van-quan.van-an";
    private const string Dossier = "van-quan.van-an.ntm-2018";

    [Fact]
    public async Task The_titles_of_a_commune_are_printed_with_four_dates_and_what_became_of_them()
    {
        Snapshot.Verify(Shown(await ntm.RunAsync("titles", VanAn, "--on", "2023-06-30")));
        var json = JsonNode.Parse((await ntm.RunAsync("titles", VanAn, "--on", "2023-06-30", "--format", "json")).Output)!;
        Assert.Equal("2018-10-31", (string?)json["titles"]![0]!["decision"]!["effectiveOn"]);
        var csv = (await ntm.RunAsync("titles", VanAn, "--on", "2018-12-31", "--format", "csv")).Output.Split("\r\n");
        Assert.StartsWith("unit,title,dossier,year,standing,decision,decidedOn,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith($"{VanAn},ntm,{Dossier},2018,held,", csv[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_of_which_a_decision_is_all_that_is_known_tells_what_is_not_shown()
    {
        Snapshot.Verify(Shown(await ntm.RunAsync("dossier", Dossier, "--on", "2018-12-31")));
        var csv = (await ntm.RunAsync("dossier", Dossier, "--on", "2018-12-31", "--format", "csv")).Output;
        Assert.Contains(",recognition_granted,granted,2018-10-31,", csv, StringComparison.Ordinal);
        Assert.Contains("dossier.criteria_missing", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_looked_at_the_watch_says_so()
    {
        Assert.Contains("Không có gì cần xem lại", (await ntm.RunAsync("titles", "watch", "--under", "van-quan", "--on", "2021-06-30")).Output, StringComparison.Ordinal);
        Assert.StartsWith("unit,name,endedOn,standing,title,reasons,stale,entries\r\n", (await ntm.RunAsync("titles", "watch", "--format", "csv")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "titles", "khong-co")]
    [InlineData(1, "titles", "watch", "--under", "khong-co")]
    [InlineData(1, "dossier", "khong-co")]
    [InlineData(1, "dossier", Dossier, "--on", "2018-02-30")]
    [InlineData(2, "dossier")]
    [InlineData(2, "titles", VanAn, "--format", "xlsx")]
    public async Task Every_way_to_fail_has_its_exit_code(int exit, params string[] arguments)
    {
        var run = await ntm.RunAsync(arguments);
        Assert.Equal(exit, run.Exit);
        Assert.NotEqual("", run.Error);
    }

    private static string Shown(TypedProgram.Run run) => RecordedDays().Replace(run.Output, "{day}");

    [GeneratedRegex(@"(?<=(ghi|sổ) )\d\d/\d\d/\d{4}(?=, số)")]
    private static partial Regex RecordedDays();
}
