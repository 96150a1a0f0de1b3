using System.Net;
using Ntm.Host.Serving;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

public sealed class ServingTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task The_API_is_described_as_agreed()
    {
        var document = await host.Client.AskAsync("/openapi/v1.json");
        Assert.StartsWith("{\n  \"openapi\": \"3.1", document.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Snapshot.Verify(document.Text, "json");
    }

    [Fact]
    public async Task The_program_tells_that_it_lives_that_it_is_ready_and_how_far_it_is()
    {
        Assert.Equal("ok\n", (await host.Client.AskAsync("/healthz")).Text);
        Assert.Equal("ready at 0\n", (await host.Client.AskAsync("/readyz")).Text);
        Assert.Contains("ntm_index_behind 0", (await host.Client.AskAsync("/metrics")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so()
    {
        var answer = await host.Client.AskAsync("/api/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(["address.unknown"], answer.Codes);
    }

    [Fact]
    public async Task A_method_an_address_does_not_take_is_told_with_those_it_takes()
    {
        using var response = await host.Client.DeleteAsync(new Uri("/api/entries", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        Assert.Contains("address.method", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8018", true)]
    [InlineData("http://localhost:8018", true)]
    [InlineData("http://[::1]:8018", true)]
    [InlineData("http://0.0.0.0:8018", false)]
    [InlineData("http://192.168.1.5:8018", false)]
    [InlineData("http://*:8018", false)]
    [InlineData("http://example.org", false)]
    public void Only_this_machine_counts_as_loopback(string url, bool loopback) => Assert.Equal(loopback, NtmHost.IsLoopback(url));
}
