using System.Net;
using System.Text.Json.Nodes;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Inspections;

/// <summary>An inspection scheduled, postponed, held and followed up over HTTP, asked about on the days between.</summary>
public sealed class InspectionApiTests(InspectedCommune commune) : IClassFixture<InspectedCommune>
{
    [Fact]
    public async Task A_unit_tells_its_inspections_remedies_and_what_was_inspected_before_its_findings()
    {
        var answer = await commune.Host.Client.AskAsync($"/api/units/{VanAn}/inspections?on=2018-12-31&knownAt={commune.Head}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        // The day somebody recorded the finding is the day of the test.
        Snapshot.Verify(RecordedOn(answer.Json).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n", "json");
    }

    [Theory]
    [InlineData("2018-06-30", "planned", "")]
    [InlineData("2018-08-01", "overdue", "")]
    [InlineData("2018-09-01", "held_late", "due")]
    [InlineData("2018-10-20", "held_late", "done")]
    [InlineData("2018-11-01", "held_late", "disputed")]
    public async Task What_is_overdue_is_a_question_of_the_day(string on, string inspection, string remedy)
    {
        var answer = (await commune.Host.Client.AskAsync($"/api/units/{VanAn}/inspections?on={on}")).Json;

        Assert.Equal(inspection, (string?)answer["inspections"]![0]!["state"]);
        Assert.Equal(remedy, string.Concat(answer["remedies"]!.AsArray().Select(row => (string?)row!["state"])));
    }

    [Fact]
    public async Task The_list_is_asked_for_a_state_and_the_totals_stay()
    {
        var all = (await commune.Host.Client.AskAsync("/api/inspections?under=lang-son&on=2018-08-01")).Json;
        var overdue = (await commune.Host.Client.AskAsync("/api/inspections?under=lang-son&state=overdue&on=2018-08-01")).Json;
        var held = (await commune.Host.Client.AskAsync("/api/inspections?under=lang-son&state=held&on=2018-08-01")).Json;

        Assert.Equal([VanAn.Value], overdue["units"]!.AsArray().Select(unit => (string?)unit!["unit"]));
        Assert.Empty(held["units"]!.AsArray());
        Assert.Equal(1, (int?)all["totals"]!["overdue"]);
        Assert.True(JsonNode.DeepEquals(all["totals"], held["totals"]));
    }

    [Fact]
    public async Task An_answer_is_the_same_for_ever()
    {
        var path = $"/api/inspections?under=lang-son&on=2018-12-31&knownAt={commune.Head}";
        var first = await commune.Host.Client.AskAsync(path);
        await commune.Host.Client.TellAsync(InspectedCommune.Text(new Domain.Inspections.RemedyDone
        {
            Unit = VanAn, EffectiveOn = Day(2018, 11, 2), Inspection = Id(21), Criterion = 17,
        }, 90));

        Assert.Equal(first.Text, (await commune.Host.Client.AskAsync(path)).Text);
        Assert.Equal(first.Response.Headers.ETag, (await commune.Host.Client.AskAsync(path)).Response.Headers.ETag);
    }

    [Theory]
    [InlineData("/api/units/khong-co/inspections", HttpStatusCode.NotFound, "unit.unknown")]
    [InlineData("/api/inspections", HttpStatusCode.UnprocessableEntity, "field.missing")]
    [InlineData("/api/inspections?under=khong-co", HttpStatusCode.NotFound, "unit.unknown")]
    [InlineData("/api/inspections?under=lang-son&state=muon", HttpStatusCode.UnprocessableEntity, "field.invalid")]
    [InlineData("/api/inspections?under=lang-son&set=ntm-2016-2020", HttpStatusCode.UnprocessableEntity, "parameter.unknown")]
    public async Task What_cannot_be_answered_says_why(string path, HttpStatusCode status, string code)
    {
        var answer = await commune.Host.Client.AskAsync(path);
        Assert.Equal((status, code), (answer.Status, (string?)answer.Json["code"]));
    }

    private static JsonNode RecordedOn(JsonNode answer)
    {
        foreach (var finding in answer["findings"]!.AsArray())
            finding!["recordedOn"] = "the day of the test";
        answer["knownAt"]!["recordedAt"] = "the time of the test";
        return answer;
    }
}
