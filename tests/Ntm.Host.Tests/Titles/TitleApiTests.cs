using System.Buffers;
using System.Net;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Titles;

/// <summary>A dossier told to a running product step by step, up to its recognition prepared in the system.</summary>
public sealed class TitleApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly DateOnly First = Day(2017, 12, 4);
    private static readonly DateOnly Decided = First.AddDays(21 * 14);

    [Fact]
    public async Task A_recognition_is_refused_without_the_findings_taken_with_them_and_watched_when_they_are_gone()
    {
        var steps = DossierSteps.LawfulUnder2540.TakeWhile(kind => kind != StepKind.Granted)
            .Select((kind, place) => DossierSteps.Step(kind, First.AddDays(place == 1 ? 3 : place * 21)).Issued());
        var conditions = DossierSteps.Conditions(First.AddDays(30), CriteriaCatalog.Shipped().Find(Set2016)!).ToList();
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

        await RecordAsync(Text(Recorded(17), 60));
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
    [InlineData("/api/titles/watch", HttpStatusCode.UnprocessableEntity, "field.missing")]
    [InlineData("/api/titles/watch?under=khong-co", HttpStatusCode.NotFound, "unit.unknown")]
    [InlineData("/api/titles/watch?under=khong-co&set=ntm-2016-2020", HttpStatusCode.UnprocessableEntity, "parameter.unknown")]
    public async Task What_cannot_be_answered_says_why(string path, HttpStatusCode status, string code)
    {
        var answer = await host.Client.AskAsync(path);
        Assert.Equal((status, code), (answer.Status, (string?)answer.Json["code"]));
    }

    private async Task RecordAsync(params string[] lines) => Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(lines)).Status);

    private static CriterionLost Recorded(int criterion) =>
        new() { Unit = VanAn, EffectiveOn = Decided.AddDays(-3), Set = Set2016, Criterion = criterion, AssessedBy = Assessor.Audit };

    private static string Text(Entry entry, int id)
    {
        var line = new ArrayBufferWriter<byte>();
        LineWriter.WriteSaid(line, id == 0 ? Guid.NewGuid() : Id(id), entry);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }
}
