using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ntm.Host.Database;
using Ntm.Host.Serving;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

/// <summary>What the requests of Ntm.Fuzz.Tests brought to light.</summary>
public sealed class BrokenRequestTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Head = "POST /api/entries HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n";

    [Theory]
    [InlineData("ffffffffffffffff\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("zz\r\n")]
    public async Task A_chunk_of_a_size_there_is_none_of_is_a_broken_request_and_no_fault(string chunk)
    {
        using var log = new KeptLog();
        await using var host = await OpenAsync(log);
        using var line = await RawLine.OpenAsync(host.Client.BaseAddress!);
        await line.SayAsync(Head + "Transfer-Encoding: chunked\r\n\r\n" + chunk);

        var answer = await line.HearAsync();
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("request.invalid", answer, StringComparison.Ordinal);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Who_hangs_up_in_the_middle_of_a_body_leaves_nothing_in_the_log()
    {
        using var log = new KeptLog();
        await using (var host = await OpenAsync(log))
        {
            using var line = await RawLine.OpenAsync(host.Client.BaseAddress!);
            await line.SayAsync(Head + "Content-Length: 500\r\n\r\n{");
            // So that its body is being read.
            Assert.Equal("ok\n", (await host.Client.AskAsync("/healthz")).Text);
            line.Reset();
        }

        Assert.Empty(log.Lines);
    }

    private Task<ServedSession> OpenAsync(KeptLog log) => ServedSession.OpenAsync(
        new DatabaseChoice.Named(database.ConnectionString), ServingSettings.Default, app => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log));
}
