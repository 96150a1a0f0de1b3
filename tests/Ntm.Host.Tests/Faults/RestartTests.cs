using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Ntm.Host.Database;
using Ntm.Host.Tests.PrivateClusters;
using Ntm.Host.Tests.Recording;
using Ntm.Testing;

namespace Ntm.Host.Tests.Faults;

/// <summary>PostgreSQL goes and comes back, or has no connection to give: the host goes on by itself.</summary>
public sealed class RestartTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public enum End
    {
        Fast,
        Immediate,
        Killed,
    }

    [Theory]
    [InlineData(End.Fast)]
    [InlineData(End.Immediate)]
    [InlineData(End.Killed)]
    public async Task After_a_restart_the_first_request_of_each_kind_is_answered(End end)
    {
        await using var home = new TestHome();
        await using var host = await ServedSession.OpenAsync(new DatabaseChoice.Private(home.Options));
        // Connections lie in both pools.
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.Client.AskAsync("/api/units")));
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(Lines.Established("truoc"))).Status);

        await EndAsync(host, end);
        await BackAsync(host);

        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(Lines.Established("sau"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/api/units")).Status);
        Assert.StartsWith("ready at 2\n", (await host.Client.AskAsync("/readyz")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await host.Client.IdsInOrderAsync()).Count);
        await AssertFollowsAsync(host);
    }

    [Theory]
    [InlineData(End.Fast)]
    [InlineData(End.Immediate)]
    [InlineData(End.Killed)]
    public async Task A_restart_under_load_loses_nothing_and_writes_nothing_twice(End end)
    {
        await using var home = new TestHome();
        await using var host = await ServedSession.OpenAsync(new DatabaseChoice.Private(home.Options));
        var acknowledged = new ConcurrentBag<Guid>();
        using var enough = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 8).Select(caller => CallAsync(host.Client, $"tai-{caller}", acknowledged, enough.Token)).ToList();
        while (acknowledged.Count < 200)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);

        await EndAsync(host, end);
        await BackAsync(host);
        var then = acknowledged.Count;
        using var patience = new CancellationTokenSource(Soon);
        while (acknowledged.Count < then + 200)
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        await enough.CancelAsync();
        await Task.WhenAll(callers);

        Assert.Equal(acknowledged.Order(), (await host.Client.IdsInOrderAsync()).Order());
    }

    [Fact]
    public async Task A_server_without_a_connection_left_is_told_and_recording_and_following_go_on()
    {
        await using var home = new TestHome();
        await using var host = await ServedSession.OpenAsync(new DatabaseChoice.Private(home.Options));
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(Lines.Established("truoc"))).Status);
        await using var other = await RecordSession.OpenAsync(
            new DatabaseChoice.Private(home.Options), NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
        (await other.RecordAsync(Lines.Established("ban"))).Only();
        var taken = await TakeAllAsync(host.Session.Cluster!.ConnectionString);

        var refused = await host.Client.AskAsync("/api/units");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store.no_connection"), (refused.Status, refused.Codes.Single()));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Response.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(Lines.Established("giua"))).Status);
        var recorded = (await other.RecordAsync(Lines.Established("ban-nua"))).Only().Entry.Sequence;
        using (var patience = new CancellationTokenSource(Soon))
            while (host.Session.Live.Index.Position < recorded)
                await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);

        foreach (var connection in taken)
            await connection.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/api/units")).Status);
        Assert.Equal(4, (await host.Client.IdsInOrderAsync()).Count);
    }

    private static async Task EndAsync(ServedSession host, End end)
    {
        var cluster = host.Session.Cluster!;
        if (end == End.Killed)
            ClusterQuestions.Kill(await cluster.PostmasterAsync());
        else
            await cluster.StopServerBehindItsBackAsync(immediately: end == End.Immediate);
    }

    // As somebody else sees it: the host has not been asked since.
    private static async Task BackAsync(ServedSession host)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (true)
        {
            try
            {
                Assert.Equal(1, await host.Session.Cluster!.AskAsync<int>("select 1"));
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
        }
    }

    private static async Task AssertFollowsAsync(ServedSession host)
    {
        await using var other = await RecordSession.OpenAsync(
            new DatabaseChoice.Named(host.Session.Cluster!.ConnectionString), NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
        var recorded = (await other.RecordAsync(Lines.Established("ban"))).Only().Entry.Sequence;
        using var patience = new CancellationTokenSource(Soon);
        while (host.Session.Live.Index.Position < recorded)
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
    }

    // As a careful caller: the same line with the same id until it is told that it stands.
    private static async Task CallAsync(HttpClient http, string unit, ConcurrentBag<Guid> acknowledged, CancellationToken enough)
    {
        for (var turn = 0; !enough.IsCancellationRequested; turn++)
        {
            var id = Guid.NewGuid();
            var line = Lines.Established($"{unit}-{turn}", id: id);
            while (true)
            {
                var answer = await http.TellAsync(line);
                if (answer.Status is HttpStatusCode.Created or HttpStatusCode.OK)
                    break;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
                Assert.Contains(answer.Codes.Single(), (string[])["store.unavailable", "commit.outcome_unknown"]);
                await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            }

            acknowledged.Add(id);
        }
    }

    private static async Task<List<NpgsqlConnection>> TakeAllAsync(string connectionString)
    {
        var taken = new List<NpgsqlConnection>();
        while (true)
        {
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
            try
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                taken.Add(connection);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await connection.DisposeAsync();
                return taken;
            }
        }
    }
}
