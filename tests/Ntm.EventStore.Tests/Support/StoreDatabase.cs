using Npgsql;
using Ntm.EventStore.Migrations;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Support;

/// <summary>A migrated database, opened as its owner and as the lesser role. A class fixture, or one test's own.</summary>
public sealed class StoreDatabase(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);

    public string ConnectionString => _database.ConnectionString;

    public NpgsqlDataSource Owner { get; private set; } = null!;

    /// <summary>As the host opens it: a session of the role ntm_recorder.</summary>
    public NpgsqlDataSource Lesser { get; private set; } = null!;

    public Record Record => new(Lesser);

    public static async Task<StoreDatabase> CreateAsync(TestCluster cluster)
    {
        var database = new StoreDatabase(cluster);
        await database.InitializeAsync();
        return database;
    }

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Owner = NpgsqlDataSource.Create(ConnectionString);
        (Lesser, _) = await StoreConnection.OpenAsync(ConnectionString, TestContext.Current.CancellationToken);
        await Owner.DoAsync($"insert into ntm.mt_streams (id, version) values ('{Writer.Stream}', 0)");
    }

    public async ValueTask DisposeAsync()
    {
        await Lesser.DisposeAsync();
        await Owner.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A transaction of a program that knows the tables and not this one.</summary>
    public Task<Writer> BeginAsync() => Writer.BeginAsync(Lesser);

    /// <summary>Numbers 1, 2, 3 … without gaps up to the head, stamps strictly growing up to the head's.</summary>
    public async Task AssertInOrderAsync()
    {
        var faults = await Owner.AskAsync<string?>("""
            select string_agg(fault, '; ') from (
              select format('%s rows, numbers %s to %s, head %s', count(*), min(seq_id), max(seq_id), h.seq) as fault
                from ntm.append_head h left join ntm.mt_events on true group by h.seq
              having count(seq_id) <> h.seq or coalesce(min(seq_id), 1) <> 1 or coalesce(max(seq_id), 0) <> h.seq
              union all
              select format('%s is stamped %s, the one before %s', seq_id, timestamp, before)
                from (select seq_id, timestamp, lag(timestamp) over (order by seq_id) as before from ntm.mt_events) e
               where timestamp <= before
              union all
              select format('%s is stamped %s, later than the head %s', seq_id, timestamp, at)
                from ntm.mt_events, ntm.append_head where timestamp > at) as found
            """);
        Assert.Null(faults);
    }
}
