using System.Net;
using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.OfficialLists;

/// <summary>Official lists over HTTP: compared by one address, confirmed by posting the entries of its answer.</summary>
public sealed class ListEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Csv = "Mã,Tên,Cấp\n20,Tỉnh Lạng Sơn,Tỉnh\n184,Huyện Văn Quan,Huyện\n";

    [Fact]
    public async Task What_the_answer_proposes_can_be_posted_as_it_is_and_posted_again()
    {
        var list = Csv.Replace("Cấp", "Cấp,Tỉnh", StringComparison.Ordinal).Replace(",Huyện\n", ",Huyện,Lạng Sơn\n", StringComparison.Ordinal);
        var answer = await AskAsync("on=2016-12-01&basisNumber=1&basisDate=2016-11-01&basisIssuer=TCTK", list);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var entries = answer.Json["entries"]!.AsArray().Select(entry => entry!["entry"]!.ToJsonString()).ToArray();
        Assert.Equal(["lang-son", "van-quan"], entries.Select(entry => JsonNode.Parse(entry)!["unit"]!.GetValue<string>()));

        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(entries)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.TellAsync(entries)).Status);
        var again = await AskAsync("on=2016-12-01", list);
        Assert.Equal("[]", again.Json["differences"]!.ToJsonString());
        Assert.Equal("""["lang-son","van-quan"]""", again.Json["same"]!.ToJsonString());
        Assert.Equal(2, again.Json["sequence"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("", 422, "day.invalid")]
    [InlineData("on=2016-12-01&basisNumber=1", 422, "basis.invalid")]
    [InlineData("on=2016-12-01&under=nobody", 404, "unit.unknown")]
    [InlineData("on=2016-12-01&undr=x", 422, "parameter.unknown")]
    public async Task A_question_that_cannot_be_answered_says_why(string query, int status, string code)
    {
        var answer = await AskAsync(query, Csv);
        Assert.Equal((status, code), ((int)answer.Status, answer.Json["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Faults_of_the_list_are_told_with_line_and_column()
    {
        var answer = await AskAsync("on=2016-12-01", "Mã,Tên,Cấp\n20,Lạng Sơn,Vùng\n");
        var error = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal((422, 2, "list.level_unknown", "Cấp"), ((int)answer.Status, error["line"]!.GetValue<int>(), error["code"]!.GetValue<string>(), error["field"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await AskAsync("on=2016-12-01", Csv, "application/json")).Status);
    }

    private async Task<HttpAnswer> AskAsync(string query, string csv, string mediaType = "text/csv")
    {
        using var content = new StringContent(csv, System.Text.Encoding.UTF8, mediaType);
        var response = await host.Client.PostAsync(new Uri($"/api/units/list?{query}", UriKind.Relative), content);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}
