using System.Net;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Host.Accounts;
using Ntm.Host.Database;
using Ntm.Host.Serving;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>A session over TLS that ends at the proxy: the cookie of TLS is the one that counts.</summary>
public sealed partial class SessionBehindProxyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Password = "đồng lúa chín vàng";

    [Fact]
    public async Task The_session_begun_over_TLS_serves_and_one_planted_without_it_does_not()
    {
        await using var host = await ServedSession.OpenAsync(
            new DatabaseChoice.Named(database.ConnectionString), new ServingSettings { Hosts = ["ntm.example.vn"], Proxies = [IPNetwork.Parse("127.0.0.1/32")] });
        await host.Session.AccountStore.AddAsync(
            "operator", "can-bo", SignIn.Hash("can-bo", Password), new HeldOffice(Guid.NewGuid(), new Office(Role.Auditor, null), new DateOnly(2020, 1, 1), null), CancellationToken.None);
        await host.Session.Accounts.RefreshAsync(CancellationToken.None);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Client.BaseAddress };
        foreach (var (name, value) in new[] { ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "ntm.example.vn"), ("X-Forwarded-For", "203.0.113.5"), ("Accept", "text/html") })
            browser.DefaultRequestHeaders.Add(name, value);

        var page = await browser.AskAsync("/sign-in");
        var forgery = CookiesOf(page.Response);
        using var form = new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("__RequestVerificationToken", FormToken().Match(page.Text).Groups[1].Value), new("Form.Name", "can-bo"), new("Form.Password", Password)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = form };
        request.Headers.Add("Cookie", forgery);
        using var signedIn = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        var cookie = CookiesOf(signedIn);

        Assert.StartsWith("__Host-ntm-session=", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync("/account", ("Cookie", cookie))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.AskAsync("/account", ("Cookie", cookie["__Host-".Length..]))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.AskAsync("/account", ("Cookie", $"__Host-ntm-session=x; {cookie["__Host-".Length..]}"))).Status);
    }

    private static string CookiesOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();
}
