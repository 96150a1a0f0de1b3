using Npgsql;

namespace Ntm.EventStore.Migrations;

/// <summary>
/// The connections of a host: what records and follows has its own, which no number of questions can take, and so has what keeps the views.
/// </summary>
public sealed record StoreConnections(
    NpgsqlDataSource Questions, NpgsqlDataSource Recording, NpgsqlDataSource Views, IReadOnlyList<string> Migrated) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Views.DisposeAsync();
        await Recording.DisposeAsync();
        await Questions.DisposeAsync();
    }
}

/// <summary>Turns one connection string into the data source the host runs on: migrated with it, then as the lesser role.</summary>
public static class StoreConnection
{
    public const string LesserRole = "ntm_recorder";

    private const int RecordingAtMost = 8;

    // A host needs four: to hear of appends, to read entries, to read those the index lacks, and to write rows. A check reads several pieces at once.
    private const int ViewsAtMost = 8;

    // An append, the follower, and what it catches up with: once made they stay, and are there when the server has no more to give.
    private const int RecordingKept = 3;

    // Npgsql's own is 15 s: too long for somebody who waits before a page.
    private const int SecondsToConnect = 10;

    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    /// <exception cref="MigrationMismatchException"/>
    public static async Task<(NpgsqlDataSource DataSource, IReadOnlyList<string> Migrated)> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var (builder, migrated) = await PrepareAsync(connectionString, cancellation);
        return (NpgsqlDataSource.Create(builder.ConnectionString), migrated);
    }

    /// <summary>The same with connections of their own for recording and following.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    /// <exception cref="MigrationMismatchException"/>
    public static async Task<StoreConnections> OpenAllAsync(string connectionString, CancellationToken cancellation)
    {
        var (builder, migrated) = await PrepareAsync(connectionString, cancellation);
        var questions = NpgsqlDataSource.Create(builder.ConnectionString);
        (builder.MinPoolSize, builder.MaxPoolSize) = (RecordingKept, RecordingAtMost);
        var recording = NpgsqlDataSource.Create(builder.ConnectionString);
        (builder.MinPoolSize, builder.MaxPoolSize) = (0, ViewsAtMost);
        return new StoreConnections(questions, recording, NpgsqlDataSource.Create(builder.ConnectionString), migrated);
    }

    private static async Task<(NpgsqlConnectionStringBuilder Builder, IReadOnlyList<string> Migrated)> PrepareAsync(
        string connectionString, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<string> migrated;
            bool mayLessen;
            await using (var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString))
            {
                migrated = await new Migrator(owner).MigrateAsync(cancellation);
                await using var command = owner.CreateCommand(StoreSql.Read("may_take_lesser_role.sql"));
                mayLessen = await command.ExecuteScalarAsync(cancellation) is true;
            }

            var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "ntm", TcpKeepAlive = true };
            if (!builder.ShouldSerialize("Timeout"))
                builder.Timeout = SecondsToConnect;
            // Nothing the store does outlives its transaction, so nothing has to be reset between two uses of a connection; it would cost
            // every append half as much again.
            builder.NoResetOnClose = true;
            // Who waits for the order must not wait for ever; and a session whose program is gone must not go on waiting for it. Whoever
            // states otherwise in the connection string comes after and has the last word.
            builder.Options = $"-c lock_timeout=10s -c client_connection_check_interval=10s {builder.Options}".Trim();
            // A suspended host must not hold the order for ever; and what waits for the order must see what was committed meanwhile.
            builder.Options = $"{builder.Options} -c idle_in_transaction_session_timeout=60s -c default_transaction_isolation=read\\ committed".Trim();
            // A plan made while the tables were small is kept, and would read the whole of what they have grown to until statistics are
            // gathered. Every statement here, and every check of a key behind it, goes by an index; the row append_head has none, and what the
            // planner then takes for costly must not be compiled first.
            builder.Options = $"{builder.Options} -c enable_seqscan=off -c jit=off".Trim();
            // As a start-up option the role is what the session falls back to, whatever resets it.
            if (mayLessen)
                builder.Options = $"{builder.Options} -c role={LesserRole}".Trim();
            builder.MaxAutoPrepare = 32;
            builder.AutoPrepareMinUsages = 2;
            return (builder, migrated);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
        catch (ArgumentException fault)
        {
            // Without the text of it: it may hold a password.
            throw new StoreUnavailableException("NTM_DATABASE is not an Npgsql connection string, such as Host=127.0.0.1;Database=ntm;Username=ntm;Password=…", fault);
        }
    }
}
