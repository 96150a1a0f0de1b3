using Microsoft.Playwright;
using Ntm.Domain.Access;
using Ntm.Testing;

namespace Ntm.Browser.Tests;

/// <summary>Every page speaks the language its reader chose, throughout, and says in its title what it is about.</summary>
public sealed class SpokenLanguageTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private readonly DemoHost _demo = new(cluster);
    private readonly RunningHost _accounts = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _demo.InitializeAsync();
        await _accounts.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _demo.DisposeAsync();
        await _accounts.DisposeAsync();
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Every_page_speaks_one_language(string language)
    {
        var wrong = new List<string>();
        await using var open = await chromium.OpenAsync(_demo.Client.BaseAddress!, Screen.Desktop, language, runsScripts: false);
        foreach (var (_, address) in ShownPages.OfDemo)
            wrong.AddRange(await WrongAsync(open, address, language));

        await _accounts.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
        await using var signedIn = await chromium.OpenAsync(_accounts.Client.BaseAddress!, Screen.Desktop, language, runsScripts: false);
        await signedIn.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {await _accounts.TokenAsync("quan-tri", TimeSpan.FromHours(1))}")]);
        foreach (var (_, address) in ShownPages.OfAccounts)
            wrong.AddRange(await WrongAsync(signedIn, address, language));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("en", "<p>Chưa trả lời được</p>", "Chưa trả lời được")]
    [InlineData("en", "<p>Titles of <span lang=vi>Văn An</span> under 18/2022/QĐ-TTg</p>", null)]
    [InlineData("en", "<button aria-label='Đóng'>x</button>", "Đóng")]
    [InlineData("en", "<button aria-label='Titles of \u2068Văn An\u2069'>x</button>", null)]
    [InlineData("en", "<p>Titles of \u2068Văn An\u2069</p>", "Titles of \u2068Văn An\u2069")]
    [InlineData("vi", "<p>Danh hiệu của Văn An: the title is kept</p>", "Danh hiệu của Văn An: the title is kept")]
    [InlineData("vi", "<p>Danh hiệu của Văn An <code>./ntm import the file</code></p>", null)]
    public async Task A_sentence_left_in_the_other_language_is_found(string language, string body, string? found)
    {
        await using var context = await chromium.OpenAsync(_demo.Client.BaseAddress!, Screen.Desktop);
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<html lang={language}><body>{body}</body></html>");
        Assert.Equal(found is null ? [] : [found], await SpokenLanguage.ForeignAsync(page, language));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task No_two_pages_have_the_same_title(string language)
    {
        await using var context = await chromium.OpenAsync(_demo.Client.BaseAddress!, Screen.Desktop, language, runsScripts: false);
        var titles = new Dictionary<string, string>();
        var page = await context.NewPageAsync();
        foreach (var (_, address) in ShownPages.OfDemo)
        {
            await page.GotoAsync(address);
            var title = await page.TitleAsync();
            Assert.EndsWith(" · Ntm", title, StringComparison.Ordinal);
            Assert.True(titles.TryAdd(title, address), $"{address} and {titles[title]} are both called {title}");
        }
    }

    private static async Task<IEnumerable<string>> WrongAsync(IBrowserContext context, string address, string language)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var foreign = await SpokenLanguage.ForeignAsync(page, language);
        await page.CloseAsync();
        return foreign.Select(said => $"{address}: {said}");
    }
}
