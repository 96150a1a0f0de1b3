using Npgsql;

namespace Ntm.EventStore.Tests.Support;

/// <summary>One transaction of a foreign program: plain SQL over the tables, in the stream Marten leaves its tombstones in.</summary>
public sealed class Writer : IAsyncDisposable
{
    public const string Stream = "mt_tombstone";

    private readonly NpgsqlConnection _connection;
    private NpgsqlTransaction _transaction;

    private Writer(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public NpgsqlConnection Connection => _connection;

    public static async Task<Writer> BeginAsync(NpgsqlDataSource database)
    {
        var connection = await database.OpenConnectionAsync();
        return new Writer(connection, await connection.BeginTransactionAsync());
    }

    /// <summary>As a program that draws its numbers with nextval.</summary>
    public Task<long> ReserveAsync(long count) => AskAsync<long>($"select first from ntm.begin_append({count})");

    /// <summary>As a program that states its numbers itself.</summary>
    public Task<long> ReserveNumberedAsync(long count) => AskAsync<long>($"select first from ntm.begin_append_numbered({count})");

    public Task InsertNextAsync(long count) => DoAsync($"""
        insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select n, gen_random_uuid(), '{Stream}', n, '{"{}"}', 'tombstone', now()
          from (select nextval('ntm.mt_events_sequence') as n from generate_series(1, {count})) as drawn
        """);

    public Task InsertAsync(long first, long last) => DoAsync($"""
        insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select n, gen_random_uuid(), '{Stream}', n, '{"{}"}', 'tombstone', now() from generate_series({first}, {last}) as n
        """);

    public async Task DoAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection, _transaction);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection, _transaction);
        return await command.AskAsync<T>();
    }

    public Task CommitAsync() => _transaction.CommitAsync();

    public Task RollbackAsync() => _transaction.RollbackAsync();

    /// <summary>The next transaction on the same connection.</summary>
    public async Task BeginAgainAsync() => _transaction = await _connection.BeginTransactionAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
