using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Ntm.Testing;

namespace Ntm.Browser.Tests;

/// <summary>The page of a commune in a browser: lanes, replay of one criterion, cards on a phone, and the box that finds units.</summary>
public sealed class CommunePageTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string VanAn = "/units/van-quan.van-an?on=2018-12-31&set=ntm-2016-2020";

    private readonly DemoHost _host = new(cluster);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_criterion_is_walked_from_change_to_change_and_held_against_the_day_before()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop, runsScripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(VanAn);
        var lane = page.Locator("#criterion-1");
        var earlier = lane.Locator(".changes a", new() { HasText = "◀" });
        var day = (await earlier.InnerTextAsync()).Trim()[^10..];
        await earlier.ClickAsync();
        Assert.Equal(day, DateOnly.ParseExact(await page.InputValueAsync("[name=on]"), "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        await page.Locator("#criterion-1 .changes a", new() { HasText = "trước / sau" }).ClickAsync();
        await Assertions.Expect(page.Locator("#difference")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section:has(#difference) th a", new() { HasTextRegex = new Regex("^1$") })).ToBeVisibleAsync();
        await page.Locator("section:has(#difference) td a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#so-[0-9]+$"));
    }

    [Fact]
    public async Task On_a_phone_every_entry_is_a_card_inside_the_screen()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Phone);
        var page = await context.NewPageAsync();
        await page.GotoAsync(VanAn);
        var row = (await page.Locator(".entries tbody tr").First.BoundingBoxAsync())!;
        Assert.InRange(row.X + row.Width, 200, Screen.Phone.Width);
        Assert.Equal("block", await page.Locator(".entries tbody tr").First.EvaluateAsync<string>("row => getComputedStyle(row).display"));
    }

    [Fact]
    public async Task The_box_at_the_head_finds_a_commune_without_tone_marks_by_keyboard()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop, "en");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("header input[name=q]").FocusAsync();
        await page.Keyboard.TypeAsync("xa van an");
        await page.Keyboard.PressAsync("Enter");
        var found = page.Locator(".found a").First;
        await Assertions.Expect(found).ToHaveTextAsync("Xã Văn An");
        await found.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Xã Văn An");
    }
}
