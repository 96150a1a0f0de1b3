using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ntm.Browser.Tests;

/// <summary>What must hold of a page whatever it shows: its answer, its console, its policy, its width and every rule of axe.</summary>
internal static class LookedAt
{
    private const string Wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /// <summary>Where pictures of every page are put, to be looked at; none are made where nothing is named.</summary>
    private static string? Pictures => Environment.GetEnvironmentVariable("NTM_PICTURES");

    /// <param name="view">Names the pictures.</param>
    internal static async Task<IReadOnlyList<string>> WrongAsync(IBrowserContext context, string address, string language, string view)
    {
        var wrong = new List<string>();
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                wrong.Add(message.Text);
        };
        page.PageError += (_, fault) => wrong.Add(fault);
        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        if (answer!.Status != 200)
            wrong.Add($"answered with {answer.Status}");
        if (await page.EvaluateAsync<string>("document.documentElement.lang") is var said && said != language)
            wrong.Add($"is in {said}");
        if (await page.EvaluateAsync<int>(Wider) is > 0 and var over)
            wrong.Add($"{over} pixels wider than the screen");
        if (Pictures is { } folder)
            await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, $"{view}{address.Split('?')[0].Replace('/', '_')}.png") });
        var axe = await page.RunAxe();
        wrong.AddRange(axe.Violations.Select(rule => $"{rule.Id}: {rule.Help}: {string.Join(" | ", rule.Nodes.Take(3).Select(node => node.Html))}"));
        await page.CloseAsync();
        return [.. wrong.Select(what => $"{address}: {what}")];
    }
}
