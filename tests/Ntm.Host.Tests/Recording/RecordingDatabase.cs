using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Ntm.Host.Database;
using Ntm.Testing;

namespace Ntm.Host.Tests.Recording;

/// <summary>A database several hosts open at once, as two programs on one server do. A class fixture.</summary>
public sealed class RecordingDatabase(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private NpgsqlDataSource _owner = null!;

    public string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _owner = NpgsqlDataSource.Create(ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await _database.DisposeAsync();
    }

    public Task<RecordSession> OpenHostAsync() => RecordSession.OpenAsync(
        new DatabaseChoice.Named(ConnectionString), NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>The order in other hands: every append waits until it is given back.</summary>
    public async Task<IAsyncDisposable> HoldOrderAsync() => await new EventStore.Record(_owner).OpenAppendAsync(long.MaxValue, [], TestContext.Current.CancellationToken);

    public async Task DoAsync(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many appends it took to record what stands in streams of such a name.</summary>
    public Task<long> TransactionsAsync(string streams) =>
        AskAsync<long>($"select count(distinct xmin::text) from ntm.mt_events where stream_id like '{streams}'");

    /// <summary>Until that many backends of the host stand before the order.</summary>
    public async Task UntilWaitingAsync(int backends = 1)
    {
        while (await AskAsync<long>("""
            select count(*) from pg_stat_activity where datname = current_database() and application_name = 'ntm' and wait_event_type = 'Lock'
            """) < backends)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
    }
}
