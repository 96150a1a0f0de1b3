using System.Net;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Host.Accounts;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Signing in on the page, as a browser does it.</summary>
public sealed partial class SignInTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Password = "đồng lúa chín vàng";

    private readonly RunningHost _host = new(cluster);
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
        await _host.ActAsAsync("can-bo", new Office(Role.CoordinationOffice, UnitId.Parse("h1")));
        await _host.Session.AccountStore.SetPasswordAsync("operator", "can-bo", SignIn.Hash("can-bo", Password), CancellationToken.None);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        _browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = _host.Client.BaseAddress };
        _browser.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task A_page_leads_to_signing_in_and_back_again()
    {
        var asked = await _browser.AskAsync("/plans?x=1");
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Equal("/sign-in?next=%2Fplans%3Fx%3D1", asked.Response.Headers.Location!.ToString());

        var signedIn = await SignInAsync("can-bo", Password, "/sign-in?next=%2Fplans%3Fx%3D1");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("/plans?x=1", new Uri(_browser.BaseAddress!, signedIn.Headers.Location!).PathAndQuery);
        Assert.Contains("can-bo", (await _browser.AskAsync("/plans?x=1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string next)
    {
        var signedIn = await SignInAsync("can-bo", Password, $"/sign-in?next={Uri.EscapeDataString(next)}");
        Assert.Equal(new Uri(_browser.BaseAddress!, "/"), new Uri(_browser.BaseAddress!, signedIn.Headers.Location!));
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_alone_and_for_no_script()
    {
        var cookie = (await SignInAsync("Can-Bo", Password.Normalize(System.Text.NormalizationForm.FormD))).Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("ntm-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Wrong_names_and_passwords_get_one_answer_and_five_lock_the_account()
    {
        var unknown = await TextAsync(await SignInAsync("khong-co", Password));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var refused = await SignInAsync("can-bo", "sai mật khẩu");
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.Equal(Alert().Match(unknown).Value, Alert().Match(await TextAsync(refused)).Value);
            await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        }

        Assert.Equal(HttpStatusCode.OK, (await SignInAsync("can-bo", Password)).StatusCode);
        await _host.Session.AccountStore.OpenAsync("operator", "can-bo", CancellationToken.None);
        var acts = await _host.Session.AccountStore.ActsAsync("can-bo", 100, CancellationToken.None);
        Assert.Equal(5, acts.Count(act => act.What == "sign_in_refused"));
    }

    [Fact]
    public async Task Another_sites_page_records_nothing_in_an_officers_name()
    {
        await SignInAsync("can-bo", Password);
        const string line = """{"type":"debt_declared","unit":"h1.x1","effectiveOn":"2018-01-01","amount":5}""";
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("Origin", "null") })
        {
            var refused = await _browser.TellAsync(System.Text.Encoding.UTF8.GetBytes(line), HttpQuestions.Ndjson, (name, value));
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Equal(["access.cross_site"], refused.Codes);
        }

        Assert.Equal(HttpStatusCode.Created, (await _browser.TellAsync(System.Text.Encoding.UTF8.GetBytes(line), HttpQuestions.Ndjson, ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Name", "can-bo"), new("Form.Password", Password)]);
        using var answer = await _browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await SignInAsync("can-bo", Password);
        Assert.Equal(HttpStatusCode.OK, (await _browser.AskAsync("/account")).Status);
        using var answer = await _browser.PostAsync(new Uri("/sign-out", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.AskAsync("/account")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_sessions_elsewhere()
    {
        await SignInAsync("can-bo", Password);
        await _host.Session.AccountStore.SetPasswordAsync("operator", "can-bo", SignIn.Hash("can-bo", "mật khẩu mới"), CancellationToken.None);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.AskAsync("/account")).Status);
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so_on_a_page()
    {
        await _host.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
        await _host.Session.AccountStore.SetPasswordAsync("operator", "quan-tri", SignIn.Hash("quan-tri", Password), CancellationToken.None);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        await SignInAsync("quan-tri", Password);
        using var answer = await _browser.PostAsync(new Uri("/tables", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Không được phép", await TextAsync(answer), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SignInAsync(string name, string password, string address = "/sign-in")
    {
        var page = await _browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"), new("__RequestVerificationToken", FormToken().Match(page).Groups[1].Value),
            new("Form.Name", name), new("Form.Password", password),
        ]);
        return await _browser.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("<section class=\"refused\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Alert();
}
