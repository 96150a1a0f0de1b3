using System.Net;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Host.Accounts;
using Ntm.Host.Tests.Access;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>Keeping accounts on pages, as a browser without scripts does it.</summary>
public sealed partial class AccountPagesTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Password = "đồng lúa chín vàng";

    private readonly RunningHost _host = new(cluster);
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
        await _host.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
        await _host.ActAsAsync("quan-tri-h1", new Office(Role.Administrator, UnitId.Parse("h1")));
        await _host.ActAsAsync("xa-1", new Office(Role.CommuneOfficer, UnitId.Parse("h1.x1"), [], "UBND xã Một"));
        await _host.ActAsAsync("xa-2", new Office(Role.CommuneOfficer, UnitId.Parse("h2.x2")));
        _browser = await SignedInAsync("quan-tri-h1");
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task The_list_holds_the_accounts_of_the_area_and_the_footer_leads_there()
    {
        var page = (await _browser.AskAsync("/accounts")).Text;
        Assert.Contains("href=\"/accounts/xa-1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("xa-2", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/accounts\">Tài khoản</a>", (await _browser.AskAsync("/plans")).Text, StringComparison.Ordinal);
        using var officer = await SignedInAsync("xa-1");
        Assert.DoesNotContain("\"/accounts\"", (await officer.AskAsync("/plans")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.AskAsync("/accounts")).Status);
    }

    [Fact]
    public async Task An_account_is_added_and_signs_in_with_its_first_password()
    {
        var added = await SendAsync("/accounts", "add", ("Name", "tdc-01"), ("Role", "criterion_office"), ("Area", "h1"), ("Criteria", "6, 17"), ("FullName", "Người Mới"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        Assert.EndsWith("/accounts/tdc-01", added.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = (await _browser.AskAsync("/accounts/tdc-01")).Text;
        Assert.Contains("Người Mới", page, StringComparison.Ordinal);
        Assert.Contains("(tiêu chí 6, 17)", page, StringComparison.Ordinal);
        using var own = await SignedInAsync("tdc-01", isSet: true);
        Assert.Equal(HttpStatusCode.OK, (await own.AskAsync("/account")).Status);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_written_stays_in_the_form()
    {
        var refused = await SendAsync("/accounts", "add", ("Name", "tdc-01"), ("Role", "auditor"), ("Area", "h2"), ("Office", "Thanh tra"));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("access.area", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Thanh tra\"", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_kept_on_its_page()
    {
        var office = _host.Session.Accounts.Roll.Find("xa-1")!.Offices[0].Id;
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("/accounts/xa-1", "office", ("Role", "auditor"), ("Area", "h1.x1"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("/accounts/xa-1", $"end-{office:N}", ("To", "2021-01-01"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("/accounts/xa-1", "person", ("FullName", "Người Cần Quên"), ("Contact", "máy 17"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("/accounts/xa-1", "password", ("Password", Password))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("/accounts/xa-1", "state")).Status);

        var page = (await _browser.AskAsync("/accounts/xa-1")).Text;
        foreach (var told in new[] { "Người Cần Quên", "đến trước 01/01/2021", "Kiểm toán, thanh tra", "đã đóng", "đặt mật khẩu", "quan-tri-h1" })
            Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("/accounts/xa-1", "erase")).Status);
        Assert.DoesNotContain("Người Cần Quên", (await _browser.AskAsync("/accounts/xa-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_another_area_is_not_shown_and_an_unknown_one_is_not_there()
    {
        var other = await _browser.AskAsync("/accounts/xa-2");
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Contains("account.area", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=", other.Text[other.Text.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.AskAsync("/accounts/khong-co")).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "state")]);
        using var answer = await _browser.PostAsync(new Uri("/accounts/xa-1", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(_host.Session.Accounts.Roll.Find("xa-1")!.IsClosed);
    }

    [Fact]
    public async Task The_pages_are_as_looked_at()
    {
        await _host.Session.AccountStore.NamePersonAsync("operator", "xa-1", new Person("Họ Và Tên", "máy 17"), CancellationToken.None);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        Snapshot.Verify(Plain((await _browser.AskAsync("/accounts")).Text), "html", "list");
        Snapshot.Verify(Plain((await _browser.AskAsync("/accounts/xa-1")).Text), "html", "account");
    }

    private async Task<HttpClient> SignedInAsync(string name, bool isSet = false)
    {
        if (!isSet)
            await _host.Session.AccountStore.SetPasswordAsync("operator", name, SignIn.Hash(name, Password), CancellationToken.None);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = _host.Client.BaseAddress };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(browser, "/sign-in", "sign-in", ("Name", name), ("Password", Password))).Status);
        return browser;
    }

    private Task<HttpAnswer> SendAsync(string address, string form, params (string Name, string Value)[] fields) => SendAsync(_browser, address, form, fields);

    private static async Task<HttpAnswer> SendAsync(HttpClient browser, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var body = new FormUrlEncodedContent(
        [
            new("_handler", form), new("__RequestVerificationToken", FormToken().Match(page).Groups[1].Value),
            .. fields.Select(field => new KeyValuePair<string, string>($"Form.{field.Name}", field.Value)),
        ]);
        var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return new HttpAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer);
    }

    // Tokens, ids of offices, times and today's day are new each time.
    private static string Plain(string page) => Changing().Replace(page, "…");

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("(?<=__RequestVerificationToken\" value=\")[^\"]*|(?<=end-)[0-9a-f]{32}|[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9:]{8}|(?<=type=\"date\" name=\"Form.To\" value=\")[0-9-]{10}")]
    private static partial Regex Changing();
}
