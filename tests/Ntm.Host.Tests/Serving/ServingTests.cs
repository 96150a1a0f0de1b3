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
        Assert.Equal(
            "ready at 0\nindex at 0, behind 0\nfinding at 0, behind 0\nfinding_period at 0, behind 0\nunit_period at 0, behind 0\n",
            (await host.Client.AskAsync("/readyz")).Text);
        var metrics = (await host.Client.AskAsync("/metrics")).Text;
        Assert.Contains("ntm_index_behind 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("ntm_view_sequence{view=\"finding_period\"} 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("ntm_view_behind{view=\"unit_period\"} 0\n", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/")]
    [InlineData("/api/units?on=2020-01-01&knownAt=0")]
    [InlineData("/api/units/nobody/status?on=2020-01-01&knownAt=0")]
    [InlineData("/api/entries")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/nothing")]
    public async Task HEAD_is_GET_without_a_body(string path)
    {
        var answer = await host.Client.AskAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await host.Client.SendAsync(request);

        Assert.Equal(answer.Status, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(Headers(answer.Response), Headers(head));
    }

    [Fact]
    public async Task A_parameter_named_like_something_of_the_program_is_unknown_all_the_same()
    {
        foreach (var name in (string[])["context", "record", "live", "cancellation", "resolver"])
        {
            Assert.Equal(["parameter.unknown"], (await host.Client.AskAsync($"/api/entries?{name}=1")).Codes);
            Assert.Equal(["parameter.unknown"], (await host.Client.AskAsync($"/api/units?{name}=1")).Codes);
        }
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

    // Whether a body goes in pieces is the server's affair.
    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Order(StringComparer.Ordinal);
}
