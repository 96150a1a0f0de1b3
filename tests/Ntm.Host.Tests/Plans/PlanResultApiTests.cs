using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary>What became of a plan, over HTTP, on a page and as a report, in the demonstration.</summary>
public sealed class PlanResultApiTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Plan = "/api/plans/van-quan.15-kh-ubnd-2018";
    private const string AtYearsEnd = "?on=2018-12-31&knownAt=711";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Targets_and_numbers_of_the_plan_at_the_years_end()
    {
        var answer = (await host.Client.AskAsync($"{Plan}/result{AtYearsEnd}")).Json;
        Snapshot.Verify(string.Join('\n', [Lines(answer["byState"]!), Lines(answer["targets"]!), Lines(answer["numbers"]!)]));
    }

    [Fact]
    public async Task Tasks_of_the_plan_in_the_middle_of_July() =>
        Snapshot.Verify(Lines((await host.Client.AskAsync($"{Plan}/tasks?on=2018-07-15&knownAt=711")).Json["tasks"]!));

    [Theory]
    [InlineData("/result")]
    [InlineData("/tasks")]
    public async Task The_same_question_gets_the_same_bytes(string of)
    {
        var first = await host.Client.AskAsync(Plan + of + AtYearsEnd);
        var again = await host.Client.AskAsync(Plan + of + AtYearsEnd);
        Assert.Equal((first.Text, first.Response.Headers.ETag, "711"), (again.Text, again.Response.Headers.ETag, again.Response.Headers.GetValues("Ntm-Sequence").Single()));
    }

    [Theory]
    [InlineData("/api/plans/khong-co/result", HttpStatusCode.NotFound, "plan.unknown")]
    [InlineData("/api/plans/khong-co/tasks", HttpStatusCode.NotFound, "plan.unknown")]
    [InlineData(Plan + "/result?on=2018-02-30", HttpStatusCode.UnprocessableEntity, "day.invalid")]
    [InlineData(Plan + "/result?assessedBy=nobody", HttpStatusCode.UnprocessableEntity, "assessed_by.invalid")]
    [InlineData(Plan + "/tasks?assessedBy=all", HttpStatusCode.UnprocessableEntity, "parameter.unknown")]
    public async Task What_cannot_be_answered_says_why(string path, HttpStatusCode status, string code)
    {
        var answer = await host.Client.AskAsync(path);
        Assert.Equal((status, code), (answer.Status, (string?)answer.Json["code"]));
    }

    [Theory]
    [InlineData("van-quan", "van-quan.15-kh-ubnd-2018")]
    [InlineData("hoa-binh", "hoa-binh-province.18-kh-ubnd-2018")]
    public async Task The_page_is_as_looked_at(string name, string plan) =>
        Snapshot.Verify(await host.Client.GetStringAsync($"/plans/{plan}/result?on=2018-07-15&knownAt=711"), "html", name);

    [Fact]
    public async Task The_page_of_a_plan_that_is_over_shows_its_last_day_and_of_one_that_is_not_there_says_so()
    {
        Assert.Contains("Ngày 31/12/2018, theo điều đã biết", await host.Client.GetStringAsync("/plans/van-quan.15-kh-ubnd-2018/result"), StringComparison.Ordinal);
        using var unknown = await host.Client.GetAsync(new Uri("/plans/khong-co/result", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_page_asked_for_all_assessors_gives_addresses_that_ask_for_all()
    {
        var page = await host.Client.GetStringAsync("/plans/van-quan.15-kh-ubnd-2018/result?on=2018-12-31&knownAt=711&assessedBy=all");
        Assert.Contains("/plans/van-quan.15-kh-ubnd-2018/result?on=2018-12-31&amp;knownAt=711&amp;assessedBy=all\"", page, StringComparison.Ordinal);
        Assert.Contains("/api/plans/van-quan.15-kh-ubnd-2018/tasks?on=2018-12-31&amp;knownAt=711\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"assessedBy\" value=\"all\"", page, StringComparison.Ordinal);
    }

    private static string Lines(JsonNode items) => string.Join('\n', items.AsArray().Select(item => item!.ToJsonString(Readable)));

    [Theory]
    [InlineData("plan-against-result")]
    [InlineData("tasks")]
    public async Task A_report_of_the_district_holds_what_the_plan_came_to(string kind) =>
        Snapshot.Verify((await host.Client.AskAsync($"/api/units/van-quan/reports/{kind}?on=2018-12-31&knownAt=711&format=csv")).Text.Split("parameter,value")[0], "csv", kind);
}
