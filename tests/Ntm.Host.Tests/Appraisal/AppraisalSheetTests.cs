using System.Net;
using System.Text.RegularExpressions;
using Ntm.Host.Tests.Reports;
using Ntm.Testing;

namespace Ntm.Host.Tests.Appraisal;

/// <summary>The sheet over HTTP, as a page, typed and as a file.</summary>
public sealed partial class AppraisalSheetTests(SheetHost host) : IClassFixture<SheetHost>
{
    private const string Address = "/api" + SheetHost.Sheet;

    [Fact]
    public async Task What_was_answered_stays_byte_for_byte_whatever_is_recorded_or_handed_in_later()
    {
        var before = await host.Client.AskAsync(Address);
        Assert.Equal((HttpStatusCode.OK, "51"), (before.Status, before.Response.Headers.GetValues("Ntm-Sequence").Single()));
        Assert.Equal(SheetHost.Hash, before.Json["criteria"]![4]!["periods"]!.AsArray()[^1]!["finding"]!["evidence"]![0]!["sha256"]!.GetValue<string>());

        await HandInAsync();
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(ReportSamples.Finding("lost", "van-quan.van-an", 5, "2018-11-30"))).Status);
        var after = await host.Client.AskAsync(Address + "&set=ntm-2016-2020&assessedBy=district,province,inspection,audit&boundary=2018-12-31");
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(HttpStatusCode.NotModified, (await host.Client.AskAsync(Address, ("If-None-Match", before.Response.Headers.ETag!.Tag))).Status);
        Assert.Equal("lost", (await host.Client.AskAsync("/api/units/van-quan.van-an/appraisal-sheet?on=2018-12-31")).Json["criteria"]![4]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_page_is_as_looked_at()
    {
        var page = await host.Client.AskAsync(SheetHost.Sheet);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var paper = Paper().Match(Stamps().Replace(page.Text, "{recorded time}")).Value;
        // Whether the file was handed in depends on when it is asked; ids nobody gave are other every time.
        paper = Entry().Replace(Handed().Replace(paper, "{handed in or not}"), "#entry-{id}");
        Snapshot.Verify(RecordDays().Replace(OwnHash().Replace(paper, "sha256={hash}"), "${1}{recorded day}") + "\n", "html");
    }

    [Fact]
    public async Task The_page_says_whether_a_file_is_there_and_leads_from_every_row_to_its_entry()
    {
        var page = await host.Client.AskAsync(SheetHost.Sheet);
        Assert.Contains("bien-ban-5.txt", page.Text, StringComparison.Ordinal);
        Assert.Contains("#entry-00000000-0000-4000-8000-00000000ad01\"", page.Text, StringComparison.Ordinal);
        var unit = await host.Client.AskAsync("/units/van-quan.van-an?on=2018-12-31&knownAt=51");
        Assert.Contains("id=\"entry-00000000-0000-4000-8000-00000000ad01\"", unit.Text, StringComparison.Ordinal);
        Assert.Contains("/units/van-quan.van-an/appraisal-sheet?on=2018-12-31&amp;knownAt=51", unit.Text, StringComparison.Ordinal);

        await HandInAsync();
        Assert.Contains($"<a href=\"/api/evidence/{SheetHost.Hash}\">đã nộp</a>", (await host.Client.AskAsync(SheetHost.Sheet)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/units/khong-co/appraisal-sheet?on=2018-12-31", 404, "unit.unknown")]
    [InlineData("/units/van-quan.van-an/appraisal-sheet?on=2018-02-30", 422, "day.invalid")]
    [InlineData("/units/van-quan.van-an/appraisal-sheet?on=2018-12-31&knownAt=100000", 422, "known_at.unknown_sequence")]
    public async Task What_cannot_be_made_is_told_on_the_page_and_refused_with_the_same_code(string address, int status, string code)
    {
        var page = await host.Client.AskAsync(address);
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"knownAt\"", page.Text, StringComparison.Ordinal);
        var answer = await host.Client.AskAsync("/api" + address);
        Assert.Equal((status, code), ((int)answer.Status, answer.Codes.Single()));
    }

    [Fact]
    public async Task Of_a_commune_without_any_finding_the_sheet_says_that_nothing_is_recorded()
    {
        var page = await host.Client.AskAsync("/units/van-quan.van-mong/appraisal-sheet?on=2018-12-31");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("sổ chưa có kết quả nào của đơn vị này", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sổ không có gì để ghi vào đây.", page.Text, StringComparison.Ordinal);
        Assert.Contains("19 chưa đánh giá", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_it_is_what_the_API_answers()
    {
        string[] asked = ["appraisal-sheet", "van-quan.van-an", "--on", "2018-12-31", "--known-at", "51"];
        Assert.Equal((await host.Client.AskAsync(Address)).Text + "\n", (await host.RunAsync([.. asked, "--format", "json"])).Output);
        var table = await host.RunAsync(asked);
        Assert.Equal(0, table.Exit);
        Assert.StartsWith("PHIẾU THẨM ĐỊNH", table.Output, StringComparison.Ordinal);
        Assert.Contains("31/BC-ĐTĐ", table.Output, StringComparison.Ordinal);
        Assert.StartsWith("unit.unknown:", (await host.RunAsync("appraisal-sheet", "khong-co", "--on", "2018-12-31")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_it_is_verified_and_a_late_finding_supersedes_it()
    {
        var file = Path.Combine(host.Folder, "phieu.docx");
        Assert.Equal(0, (await host.RunAsync("appraisal-sheet", "van-quan.dong-giap", "--on", "2018-12-31", "--format", "docx", "--output", file)).Exit);
        Assert.StartsWith("identical: ", (await host.RunAsync("report", "verify", file)).Output, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(ReportSamples.Finding("attained", "van-quan.dong-giap", 5, "2018-12-15"))).Status);
        var run = await host.RunAsync("report", "verify", file);
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("superseded: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("criteria, 5, status: 'Mất' → 'Đạt'", run.Output, StringComparison.Ordinal);
    }

    private async Task HandInAsync()
    {
        using var content = new ByteArrayContent(SheetHost.Minutes);
        var response = await host.Client.PostAsync(new Uri("/api/evidence?name=bien-ban-5.txt", UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode);
    }

    [GeneratedRegex("<article.*</article>", RegexOptions.Singleline)]
    private static partial Regex Paper();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex Stamps();

    [GeneratedRegex(@"<b>chưa nộp tệp</b>|<a href=""/api/evidence/[0-9a-f]{64}"">đã nộp</a>")]
    private static partial Regex Handed();

    [GeneratedRegex("#entry-[0-9a-f-]{36}")]
    private static partial Regex Entry();

    [GeneratedRegex("sha256=[0-9a-f]{64}")]
    private static partial Regex OwnHash();

    [GeneratedRegex(@"(data-label=""(?:Ghi sổ|Rút lại ngày|Trễ \(ngày\))"">)[^<]+")]
    private static partial Regex RecordDays();
}
