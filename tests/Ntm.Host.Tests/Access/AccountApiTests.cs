using System.Net;
using System.Text.Json.Nodes;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Keeping accounts over HTTP: an administrator keeps those of his own area, and no others.</summary>
public sealed class AccountApiTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);
    private HttpClient _whole = null!;
    private HttpClient _district = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
        _whole = await _host.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
        _district = await _host.ActAsAsync("quan-tri-h1", new Office(Role.Administrator, UnitId.Parse("h1")));
        await _host.ActAsAsync("xa-1", new Office(Role.CommuneOfficer, UnitId.Parse("h1.x1")));
        await _host.ActAsAsync("xa-2", new Office(Role.CommuneOfficer, UnitId.Parse("h2.x2")));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_administrator_sees_the_accounts_of_his_area()
    {
        Assert.Equal(["quan-tri", "quan-tri-h1", "xa-1", "xa-2"], await NamesAsync(_whole));
        Assert.Equal(["quan-tri-h1", "xa-1"], await NamesAsync(_district));
        var answer = await _district.AskAsync("/api/accounts");
        Assert.Equal("no-store", answer.Response.Headers.CacheControl!.ToString());
        Assert.Equal("commune_officer", answer.Json[1]!["offices"]![0]!["role"]!.GetValue<string>());
        Assert.DoesNotContain("assword\":\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_whose_old_office_lay_elsewhere_is_not_of_the_area()
    {
        await _host.Session.AccountStore.GiveOfficeAsync(
            "operator", "xa-1", new(Guid.NewGuid(), new Office(Role.Auditor, UnitId.Parse("h2")), new(2020, 1, 1), new(2021, 1, 1)), CancellationToken.None);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        Assert.Equal(["quan-tri-h1"], await NamesAsync(_district));
    }

    [Fact]
    public async Task An_account_is_added_with_an_office_and_its_name_is_never_given_again()
    {
        var added = await PostAsync(_district, "/api/accounts", """
            {"name":"TDC-01","office":{"role":"criterion_office","area":"h1","criteria":[17,6],"name":"Phòng Nông nghiệp","from":"2024-01-01"},"person":"Người Mới","password":"đồng lúa chín vàng"}
            """);
        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal("tdc-01", added.Json["name"]!.GetValue<string>());
        Assert.True(added.Json["hasPassword"]!.GetValue<bool>());
        Assert.Equal("Người Mới", added.Json["person"]!["fullName"]!.GetValue<string>());
        Assert.Equal("[6,17]", added.Json["offices"]![0]!["criteria"]!.ToJsonString());

        Refused(await PostAsync(_district, "/api/accounts", """{"name":"tdc-01","office":{"role":"auditor","area":"h1"}}"""), 422, "account.exists");
        var acts = await _district.AskAsync("/api/accounts/tdc-01/acts");
        Assert.All(acts.Json.AsArray(), act => Assert.Equal("quan-tri-h1", act!["actor"]!.GetValue<string>()));
        Assert.DoesNotContain("Người Mới", acts.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"Nguyễn Văn A","office":{"role":"auditor","area":"h1"}}""", 422, "account.name")]
    [InlineData("""{"name":"a","office":{"role":"chu_tich","area":"h1"}}""", 422, "account.office")]
    [InlineData("""{"name":"a"}""", 422, "account.office")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"H 1"}}""", 422, "account.office")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"h1","criteria":[1]}}""", 422, "account.office")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"h1","from":"2024-02-30"}}""", 422, "account.office")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"h1","from":"2024-02-01","to":"2024-02-01"}}""", 422, "account.office")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"h1"},"password":"ngắn"}""", 422, "account.password")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"h2"}}""", 403, "access.area")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"tinh"}}""", 403, "access.area")]
    [InlineData("""{"name":"a","office":{"role":"auditor","area":"khong-co"}}""", 403, "access.area")]
    [InlineData("""{"name":"a","office":{"role":"administrator"}}""", 403, "access.area")]
    [InlineData("""{"name":"a","offices":[]}""", 400, "request.invalid")]
    public async Task What_cannot_be_added_is_refused_and_nothing_is_there(string body, int status, string code)
    {
        Refused(await PostAsync(_district, "/api/accounts", body), status, code);
        Assert.Equal(4, _host.Session.Accounts.Roll.All.Count);
    }

    [Fact]
    public async Task Nothing_is_done_to_an_account_outside_the_area()
    {
        var office = _host.Session.Accounts.Roll.Find("xa-2")!.Offices[0].Id;
        foreach (var (address, body) in new[]
        {
            ("offices", """{"role":"auditor","area":"h1"}"""), ($"offices/{office}/end", "{}"), ("password", """{"password":"đồng lúa chín vàng"}"""),
            ("close", "{}"), ("open", "{}"), ("person", """{"fullName":"Ai Đó"}"""),
        })
        {
            Refused(await PostAsync(_district, $"/api/accounts/xa-2/{address}", body), 403, "account.area");
            Refused(await PostAsync(_district, $"/api/accounts/khong-co/{address}", body), 404, "account.unknown");
        }

        Refused(await _district.AskAsync("/api/accounts/xa-2/acts"), 403, "account.area");
        Assert.Equal(["office_given", "added"], (await _host.Session.AccountStore.ActsAsync("xa-2", 10, CancellationToken.None)).Select(act => act.What));
    }

    [Fact]
    public async Task Inside_the_area_offices_are_given_and_ended_accounts_closed_and_opened_and_persons_forgotten()
    {
        var given = await PostAsync(_district, "/api/accounts/xa-1/offices", """{"role":"coordination_office","area":"h1"}""");
        Assert.Equal(HttpStatusCode.Created, given.Status);
        var office = given.Json["offices"]!.AsArray().Single(held => held!["role"]!.GetValue<string>() == "coordination_office")!["id"]!.GetValue<string>();
        var ended = await PostAsync(_district, $"/api/accounts/xa-1/offices/{office}/end", """{"to":"2099-01-01"}""");
        Assert.Contains("\"to\":\"2099-01-01\"", ended.Text, StringComparison.Ordinal);
        Refused(await PostAsync(_district, $"/api/accounts/xa-1/offices/{Guid.NewGuid()}/end", "{}"), 422, "account.office_unknown");

        Assert.True((await PostAsync(_district, "/api/accounts/xa-1/close", "{}")).Json["closed"]!.GetValue<bool>());
        Refused(await PostAsync(_district, "/api/accounts/xa-1/close", "{}"), 422, "account.closed");
        Assert.False((await PostAsync(_district, "/api/accounts/xa-1/open", "{}")).Json["closed"]!.GetValue<bool>());
        Refused(await PostAsync(_district, "/api/accounts/xa-1/open", "{}"), 422, "account.open");

        Assert.Contains("Người Cần Quên", (await PostAsync(_district, "/api/accounts/xa-1/person", """{"fullName":"Người Cần Quên"}""")).Text, StringComparison.Ordinal);
        using var erased = await _district.DeleteAsync(new Uri("/api/accounts/xa-1/person", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Null(JsonNode.Parse(await erased.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["person"]);
        using var again = await _district.DeleteAsync(new Uri("/api/accounts/xa-1/person", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task The_first_account_is_not_made_over_HTTP()
    {
        await using var open = new RunningHost(cluster);
        await open.InitializeAsync();
        Refused(await PostAsync(open.Client, "/api/accounts", """{"name":"a","office":{"role":"administrator"}}"""), 403, "account.first");
        Assert.Empty((await open.Client.AskAsync("/api/accounts")).Json.AsArray());
    }

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient client) =>
        (await client.AskAsync("/api/accounts")).Json.AsArray().Select(account => account!["name"]!.GetValue<string>());

    private static async Task<HttpAnswer> PostAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new HttpAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer);
    }

    private static void Refused(HttpAnswer answer, int status, string code)
    {
        Assert.True((int)answer.Status == status, answer.Text);
        Assert.Equal([code], answer.Codes);
    }
}
