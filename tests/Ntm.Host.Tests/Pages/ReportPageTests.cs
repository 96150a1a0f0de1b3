using System.Net;
using System.Text.RegularExpressions;
using Ntm.Host.Reports;
using Ntm.Host.Tests.Reports;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>The page of reports as an office sees it, prints it, and hands a file in to be checked.</summary>
public sealed partial class ReportPageTests(ReportHost host) : IClassFixture<ReportHost>
{
    private const string Bands = "/reports?report=bands&unit=lang-son&on=2018-12-31&knownAt=50";

    [Fact]
    public async Task The_page_is_as_looked_at()
    {
        var page = await host.Client.AskAsync(Bands);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Snapshot.Verify(Paper().Match(Hash().Replace(Stamps().Replace(page.Text, "{recorded time}"), "{hash}")).Value + "\n", "html");
    }

    [Fact]
    public async Task Every_report_stands_on_the_page_with_its_files()
    {
        foreach (var kind in ReportSamples.Kinds)
        {
            var page = await host.Client.AskAsync($"/reports?report={kind.Data}&unit=van-quan&on=2018-12-31");
            Assert.Contains("<article class=\"paper", page.Text, StringComparison.Ordinal);
            Assert.All(ReportForms.All, form => Assert.Contains($"format={form}\"", page.Text, StringComparison.Ordinal));
            Assert.Contains("report=" + kind.Data, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_anything_is_asked_the_form_stands_alone_with_a_day_that_has_a_set()
    {
        var page = await host.Client.AskAsync("/reports");
        Assert.Contains("name=\"report\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Lạng Sơn", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<article", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports?report=bands&unit=nowhere&on=2018-12-31", 404, "unit.unknown")]
    [InlineData("/reports?report=nothing&unit=lang-son&on=2018-12-31", 404, "report.kind_unknown")]
    [InlineData("/reports?report=bands&unit=lang-son&on=2018-02-30", 422, "day.invalid")]
    public async Task What_cannot_be_made_is_told_and_the_form_stays(string address, int status, string code)
    {
        var page = await host.Client.AskAsync(address);
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"knownAt\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_into_the_address_is_never_markup()
    {
        var page = await host.Client.AskAsync("/reports?report=%3Cscript%3E&unit=%22%3E%3Cb%3E&on=2018-12-31&knownAt=%3Cscript%3E");
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_handed_in_is_checked()
    {
        var file = await File.ReadAllBytesAsync(await host.WriteAsync("criteria", "docx"));
        Assert.Contains("Báo cáo đúng như sổ", (await HandInAsync(file)).Text, StringComparison.Ordinal);
        Assert.Contains("report.file_unreadable", (await HandInAsync([0xFF, 0xFE])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("check"), "_handler" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.PostAsync(new Uri("/reports", UriKind.Relative), form)).StatusCode);
    }

    private async Task<HttpAnswer> HandInAsync(byte[] file)
    {
        var page = await host.Client.GetStringAsync(new Uri("/reports", UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Hidden(page, "__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Hidden(page, "_handler")), "_handler" },
            { new ByteArrayContent(file), "Form.File", "bao-cao.docx" },
        };
        var response = await host.Client.PostAsync(new Uri("/reports", UriKind.Relative), form);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    private static string Hidden(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<article.*</article>", RegexOptions.Singleline)]
    private static partial Regex Paper();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex Stamps();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
