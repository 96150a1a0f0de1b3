using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Domain.Access;
using Ntm.Host.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Somebody is always administrator of the whole record, whatever administrators do to each other.</summary>
public sealed class LastAdministratorTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);
    private HttpClient _whole = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _whole = await _host.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_last_administrator_of_the_whole_record_stays()
    {
        var office = _host.Session.Accounts.Roll.Find("quan-tri")!.Offices[0].Id;
        Refused(await PostAsync(_whole, $"/api/accounts/quan-tri/offices/{office}/end", "{}"), 422, "account.last_administrator");
        Refused(await PostAsync(_whole, $"/api/accounts/quan-tri/offices/{office}/end", """{"to":"2099-01-01"}"""), 422, "account.last_administrator");
        Refused(await PostAsync(_whole, "/api/accounts/quan-tri/close", "{}"), 422, "account.last_administrator");
        Assert.Equal(HttpStatusCode.OK, (await _whole.AskAsync("/api/accounts")).Status);

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(_whole, "/api/accounts", """{"name":"quan-tri-2","office":{"role":"administrator"}}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_whole, "/api/accounts/quan-tri-2/close", "{}")).Status);
        Refused(await PostAsync(_whole, "/api/accounts/quan-tri/close", "{}"), 422, "account.last_administrator");
        await PostAsync(_whole, "/api/accounts/quan-tri-2/open", "{}");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_whole, $"/api/accounts/quan-tri-2/offices/{_host.Session.Accounts.Roll.Find("quan-tri-2")!.Offices[0].Id}/end", """{"to":"2099-01-01"}""")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await PostAsync(_whole, $"/api/accounts/quan-tri/offices/{office}/end", """{"to":"2099-01-01"}""")).Status);
    }

    [Fact]
    public async Task Two_administrators_who_end_each_other_at_once_leave_one()
    {
        var second = await _host.ActAsAsync("quan-tri-2", new Office(Role.Administrator, null));
        var answers = await Task.WhenAll(PostAsync(_whole, "/api/accounts/quan-tri-2/close", "{}"), PostAsync(second, "/api/accounts/quan-tri/close", "{}"));
        Assert.Contains(answers, answer => answer.Status != HttpStatusCode.OK);
        await _host.Session.Accounts.RefreshAsync(CancellationToken.None);
        Assert.Contains(_host.Session.Accounts.Roll.All, account => !account.IsClosed && account.Name is ("quan-tri" or "quan-tri-2"));
    }

    [Fact]
    public async Task Nor_at_the_keyboard()
    {
        foreach (var arguments in new string[][] { ["user", "close", "quan-tri"], ["user", "end-office", "quan-tri", "--role", "administrator"] })
        {
            var (exit, error) = await TypeAsync(arguments);
            Assert.Equal(ExitCodes.Refused, exit);
            Assert.Contains("account.last_administrator", error, StringComparison.Ordinal);
        }
    }

    private async Task<(int Exit, string Error)> TypeAsync(string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var context = new CommandContext(
            output, error, name => name == "NTM_DATABASE" ? _host.ConnectionString : null, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false);
        return (await NtmProgram.RunAsync(arguments, context, TestContext.Current.CancellationToken), error.ToString());
    }

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
