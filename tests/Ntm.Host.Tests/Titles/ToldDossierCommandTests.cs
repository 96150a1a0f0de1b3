using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ntm.Domain.Dossiers;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;
using static Ntm.Host.Tests.Titles.ToldDossier;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Titles;

/// <summary>A dossier that was sent back, and a decision whose ground is gone, on the command line.</summary>
public sealed partial class ToldDossierCommandTests(ToldDossier told) : IClassFixture<ToldDossier>
{
    [Fact]
    public async Task A_dossier_is_printed_with_its_return_and_a_stale_decision_with_what_changed_it()
    {
        Snapshot.Verify(await ShownAsync("dossier", DossierSteps.Dossier, "--on", "2018-12-31", "--known-at", "42"));
        await told.RecordAsync(Text(DossierSteps.Step(StepKind.Granted, Decided).Issued("2166/QĐ-UBND"), 300), Text(LostLater(17), 301));

        Snapshot.Verify(await ShownAsync("titles", "watch", "--under", "lang-son", "--on", "2018-12-31"), name: "watch");
        var csv = (await TypedCommand.RunAsync(told.Host.ConnectionString, "titles", "watch", "--on", "2018-12-31", "--format", "csv")).Output;
        Assert.Equal($"van-quan.van-an,van-quan.van-an,,held,ntm,stale_decision,{Id(300)},{Id(301)}", csv.Split("\r\n")[1]);
        var json = JsonNode.Parse((await TypedCommand.RunAsync(told.Host.ConnectionString, "titles", "watch", "--on", "2018-12-31", "--format", "json")).Output)!;
        Assert.Null(json["unit"]);
        Assert.Equal(1, (int)json["titles"]!);
    }

    private async Task<string> ShownAsync(params string[] arguments) =>
        RecordedDays().Replace((await TypedCommand.RunAsync(told.Host.ConnectionString, arguments)).Output, "{day}");

    [GeneratedRegex(@"(?<=(ghi|sổ) )\d\d/\d\d/\d{4}(?=, số)")]
    private static partial Regex RecordedDays();
}
