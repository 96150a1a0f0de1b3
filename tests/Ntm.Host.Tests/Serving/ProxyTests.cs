using System.Net;
using Ntm.Host.Database;
using Ntm.Host.Serving;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

/// <summary>Who says from where a request comes: 127.0.0.1 is the proxy that was configured, 127.0.0.2 is anybody.</summary>
public sealed class ProxyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // Open to everybody, also where there are accounts, and counted.
    private const string Question = "/style.css";

    // Twelve a minute: three at once, and no more for a while.
    private static readonly ServingSettings BehindOne = new()
    {
        Hosts = ["ntm.example.vn"], Proxies = [IPNetwork.Parse("127.0.0.1/32")], AddressRequestsPerMinute = 12,
    };

    [Fact]
    public async Task The_address_a_configured_proxy_names_is_the_one_counted()
    {
        await using var host = await OpenAsync(BehindOne);
        using var proxy = CallFrom.Address("127.0.0.1", host.Client.BaseAddress!);

        for (var request = 0; request < 3; request++)
            Assert.Equal(HttpStatusCode.OK, (await proxy.AskAsync(Question, ("X-Forwarded-For", "203.0.113.5"))).Status);
        var refused = await proxy.AskAsync(Question, ("X-Forwarded-For", "203.0.113.5"), ("Accept-Language", "en"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(["requests.too_many"], refused.Codes);
        Assert.True(refused.Response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await proxy.AskAsync(Question, ("X-Forwarded-For", "203.0.113.6"))).Status);
    }

    [Fact]
    public async Task What_a_caller_wrote_before_the_proxy_wrote_the_address_counts_for_nothing()
    {
        await using var host = await OpenAsync(BehindOne);
        using var proxy = CallFrom.Address("127.0.0.1", host.Client.BaseAddress!);

        for (var request = 0; request < 3; request++)
            Assert.Equal(HttpStatusCode.OK, (await proxy.AskAsync(Question, ("X-Forwarded-For", $"198.51.100.{request}, 203.0.113.5"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await proxy.AskAsync(Question, ("X-Forwarded-For", "198.51.100.9, 203.0.113.5"))).Status);
    }

    [Fact]
    public async Task Addresses_of_one_network_of_version_6_are_one_caller()
    {
        await using var host = await OpenAsync(BehindOne);
        using var proxy = CallFrom.Address("127.0.0.1", host.Client.BaseAddress!);

        for (var request = 0; request < 3; request++)
            Assert.Equal(HttpStatusCode.OK, (await proxy.AskAsync(Question, ("X-Forwarded-For", $"2001:db8:1:2::{request}"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await proxy.AskAsync(Question, ("X-Forwarded-For", "2001:db8:1:2::9"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await proxy.AskAsync(Question, ("X-Forwarded-For", "2001:db8:1:3::9"))).Status);
    }

    [Theory]
    [InlineData(true, "127.0.0.2")]
    [InlineData(false, "127.0.0.1")]
    public async Task A_forged_header_changes_neither_the_address_nor_the_scheme_nor_the_name(bool anyProxy, string from)
    {
        await using var host = await OpenAsync(anyProxy ? BehindOne : BehindOne with { Proxies = [] });
        using var caller = CallFrom.Address(from, host.Client.BaseAddress!);

        for (var request = 0; request < 8; request++)
        {
            var answer = await caller.AskAsync(Question,
                ("X-Forwarded-For", "203.0.113.5"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "elsewhere.example"), ("Forwarded", "for=203.0.113.5;proto=https"));
            // Counted as 203.0.113.5 it would have had enough; under the forged name it would be no host of ours.
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.False(answer.Response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task The_switch_of_the_framework_that_believes_everybody_is_out_of_use()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");
        try
        {
            await using var host = await OpenAsync(ServingSettings.Default);
            Assert.False((await host.Client.AskAsync(Question, ("X-Forwarded-Proto", "https"))).Response.Headers.Contains("Strict-Transport-Security"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_FORWARDEDHEADERS_ENABLED", null);
        }
    }

    [Fact]
    public async Task A_host_that_others_reach_through_a_proxy_is_not_open_though_nobody_has_an_account()
    {
        await using var host = await OpenAsync(BehindOne with { AddressRequestsPerMinute = 0 });
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.AskAsync("/api/reports")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.AskAsync("/api/reports", ("X-Forwarded-For", "203.0.113.5"))).Status);
    }

    [Fact]
    public async Task Who_came_by_TLS_comes_by_TLS_from_then_on()
    {
        await using var host = await OpenAsync(BehindOne);
        var answer = await host.Client.AskAsync(Question, ("X-Forwarded-For", "203.0.113.5"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(["max-age=31536000"], answer.Response.Headers.GetValues("Strict-Transport-Security"));
        Assert.False((await host.Client.AskAsync(Question)).Response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("ntm.example.vn", HttpStatusCode.OK)]
    [InlineData("NTM.example.vn:443", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("ntm.example.vn.elsewhere.example", HttpStatusCode.BadRequest)]
    public async Task A_host_answers_to_its_names_only(string name, HttpStatusCode status)
    {
        await using var host = await OpenAsync(BehindOne);
        var forwarded = await host.Client.AskAsync(Question, ("X-Forwarded-For", "203.0.113.5"), ("X-Forwarded-Host", name));
        var named = await host.Client.AskAsync(Question, ("Host", name));

        Assert.Equal((status, status), (forwarded.Status, named.Status));
        if (status == HttpStatusCode.BadRequest)
            Assert.Equal(["host.unknown", "host.unknown"], forwarded.Codes.Concat(named.Codes));
    }

    // Found by the requests of Ntm.Fuzz.Tests: pages put their own address together, and failed over these.
    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:99999999\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\n\r\n")]
    public async Task A_page_asked_for_without_a_host_there_can_be_is_refused(string request)
    {
        await using var host = await OpenAsync(ServingSettings.Default);
        using var line = await RawLine.OpenAsync(host.Client.BaseAddress!);
        await line.SayAsync(request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));

        Assert.StartsWith("HTTP/1.1 400 Bad Request", await line.HearAsync(), StringComparison.Ordinal);
    }

    private Task<ServedSession> OpenAsync(ServingSettings settings) =>
        ServedSession.OpenAsync(new DatabaseChoice.Named(database.ConnectionString), settings);
}
