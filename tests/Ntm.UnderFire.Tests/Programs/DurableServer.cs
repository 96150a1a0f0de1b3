using System.Diagnostics;
using Npgsql;
using Ntm.Host.PrivateClusters;
using Ntm.Testing;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>A PostgreSQL of the test's own that flushes what it commits, to be killed and started again as it was.</summary>
internal sealed class DurableServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(5);

    private readonly TestHome _home;
    private readonly PrivateCluster _cluster;
    private readonly PostmasterProcess _postmaster;
    private Process? _restarted;

    private DurableServer(TestHome home, PrivateCluster cluster, PostmasterProcess postmaster) =>
        (_home, _cluster, _postmaster) = (home, cluster, postmaster);

    /// <summary>As a user would give it to the program.</summary>
    public string ConnectionString => _cluster.ConnectionString;

    public static async Task<DurableServer> StartAsync()
    {
        await TestHome.SweepAsync();
        var home = new TestHome(durable: true);
        PrivateCluster? cluster = null;
        try
        {
            cluster = await home.StartAsync();
            await using var connection = new NpgsqlConnection(Unpooled(cluster));
            await connection.OpenAsync();
            Assert.Equal("on", await AskAsync<string>(connection, "select current_setting('fsync')"));
            return new DurableServer(home, cluster, PostmasterProcess.Of(await AskAsync<string>(connection, "select current_setting('data_directory')")));
        }
        catch
        {
            if (cluster is not null)
                await cluster.DisposeAsync();
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL to the postmaster and to every backend, so that nothing is written or answered any more.</summary>
    public Task KillAsync(CancellationToken cancellation) => _postmaster.KillAllAsync(cancellation);

    /// <summary>Returns once it has recovered and answers again, at the same port.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        _restarted?.Dispose();
        _restarted = _postmaster.StartAgain();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestRecovery);
        while (!await AnswersAsync(patience.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(Unpooled(_cluster));
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
    {
        // A million rows are counted here.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _home.DisposeAsync();
        _restarted?.Dispose();
    }

    // A connection kept from before a kill would be a dead one.
    private static string Unpooled(PrivateCluster cluster) => new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false }.ConnectionString;

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
