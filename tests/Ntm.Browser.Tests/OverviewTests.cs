using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Ntm.Testing;

namespace Ntm.Browser.Tests;

/// <summary>The overview by hand and by keyboard, without a script: from a figure to what stands behind it.</summary>
public sealed class OverviewTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string District = "/?unit=van-quan&on=2018-12-15&set=ntm-2016-2020";

    private readonly DemoHost _host = new(cluster);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_first_stop_leads_past_the_head_and_one_leads_past_the_matrix()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop, runsScripts: false);
        var page = await OpenAsync(context, District);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#content", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Locator(".skip.inside").FocusAsync();
        await Assertions.Expect(page.Locator(".skip.inside")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#after-matrix$"));
    }

    [Fact]
    public async Task A_cell_opens_the_story_of_its_criterion_in_its_commune()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Phone, runsScripts: false);
        var page = await OpenAsync(context, District);
        var cell = page.Locator(".matrix tbody tr", new() { HasText = "Văn An" }).Locator("td.cell a").Nth(4);
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/units/van-quan\\.van-an\\?on=2018-12-15&knownAt=[0-9]+&set=ntm-2016-2020#criterion-5$"));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Văn An");
    }

    [Fact]
    public async Task What_a_plan_still_asks_is_outlined_and_what_is_overdue_has_its_sign()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop);
        var page = await OpenAsync(context, District);
        var asked = page.Locator(".matrix td.target").First;
        Assert.Equal("solid", await asked.EvaluateAsync<string>("cell => getComputedStyle(cell).outlineStyle"));
        var overdue = page.Locator(".matrix td.target", new() { HasText = "!" }).First;
        Assert.Contains("đã quá hạn", await overdue.Locator("a").GetAttributeAsync("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_is_rolled_up_and_a_district_opens_with_a_link_that_stays()
    {
        await using var wide = new RunningHost(cluster);
        await wide.InitializeAsync();
        await wide.Client.TellAsync(WideProvince.Lines());
        await using var context = await chromium.OpenAsync(wide.Client.BaseAddress!, Screen.Desktop, runsScripts: false);
        var page = await OpenAsync(context, $"/?unit={WideProvince.Province}&on=2018-12-31");
        await Assertions.Expect(page.Locator(".matrix")).ToHaveCountAsync(0);
        await page.Locator(".parts tbody tr", new() { HasText = "Phía Tây" }).Locator(".opens a").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("open=rong\\.tay#rows$"));
        await Assertions.Expect(page.Locator("#rows")).ToHaveTextAsync("Huyện Phía Tây");
        await Assertions.Expect(page.Locator(".matrix")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_subjects_lead_to_their_pages_and_the_current_one_is_marked()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Phone, runsScripts: false);
        var page = await OpenAsync(context, "/");
        var addresses = await page.Locator(".subjects a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(["/", "/plans", "/titles/watch", "/inspections", "/reports", "/tables", "/evidence"], addresses);
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            Assert.Equal(address, await page.Locator(".subjects [aria-current=page]").GetAttributeAsync("href"));
        }
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
