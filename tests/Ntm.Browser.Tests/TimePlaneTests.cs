using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Ntm.Testing;

namespace Ntm.Browser.Tests;

/// <summary>The time plane: the cross-hair by hand and by keyboard, what stood there follows, and the link opens exactly this.</summary>
public sealed class TimePlaneTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string Plane = "/units/van-quan.van-an/plane?on=2018-12-31";

    private readonly DemoHost _host = new(cluster);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Dragging_the_cross_hair_moves_the_day_and_what_stood_follows()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop);
        var page = await OpenAsync(context);
        var before = await page.InputValueAsync("[name=on]");
        var field = (await page.Locator(".plane-field").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(field.X + (field.Width * 0.8f), field.Y + (field.Height * 0.4f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(field.X + (field.Width * 0.3f), field.Y + (field.Height * 0.5f), new() { Steps = 10 });
        await page.Mouse.UpAsync();
        var day = await page.InputValueAsync("[name=on]");
        Assert.True(string.CompareOrdinal(day, before) < 0, $"{day} is not before {before}");
        var shown = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        await Assertions.Expect(page.Locator("#follow .asked b").First).ToHaveTextAsync(shown);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"on={day}&knownAt=[0-9]+"));

        var again = await context.NewPageAsync();
        await again.GotoAsync(page.Url);
        Assert.Equal(day, await again.InputValueAsync("[name=on]"));
        Assert.Equal(await page.InputValueAsync("[name=knownAt]"), await again.InputValueAsync("[name=knownAt]"));
    }

    [Fact]
    public async Task The_keyboard_moves_it_a_day_or_an_entry_at_a_time()
    {
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop);
        var page = await OpenAsync(context);
        await page.Locator(".plane-sliders input").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("#follow .asked b").First).ToHaveTextAsync("30/12/2018");
        var known = await page.InputValueAsync("[name=knownAt]");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("#follow .asked b").Nth(1)).Not.ToHaveTextAsync(known);
    }

    [Fact]
    public async Task Replay_goes_by_entry_on_the_record_clock_with_and_without_scripts()
    {
        foreach (var scripts in new[] { true, false })
        {
            await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Phone, runsScripts: scripts);
            var page = await context.NewPageAsync();
            await page.GotoAsync(Plane, new() { WaitUntil = WaitUntilState.NetworkIdle });
            var last = await StepAsync(page, "prev");
            await StepAsync(page, "prev");
            Assert.Equal(last, await StepAsync(page, "next"));
        }
    }

    private static async Task<string> StepAsync(IPage page, string way)
    {
        var link = page.Locator($"#follow a[rel={way}][data-clock=entry]");
        var entry = await link.Locator("b").InnerTextAsync();
        await link.ClickAsync();
        await Assertions.Expect(page.Locator("#follow .asked b").Nth(1)).ToHaveTextAsync(entry);
        return entry;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(Plane);
        await page.WaitForSelectorAsync(".plane-field.moves");
        return page;
    }
}
