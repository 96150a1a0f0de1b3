using System.Net;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>The overview as an office sees it: in Vietnamese, without script, with one field for each clock.</summary>
public sealed partial class OverviewPageTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Shown = "/?unit=van-quan&on=2018-12-31&knownAt=334&set=ntm-2016-2020";

    [Fact]
    public async Task The_page_is_as_looked_at()
    {
        var page = await host.Client.AskAsync(Shown);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Snapshot.Verify(RecordTime().Replace(page.Text, "ghi lúc {record time}"), "html");
    }

    [Fact]
    public async Task The_first_look_shows_the_district_on_the_last_day_something_was_found()
    {
        var page = await host.Client.AskAsync("/");
        Assert.Contains("Vân Mộng", page.Text, StringComparison.Ordinal);
        Assert.Contains("Huyện Văn Quan", page.Text, StringComparison.Ordinal);
        Assert.Contains("ngày mới nhất có kết quả", page.Text, StringComparison.Ordinal);
        Assert.Contains("[synthetic]", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_day_without_a_set_the_latest_is_offered_and_said_so()
    {
        var page = await host.Client.AskAsync("/?on=2026-03-01");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("đang dùng bộ mới nhất đã có văn bản", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Communes_stand_in_the_order_of_Vietnamese_names()
    {
        var page = await host.Client.AskAsync(Shown);
        var names = CommuneName().Matches(page.Text[..page.Text.IndexOf("<tfoot", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value.Trim()).ToList();
        Assert.Equal(23, names.Count);
        Assert.Equal(["Bình Phúc", "Chu Túc", "Đại An", "Đồng Giáp", "Hòa Bình"], names.Take(5));
        Assert.Equal(["Tràng Các", "Tràng Phái", "Tràng Sơn", "Trấn Ninh", "Tri Lễ", "Tú Xuyên", "Văn An", "Vân Mộng", "Việt Yên", "Vĩnh Lại", "Xuân Mai", "Yên Phúc"], names.TakeLast(12));
    }

    [Theory]
    [InlineData("/?on=2018-02-30", "phải là một ngày có thật")]
    [InlineData("/?on=2018-12-31&knownAt=mai", "phải là một số thứ tự")]
    [InlineData("/?on=2018-12-31&knownAt=99999999", "chưa có 99999999")]
    [InlineData("/?unit=nobody&on=2018-12-31", "sổ chưa biết đơn vị")]
    public async Task A_question_that_cannot_be_answered_keeps_its_form_and_says_why(string address, string sentence)
    {
        var page = await host.Client.AskAsync(address);
        Assert.True((int)page.Status is 404 or 422);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"knownAt\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_into_the_address_is_never_markup()
    {
        var page = await host.Client.AskAsync("/?on=2018-12-31&knownAt=%3Cscript%3Ealert(1)%3C/script%3E&unit=%22%3E%3Cb%3E");
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_allows_no_script_but_the_programs_own()
    {
        var page = await host.Client.AskAsync("/");
        Assert.DoesNotContain("<script", page.Text.Replace("<script type=\"module\" src=\"/scripts/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self';", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/css", (await host.Client.AskAsync("/style.css")).Response.Content.Headers.ContentType?.MediaType);
    }

    [GeneratedRegex(@"ghi lúc \d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex RecordTime();

    [GeneratedRegex("""<tr><th scope="row" class="commune"><a [^>]*>([^<]+)</a></th>""")]
    private static partial Regex CommuneName();
}
