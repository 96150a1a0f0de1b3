using System.Net;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Testing;
using static Ntm.Host.Tests.Titles.ToldDossier;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Titles;

/// <summary>A dossier told to a running product step by step, up to its recognition prepared in the system.</summary>
public sealed class TitleApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_recognition_is_refused_without_the_findings_taken_with_them_and_watched_when_they_are_gone()
    {
        var (steps, conditions) = (ToldDossier.Steps, ToldDossier.Conditions);
        var granted = Text(DossierSteps.Step(StepKind.Granted, Decided), 50);
        await RecordAsync([.. Country.Select(line => Text(line.Entry, 0)), .. conditions.Where(entry => entry is not FindingEntry { Criterion: 17 }).Concat(steps).Select(entry => Text(entry, 0))]);

        var refused = await host.Client.TellAsync(granted);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "dossier.criteria_missing"), (refused.Status, refused.Codes.Single()));
        Assert.EndsWith("(2540/QĐ-TTg)", (string?)refused.Json["detail"], StringComparison.Ordinal);

        // The finding and the decision that rests on it in one batch.
        await RecordAsync(Text(conditions.Single(entry => entry is FindingEntry { Criterion: 17 }), 0), granted);
        var title = (await host.Client.AskAsync("/api/units/van-quan.van-an/titles?on=2018-12-31")).Json;
        Assert.Equal(("held", 0), ((string?)title["standing"], title["titles"]![0]!["irregularities"]!.AsArray().Count));
        Assert.Empty((await host.Client.AskAsync("/api/titles/watch?under=lang-son&on=2018-12-31")).Json["units"]!.AsArray());

        var basis = (await host.Client.AskAsync($"/api/dossiers/{DossierSteps.Dossier}/basis?step=granted&on=2018-12-31")).Json;
        Assert.Equal((Set2016.Value, 19), ((string?)basis["set"], basis["findings"]!.AsArray().Count(finding => (string?)finding!["status"] == "attained")));

        await RecordAsync(Text(LostLater(17), 60));
        var watched = (await host.Client.AskAsync("/api/titles/watch?under=lang-son&on=2018-12-31")).Json;
        Assert.Equal(Id(60).ToString(), (string?)watched["units"]![0]!["stale"]![0]!["entries"]![0]);
        var dossier = (await host.Client.AskAsync($"/api/dossiers/{DossierSteps.Dossier}?on=2018-12-31")).Json;
        Assert.Equal(("recognised", "dossier.criteria_missing"),
            ((string?)dossier["stage"], (string?)dossier["steps"]!.AsArray()[^1]!["irregularities"]![0]!["code"]));
    }

    [Theory]
    [InlineData("/api/units/khong-co/titles", HttpStatusCode.NotFound, "unit.unknown")]
    [InlineData("/api/dossiers/khong-co", HttpStatusCode.NotFound, "dossier.unknown")]
    [InlineData("/api/dossiers/khong-co/basis?step=granted", HttpStatusCode.NotFound, "dossier.unknown")]
    [InlineData("/api/dossiers/khong-co/basis?step=posted", HttpStatusCode.UnprocessableEntity, "field.invalid")]
    [InlineData("/api/titles/watch?under=khong-co", HttpStatusCode.NotFound, "unit.unknown")]
    [InlineData("/api/titles/watch?under=khong-co&set=ntm-2016-2020", HttpStatusCode.UnprocessableEntity, "parameter.unknown")]
    public async Task What_cannot_be_answered_says_why(string path, HttpStatusCode status, string code)
    {
        var answer = await host.Client.AskAsync(path);
        Assert.Equal((status, code), (answer.Status, (string?)answer.Json["code"]));
    }

    private async Task RecordAsync(params string[] lines) => Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(lines)).Status);
}
