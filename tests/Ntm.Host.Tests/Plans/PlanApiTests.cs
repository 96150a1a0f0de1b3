using System.Net;
using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary>Plans over HTTP and on pages.</summary>
public sealed class PlanApiTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Fact]
    public async Task The_list_is_as_the_command_gives_it_and_as_known_then()
    {
        var now = await host.Client.AskAsync("/api/plans");
        Assert.Equal(
            """[{"id":"hoa-binh-province.18-kh-ubnd-2018","number":"18/KH-UBND","date":"2018-01-31","issuer":"UBND tỉnh Hòa Bình"},{"id":"van-quan.15-kh-ubnd-2018","number":"15/KH-UBND","date":"2018-01-30","issuer":"UBND huyện Văn Quan"}]""",
            now.Text);
        Assert.Equal("711", now.Response.Headers.GetValues("Ntm-Sequence").Single());
        Assert.Equal("[]", (await host.Client.AskAsync("/api/plans?knownAt=25")).Text);
        Assert.Single((await host.Client.AskAsync("/api/plans?knownAt=26")).Json.AsArray());
    }

    [Fact]
    public async Task A_plan_is_its_file_and_where_it_is_known_from()
    {
        var answer = (await host.Client.AskAsync("/api/plans/van-quan.15-kh-ubnd-2018?knownAt=26")).Json.AsObject();
        Assert.Equal(26, (int)answer["knownAt"]!["sequence"]!);
        answer.Remove("knownAt");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(PlanFiles.VanQuanPlan, TestContext.Current.CancellationToken)), answer));
    }

    [Fact]
    public async Task The_same_question_gets_the_same_bytes()
    {
        var first = await host.Client.AskAsync("/api/plans/hoa-binh-province.18-kh-ubnd-2018?knownAt=711");
        var again = await host.Client.AskAsync("/api/plans/hoa-binh-province.18-kh-ubnd-2018?knownAt=711");
        Assert.Equal((first.Text, first.Response.Headers.ETag), (again.Text, again.Response.Headers.ETag));
        Assert.Equal(HttpStatusCode.NotModified, (await host.Client.AskAsync("/api/plans/hoa-binh-province.18-kh-ubnd-2018?knownAt=711", ("If-None-Match", first.Response.Headers.ETag!.Tag))).Status);
    }

    [Theory]
    [InlineData("/api/plans/khong-co", HttpStatusCode.NotFound, "plan.unknown")]
    [InlineData("/api/plans/van-quan.15-kh-ubnd-2018?knownAt=25", HttpStatusCode.NotFound, "plan.unknown")]
    [InlineData("/api/plans?knowAt=25", HttpStatusCode.UnprocessableEntity, "parameter.unknown")]
    [InlineData("/api/plans?knownAt=999999", HttpStatusCode.UnprocessableEntity, "known_at.unknown_sequence")]
    public async Task What_cannot_be_answered_says_why(string path, HttpStatusCode status, string code)
    {
        var answer = await host.Client.AskAsync(path);
        Assert.Equal((status, code), (answer.Status, (string?)answer.Json["code"]));
    }

    [Fact]
    public async Task The_pages_are_as_looked_at()
    {
        Snapshot.Verify(await host.Client.GetStringAsync("/plans?knownAt=711"), "html", "list");
        Snapshot.Verify(await host.Client.GetStringAsync("/plans/hoa-binh-province.18-kh-ubnd-2018?knownAt=711"), "html", "plan");
    }

    [Fact]
    public async Task Pages_say_what_is_not_there()
    {
        Assert.Contains("Sổ chưa biết kế hoạch nào", (await host.Client.AskAsync("/plans?knownAt=25")).Text, StringComparison.Ordinal);
        var unknown = await host.Client.AskAsync("/plans/khong-co");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("plan.unknown", unknown.Text, StringComparison.Ordinal);
    }
}
