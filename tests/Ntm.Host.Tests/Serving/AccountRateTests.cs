using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Host.Accounts;
using Ntm.Host.Database;
using Ntm.Host.Serving;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

/// <summary>What accounts are counted by, on this machine too.</summary>
public sealed class AccountRateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_account_has_so_many_requests_and_another_has_its_own()
    {
        await using var host = await ServedSession.OpenAsync(
            new DatabaseChoice.Named(database.ConnectionString), new ServingSettings { AccountRequestsPerMinute = 12 });
        using var one = await ActAsAsync(host, "rate.one");
        using var other = await ActAsAsync(host, "rate.other");

        for (var request = 0; request < 3; request++)
            Assert.Equal(HttpStatusCode.OK, (await one.AskAsync("/api/reports")).Status);
        var refused = await one.AskAsync("/api/reports");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(["requests.too_many"], refused.Codes);
        Assert.Equal(HttpStatusCode.OK, (await other.AskAsync("/api/reports")).Status);
    }

    [Fact]
    public async Task Who_tries_one_account_again_and_again_is_told_to_wait()
    {
        await using var host = await ServedSession.OpenAsync(new DatabaseChoice.Named(database.ConnectionString));
        var page = await host.Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            using var form = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")), new("_handler", Hidden(page, "_handler")),
                new("Form.Name", "nobody.at-all"), new("Form.Password", "not the password"),
            ]);
            using var response = await host.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
            answers.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        Assert.All(answers.Take(10), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(answers.Skip(10), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
    }

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"(?<value>[^\"]*)\"").Groups["value"].Value;

    private static async Task<HttpClient> ActAsAsync(ServedSession host, string name)
    {
        var held = new HeldOffice(Guid.NewGuid(), new Office(Role.Administrator, null), new DateOnly(2020, 1, 1), null);
        Assert.True(await host.Session.AccountStore.AddAsync("operator", name, null, held, CancellationToken.None));
        await host.Session.Accounts.RefreshAsync(CancellationToken.None);
        var account = host.Session.Accounts.Roll.Find(name)!;
        var token = await new Tokens(host.Session.SigningKeys, TimeProvider.System).GiveAsync(account, account.Offices[0], null, TimeSpan.FromHours(1), CancellationToken.None);
        var client = new HttpClient { BaseAddress = host.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return client;
    }
}
