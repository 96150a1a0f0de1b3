using System.Net;
using Ntm.Testing;

namespace Ntm.Host.Tests.Units;

/// <summary>History, periods and difference over HTTP: what every as-of answer promises, and why there is none.</summary>
public sealed class UnitHistoryTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Theory]
    [InlineData("history?knownAt=300")]
    [InlineData("history?knownAt=300&criterion=5")]
    [InlineData("periods?knownAt=300")]
    [InlineData("diff?on=2018-01-01&knownAt=300&againstOn=2018-12-31&againstKnownAt=400")]
    public async Task The_same_question_gets_the_same_bytes_after_more_was_recorded_and_taken_back(string question)
    {
        const string Unit = "/api/units/van-quan.van-mong/";
        var before = await host.Client.AskAsync(Unit + question);
        Assert.Equal("300", before.Response.Headers.GetValues("Ntm-Sequence").Single());
        var finding = (await host.Client.AskAsync($"{Unit}periods?knownAt=300")).Json["periods"]!.AsArray()
            .Select(period => period!["openedBy"]!.GetValue<string>()).FirstOrDefault();

        var told = await host.Client.TellAsync(
            """{"type":"criterion_lost","unit":"van-quan.van-mong","set":"ntm-2016-2020","criterion":5,"assessedBy":"audit","effectiveOn":"2018-06-01"}""",
            """{"type":"unit_renamed","unit":"van-quan.van-mong","name":"Vân Mộng Mới","effectiveOn":"2018-06-01"}""");
        Assert.Equal(HttpStatusCode.Created, told.Status);
        if (finding is not null)
            await host.Client.TellAsync($$"""{"type":"entry_retracted","unit":"van-quan.van-mong","entry":"{{finding}}","reason":"Nhập nhầm"}""");

        var after = await host.Client.AskAsync(Unit + question);
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(before.Response.Headers.ETag, after.Response.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await host.Client.AskAsync(Unit + question, ("If-None-Match", after.Response.Headers.ETag!.Tag))).Status);
    }

    [Fact]
    public async Task What_the_second_point_does_not_say_is_as_at_the_first()
    {
        var answer = (await host.Client.AskAsync("/api/units/van-quan.van-mong/diff?on=2018-12-31&knownAt=300")).Json;

        Assert.Equal(("2018-12-31", 300), (answer["against"]!["on"]!.GetValue<string>(), answer["against"]!["knownAt"]!["sequence"]!.GetValue<int>()));
        Assert.Empty(answer["criteria"]!.AsArray());
    }

    [Fact]
    public async Task Periods_without_a_set_are_asked_on_a_day_without_one() =>
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/api/units/van-quan.van-mong/periods")).Status);

    [Theory]
    [InlineData("history?knownAt=1", 404, "unit.unknown", "unit")]
    [InlineData("history?criterion=0", 422, "criterion.unknown", "criterion")]
    [InlineData("history?criterion=20&set=ntm-2016-2020", 422, "criterion.unknown", "criterion")]
    [InlineData("history?criterion=10.1", 422, "parameter.invalid", "criterion")]
    [InlineData("history?set=ntm-2030", 422, "set.unknown", "set")]
    [InlineData("history?on=2018-12-31", 422, "parameter.unknown", "on")]
    [InlineData("history?knownAt=1000000", 422, "known_at.unknown_sequence", "knownAt")]
    [InlineData("periods?assessedBy=nobody", 422, "assessed_by.invalid", "assessedBy")]
    [InlineData("periods?knownAt=0", 404, "unit.unknown", "unit")]
    [InlineData("diff?on=2018-12-31&againstOn=2018-02-30", 422, "day.invalid", "againstOn")]
    [InlineData("diff?on=2018-12-31&againstKnownAt=yesterday", 422, "known_at.invalid", "againstKnownAt")]
    [InlineData("diff?on=2018-12-31&againstKnownAt=1000000", 422, "known_at.unknown_sequence", "againstKnownAt")]
    [InlineData("diff?on=2018-12-31&againstKnownAt=2999-01-01T00:00:00Z", 422, "known_at.in_future", "againstKnownAt")]
    [InlineData("diff?on=2018-12-31&againstKnownAt=1", 404, "unit.unknown", "unit")]
    [InlineData("diff?on=2016-11-30&againstOn=2018-12-31", 422, "set.none_in_force", "set")]
    public async Task A_question_without_an_answer_says_why(string question, int status, string code, string field)
    {
        var answer = await host.Client.AskAsync($"/api/units/van-quan.van-mong/{question}");

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal([code], answer.Codes);
        Assert.Equal(field, answer.Json["errors"]![0]!["field"]!.GetValue<string>());
    }
}
