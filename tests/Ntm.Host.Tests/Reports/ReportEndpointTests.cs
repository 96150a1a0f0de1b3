using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ntm.Host.Reports;
using Ntm.Host.Sheets;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reports;

/// <summary>Reports over HTTP, in the manners of every answer.</summary>
public sealed class ReportEndpointTests(ReportHost host) : IClassFixture<ReportHost>
{
    private const string Bands = "/api/units/lang-son/reports/bands?on=2018-12-31&knownAt=50";

    [Fact]
    public async Task The_reports_there_are() => Snapshot.Verify((await host.Client.AskAsync("/api/reports")).Text, "json");

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", WorkbookWriter.MediaType)]
    [InlineData("docx", ReportDocument.MediaType)]
    public async Task A_report_comes_in_every_form_with_the_headers_of_an_answer(string form, string mediaType)
    {
        var answer = await host.Client.AskAsync($"{Bands}&format={form}");
        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.Status, answer.Response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("50", "3"), (Header(answer, "Ntm-Sequence"), Header(answer, "Ntm-Format")));
        Assert.Equal(form == "json" ? null : $"attachment; filename=\"bands.lang-son.2018-12-31.50.{form}\"", answer.Response.Content.Headers.ContentDisposition?.ToString());

        var again = await host.Client.AskAsync($"{Bands}&format={form}", ("If-None-Match", answer.Response.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
    }

    [Fact]
    public async Task Without_a_form_it_is_JSON_with_every_figure_named()
    {
        var answer = await host.Client.AskAsync("/api/units/van-quan/reports/communes-by-criterion?on=2018-12-31&knownAt=50");
        var table = answer.Json["tables"]![0]!;
        Assert.Equal("van-quan.dong-giap", table["rows"]![0]!["unit"]!.GetValue<string>());
        Assert.Equal(5, table["columns"]!.AsArray().Single(column => column!["column"]!.GetValue<string>() == "5")!["criterion"]!.GetValue<int>());
        Assert.Equal("2017-12-31", answer.Json["since"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("bands?format=pdf", 422, "report.form_unknown")]
    [InlineData("bands?period=week", 422, "report.period_invalid")]
    [InlineData("bands?since=2019-01-01", 422, "report.since_after_on")]
    [InlineData("nothing?format=csv", 404, "report.kind_unknown")]
    [InlineData("bands?knownat=1&sinse=2018-01-01", 422, "parameter.unknown")]
    public async Task What_cannot_be_made_is_a_problem(string path, int status, string code)
    {
        var answer = await host.Client.AskAsync($"/api/units/lang-son/reports/{path}&on=2018-12-31");
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal([code], answer.Codes);
    }

    [Fact]
    public async Task A_file_is_checked()
    {
        var file = await host.Client.GetByteArrayAsync(new Uri($"{Bands}&format=xlsx&minSequence=50", UriKind.Relative));
        var check = await CheckAsync(file, WorkbookWriter.MediaType);
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal(("identical", "bands", 50), (check.Json["verdict"]!.GetValue<string>(), check.Json["report"]!.GetValue<string>(), check.Json["knownAt"]!["sequence"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_is_no_report_or_sent_as_something_else_is_a_problem()
    {
        Assert.Equal(["report.not_ours"], (await CheckAsync(Encoding.UTF8.GetBytes("a,b"), "text/csv")).Codes);
        Assert.Equal(["report.file_unreadable"], (await CheckAsync([0xFF, 0xFE], "application/octet-stream")).Codes);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await CheckAsync([], "text/plain")).Status);
    }

    private async Task<HttpAnswer> CheckAsync(byte[] file, string mediaType)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        var response = await host.Client.PostAsync(new Uri("/api/reports/verify", UriKind.Relative), content);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    private static string Header(HttpAnswer answer, string name) => answer.Response.Headers.GetValues(name).Single();
}
