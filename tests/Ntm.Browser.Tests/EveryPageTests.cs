using Microsoft.AspNetCore.Components.Endpoints;
using Ntm.Domain.Access;
using Ntm.Testing;

namespace Ntm.Browser.Tests;

/// <summary>What holds of every page, in both languages, on a desk and on a phone, by day and by night.</summary>
public sealed class EveryPageTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
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

    [Fact]
    public void Every_page_of_the_product_is_among_those_looked_at()
    {
        var pages = _demo.Routes.Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(pages, ShownPages.OfDemo.Concat(ShownPages.OfAccounts).Select(page => page.Pattern).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Each language and each screen once; every combination with ./ntm test --full. That both themes have contrast, the style sheet's own test holds.</summary>
    public static TheoryData<string, string, bool> Views => Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1"
        ? new() { { "vi", "desktop", false }, { "vi", "phone", false }, { "en", "desktop", false }, { "en", "phone", false }, { "vi", "desktop", true } }
        : new() { { "vi", "desktop", false }, { "en", "phone", false } };

    [Theory, MemberData(nameof(Views))]
    public async Task No_page_breaks_a_rule_of_accessibility_or_its_own_policy_or_is_wider_than_the_screen(string language, string screen, bool isDark)
    {
        var size = screen == Screen.Phone.Name ? Screen.Phone : Screen.Desktop;
        var view = $"{language}-{screen}{(isDark ? "-dark" : "")}";
        var wrong = new List<string>();
        await using var open = await chromium.OpenAsync(_demo.Client.BaseAddress!, size, language, isDark: isDark);
        foreach (var (_, address) in ShownPages.OfDemo)
            wrong.AddRange(await LookedAt.WrongAsync(open, address, language, view));

        await _accounts.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
        await using var signedIn = await chromium.OpenAsync(_accounts.Client.BaseAddress!, size, language, isDark: isDark);
        await signedIn.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {await _accounts.TokenAsync("quan-tri", TimeSpan.FromHours(1))}")]);
        foreach (var (_, address) in ShownPages.OfAccounts)
            wrong.AddRange(await LookedAt.WrongAsync(signedIn, address, language, view));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }
}
