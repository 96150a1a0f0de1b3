using Microsoft.Playwright;
using Ntm.Testing;

namespace Ntm.Browser.Tests;

/// <summary>A minutes sheet entered in a browser: by keyboard, refused beside its cell, recorded once.</summary>
public sealed class MinutesTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string Sheet = "/minutes?unit=van-quan&on=2018-12-31&set=ntm-2016-2020&assessedBy=district";

    private readonly DemoHost _host = new(cluster);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_sheet_is_filled_in_by_keyboard_tried_and_recorded_once()
    {
        var before = await _host.Client.CountAsync();
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Desktop);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Sheet, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await FillHeadAsync(page);
        await page.Locator(".sheet-grid select").First.FocusAsync();
        await page.Keyboard.TypeAsync("A");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("X");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("N");
        var rows = page.Locator(".sheet-grid tbody tr");
        Assert.Equal(["attained", "unmet"], [await ValueAsync(rows.Nth(0), 0), await ValueAsync(rows.Nth(0), 1)]);
        Assert.Equal("not_applicable", await ValueAsync(rows.Nth(1), 1));

        await page.ClickAsync("button[value=try]");
        await Assertions.Expect(page.Locator(".outcome h2")).ToHaveTextAsync("Sẽ ghi 3 kết quả; chưa ghi gì");
        Assert.Equal(before, await _host.Client.CountAsync());
        await page.ClickAsync("button[value=record]");
        await Assertions.Expect(page.Locator(".outcome p").First).ToHaveTextAsync("3 mục ghi mới, 0 đã có từ trước.");
        await page.ClickAsync("button[value=record]");
        await Assertions.Expect(page.Locator(".outcome p").First).ToHaveTextAsync("0 mục ghi mới, 3 đã có từ trước.");
        Assert.Equal(before + 3, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task A_refused_cell_says_why_and_nothing_is_recorded()
    {
        var before = await _host.Client.CountAsync();
        await using var context = await chromium.OpenAsync(_host.Client.BaseAddress!, Screen.Phone, runsScripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Sheet.Replace("2018-12-31", "2099-12-31", StringComparison.Ordinal));
        await FillHeadAsync(page);
        var cell = page.Locator(".sheet-grid select").First;
        await cell.SelectOptionAsync("attained");
        await page.ClickAsync("button[value=record]");
        await Assertions.Expect(page.Locator(".refused code").First).ToHaveTextAsync("finding.effective_in_future");
        Assert.Equal("true", await page.Locator(".sheet-grid select").First.GetAttributeAsync("aria-invalid"));
        Assert.Equal("attained", await page.Locator(".sheet-grid select").First.InputValueAsync());
        Assert.Equal(before, await _host.Client.CountAsync());
    }

    private static Task<string> ValueAsync(ILocator row, int cell) => row.Locator("select").Nth(cell).InputValueAsync();

    private static async Task FillHeadAsync(IPage page)
    {
        await page.FillAsync("[name='Form.BasisNumber']", "12/BB-HĐND");
        await page.FillAsync("[name='Form.BasisDate']", "2018-12-31");
        await page.FillAsync("[name='Form.BasisIssuer']", "UBND huyện Văn Quan");
    }
}
