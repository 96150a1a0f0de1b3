using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Ntm.Host.OpenIdConnect;
using Ntm.Testing;

namespace Ntm.Host.Tests.OpenIdConnect;

/// <summary>Signing in through a provider, as a browser does it.</summary>
public sealed class OutsideSignInTests(TestCluster cluster) : IAsyncLifetime
{
    private OutsideDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await OutsideDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Whoever_is_linked_is_signed_in_and_led_where_he_wanted_to_go()
    {
        Assert.Contains("Đăng nhập bằng Cổng tỉnh", (await _desk.Browser.AskAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal("/plans?x=1", (await _desk.SignInAsync("/plans?x=1")).PathAndQuery);
        Assert.Contains("can-bo", (await _desk.Browser.AskAsync("/account")).Text, StringComparison.Ordinal);
        var acts = await _desk.Host.Session.AccountStore.ActsAsync("can-bo", 10, CancellationToken.None);
        Assert.Contains(acts, act => act.What == "signed_in" && act.Detail!.Contains("oidc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_request_carries_state_nonce_and_a_challenge_that_tells_nothing_of_the_verifier()
    {
        using var answer = await _desk.Browser.GetAsync(new Uri("/sign-in/outside", UriKind.Relative), TestContext.Current.CancellationToken);
        var asked = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("openid", asked["scope"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(43, asked["code_challenge"].ToString().Length);
        Assert.Equal(new Uri(_desk.Browser.BaseAddress!, "/sign-in/outside/return").ToString(), asked["redirect_uri"]);
        Assert.Equal(3, new[] { asked["state"], asked["nonce"], asked["code_challenge"] }.Distinct().Count());

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("ntm-outside=", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=600", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(asked["nonce"].ToString(), cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Nobody_is_led_to_another_site(string next) =>
        Assert.Equal(new Uri(_desk.Browser.BaseAddress!, "/"), await _desk.SignInAsync(next));

    [Fact]
    public async Task Nobody_is_made_an_account_by_signing_in()
    {
        _desk.Provider.Subject = "nguoi-khac";
        var told = await _desk.RefusedAsync();
        Assert.Contains("chưa tài khoản nào", told, StringComparison.Ordinal);
        Assert.Contains($"issuer: {_desk.Provider.Address}", told, StringComparison.Ordinal);
        Assert.Contains("subject: nguoi-khac", told, StringComparison.Ordinal);
        Assert.Single(_desk.Host.Session.Accounts.Roll.All);
    }

    [Fact]
    public async Task A_closed_account_and_one_without_an_office_are_told_so()
    {
        var (store, none) = (_desk.Host.Session.AccountStore, CancellationToken.None);
        var office = _desk.Host.Session.Accounts.Roll.Find("can-bo")!.Offices[0];
        await store.EndOfficeAsync("operator", "can-bo", office.Id, new DateOnly(2021, 1, 1), new DateOnly(2026, 11, 20), none);
        await _desk.Host.Session.Accounts.RefreshAsync(none);
        Assert.Contains("không giữ chức trách nào", await _desk.RefusedAsync(), StringComparison.Ordinal);

        await store.CloseAsync("operator", "can-bo", new DateOnly(2026, 1, 1), none);
        await _desk.Host.Session.Accounts.RefreshAsync(none);
        Assert.Contains("đã đóng", await _desk.RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_ends_the_session_begun_under_the_old_one()
    {
        await _desk.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await _desk.Browser.AskAsync("/account")).Status);
        await _desk.LinkAsync("can-bo", "nguoi-khac");
        Assert.Equal(HttpStatusCode.Redirect, (await _desk.Browser.AskAsync("/account")).Status);
    }

    [Fact]
    public async Task A_host_with_a_secret_shows_it_to_the_provider_and_to_nobody_else()
    {
        await using var desk = await OutsideDesk.OpenAsync(cluster, OutsideProvider.Secret);
        desk.Provider.AsksForTheSecret = true;
        Assert.Equal("/plans", (await desk.SignInAsync()).AbsolutePath);
    }

    [Fact]
    public async Task Where_no_provider_is_stated_nothing_of_it_is_shown()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        Assert.DoesNotContain("/sign-in/outside", (await host.Client.AskAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Contains("không đặt nhà cung cấp", (await host.Client.AskAsync("/sign-in/outside")).Text, StringComparison.Ordinal);
        Assert.Contains("không đặt nhà cung cấp", (await host.Client.AskAsync("/sign-in/outside/return?code=1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://provider.example", "a", "NTM_OIDC_AUTHORITY")]
    [InlineData("provider.example", "a", "NTM_OIDC_AUTHORITY")]
    [InlineData("https://provider.example?x=1", "a", "NTM_OIDC_AUTHORITY")]
    [InlineData("https://provider.example", null, "NTM_OIDC_CLIENT_ID")]
    public void What_nobody_could_sign_in_through_is_refused_at_the_start(string authority, string? client, string named)
    {
        var fault = Assert.Throws<ProviderSettingsException>(() => ProviderSettings.FromEnvironment(
            name => name switch { "NTM_OIDC_AUTHORITY" => authority, "NTM_OIDC_CLIENT_ID" => client, _ => null }));
        Assert.StartsWith(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_authority_there_is_no_provider_and_without_a_name_it_is_called_by_its_host()
    {
        Assert.Null(ProviderSettings.FromEnvironment(_ => null));
        Assert.Equal("provider.example", ProviderSettings.FromEnvironment(
            name => name switch { "NTM_OIDC_AUTHORITY" => "https://provider.example/x", "NTM_OIDC_CLIENT_ID" => "a", _ => " " })!.Name);
    }
}
