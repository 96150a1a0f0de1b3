using System.Net;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>The page of one commune: what was recorded, from when to when what stood, and what differs between two points.</summary>
public sealed class UnitPageTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string VanMong = "/units/van-quan.van-mong?on=2018-12-31&set=ntm-2016-2020";

    [Fact]
    public async Task It_shows_periods_and_history_with_addresses_that_stay()
    {
        var page = await host.Client.AskAsync($"{VanMong}&knownAt=664");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<h1>Xã Vân Mộng</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"bar ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Thành lập xã Vân Mộng", page.Text, StringComparison.Ordinal);
        Assert.Contains("[synthetic]", page.Text, StringComparison.Ordinal);
        Assert.Contains("/api/units/van-quan.van-mong/history?knownAt=664", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Khác biệt giữa hai thời điểm", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_point_shows_what_differs_and_why()
    {
        var page = await host.Client.AskAsync($"{VanMong}&knownAt=664&againstOn=2018-03-01");

        Assert.Contains("Khác biệt giữa hai thời điểm", page.Text, StringComparison.Ordinal);
        Assert.Contains("chỉ tính ở một", page.Text, StringComparison.Ordinal);
        Assert.Contains("againstOn=2018-03-01&amp;againstKnownAt=664", page.Text, StringComparison.Ordinal);
        Assert.Contains("Không tiêu chí nào khác nhau", (await host.Client.AskAsync($"{VanMong}&knownAt=664&againstKnownAt=663")).Text, StringComparison.Ordinal);
    }

    // Found by the requests of Ntm.Fuzz.Tests: there is no day before the first and none after the last.
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task The_first_and_the_last_day_of_the_calendar_are_days(string on) => Assert.Equal(
        HttpStatusCode.OK, (await host.Client.AskAsync($"/units/van-quan.van-mong?on={on}&set=ntm-2016-2020&againstOn={on}")).Status);

    [Fact]
    public async Task A_unit_without_findings_says_so()
    {
        var page = await host.Client.AskAsync($"{VanMong}&knownAt=26");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Chưa có kết quả nào", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_day_it_shows_the_last_on_which_something_was_found() => Assert.Contains(
        "ngày mới nhất có kết quả", (await host.Client.AskAsync("/units/van-quan.van-mong")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/units/nobody?on=2018-12-31", 404, "sổ chưa biết đơn vị")]
    [InlineData("/units/nobody", 404, "sổ chưa biết đơn vị")]
    [InlineData(VanMong + "&knownAt=mai", 422, "phải là một số thứ tự")]
    [InlineData(VanMong + "&againstOn=2018-02-30", 422, "phải là một ngày có thật")]
    [InlineData(VanMong + "&againstKnownAt=1", 404, "sổ chưa biết đơn vị")]
    public async Task A_question_that_cannot_be_answered_keeps_its_form_and_says_why(string address, int status, string sentence)
    {
        var page = await host.Client.AskAsync(address);

        Assert.Equal(status, (int)page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"againstKnownAt\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_leads_to_it() => Assert.Contains(
        "<a href=\"/units/van-quan.van-mong?on=2018-12-31&amp;knownAt=300&amp;set=ntm-2016-2020\">Vân Mộng</a>",
        (await host.Client.AskAsync("/?unit=van-quan&on=2018-12-31&knownAt=300&set=ntm-2016-2020")).Text, StringComparison.Ordinal);
}
