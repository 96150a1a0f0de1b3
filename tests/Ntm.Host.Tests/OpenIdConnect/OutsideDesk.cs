using System.Net;
using Ntm.Domain.Access;
using Ntm.Host.Accounts;
using Ntm.Host.OpenIdConnect;
using Ntm.Host.Tests.Access;
using Ntm.Testing;

namespace Ntm.Host.Tests.OpenIdConnect;

/// <summary>A host, its provider, one account linked with somebody there, and that person's browser.</summary>
internal sealed class OutsideDesk : IAsyncDisposable
{
    private OutsideDesk(TestCluster cluster, OutsideProvider provider, string? secret)
    {
        Provider = provider;
        Host = new RunningHost(cluster) { Time = Clock, Outside = new ProviderSettings(provider.Address, OutsideProvider.Client, secret, "Cổng tỉnh") };
    }

    internal ShiftedClock Clock { get; } = new();

    internal OutsideProvider Provider { get; }

    internal RunningHost Host { get; }

    internal HttpClient Browser { get; private set; } = null!;

    internal static async Task<OutsideDesk> OpenAsync(TestCluster cluster, string? secret = null)
    {
        var desk = new OutsideDesk(cluster, await OutsideProvider.StartAsync(), secret);
        await desk.Host.InitializeAsync();
        await desk.Host.Client.TellAsync(Places.Lines);
        await desk.Host.ActAsAsync("can-bo", new Office(Role.CoordinationOffice, null));
        await desk.LinkAsync("can-bo", desk.Provider.Subject);
        desk.Browser = desk.NewBrowser();
        return desk;
    }

    internal HttpClient NewBrowser()
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Host.Client.BaseAddress };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }

    internal async Task LinkAsync(string account, string subject)
    {
        await Host.Session.AccountStore.LinkAsync("operator", account, new OutsideIdentity(Provider.Address, subject), CancellationToken.None);
        await Host.Session.Accounts.RefreshAsync(CancellationToken.None);
    }

    /// <returns>The address the provider sends the browser back to.</returns>
    internal async Task<Uri> GoThereAsync(string next = "/plans")
    {
        var setOut = await FollowAsync(Browser, new Uri($"/sign-in/outside?next={Uri.EscapeDataString(next)}", UriKind.Relative));
        using var elsewhere = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        return await FollowAsync(elsewhere, setOut);
    }

    /// <returns>Where the host leads from there.</returns>
    internal async Task<Uri> ComeBackAsync(Uri address) => new(Browser.BaseAddress!, await FollowAsync(Browser, address));

    internal async Task<Uri> SignInAsync(string next = "/plans") => await ComeBackAsync(await GoThereAsync(next));

    /// <returns>What the sign-in page says to somebody who was not signed in.</returns>
    internal async Task<string> RefusedAsync(Uri? address = null)
    {
        var led = address is null ? await SignInAsync() : await ComeBackAsync(address);
        Assert.Equal("/sign-in", led.AbsolutePath);
        var page = await Browser.AskAsync(led.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("class=\"refused\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Browser.AskAsync("/account")).Status);
        return page.Text;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static async Task<Uri> FollowAsync(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return answer.Headers.Location!;
    }
}
