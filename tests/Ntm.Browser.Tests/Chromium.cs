using Microsoft.Playwright;

namespace Ntm.Browser.Tests;

/// <summary>A real Chromium for the whole suite. Where there is none the tests say that they were left out; in CI they fail.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
            return;
        _playwright = await Playwright.CreateAsync();
        // Fonts and smoothing that depend on the machine do not matter: nothing is compared picture by picture.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
    }

    /// <summary>A person with a browser of his own: no cookie but the language chosen, one size of screen.</summary>
    public async Task<IBrowserContext> OpenAsync(Uri host, Screen screen, string language = "vi", bool runsScripts = true, bool isDark = false)
    {
        if (_browser is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null or "", "There is no Chromium here: apt-get install chromium, or name one in NTM_CHROMIUM.");
            Assert.Fail("CI must have a Chromium.");
        }

        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = host.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = runsScripts,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            // As an office's browser is set up: it writes days the way they are read here.
            Locale = "vi-VN",
        });
        if (language != "vi")
            await context.AddCookiesAsync([new() { Name = "ntm-language", Value = language, Url = host.ToString() }]);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("NTM_CHROMIUM") is { Length: > 0 } named)
            return named;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}

/// <summary>What a page is looked at on.</summary>
public sealed record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Desktop = new("desktop", 1280, 900);
    public static readonly Screen Phone = new("phone", 390, 844);

    public override string ToString() => Name;
}
