using Npgsql;

namespace Ntm.EventStore.Migrations;

/// <summary>Turns one connection string into the data source the host runs on: migrated with it, then as the lesser role.</summary>
public static class StoreConnection
{
    public const string LesserRole = "ntm_recorder";

    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    /// <exception cref="MigrationMismatchException"/>
    public static async Task<(NpgsqlDataSource DataSource, IReadOnlyList<string> Migrated)> OpenAsync(string connectionString, CancellationToken cancellation)
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
            // Nothing the store does outlives its transaction, so nothing has to be reset between two uses of a connection; it would cost
            // every append half as much again.
            builder.NoResetOnClose = true;
            // A suspended host must not hold the order for ever; and what waits for the order must see what was committed meanwhile.
            builder.Options = $"{builder.Options} -c idle_in_transaction_session_timeout=60s -c default_transaction_isolation=read\\ committed".Trim();
            // A plan made while the tables were small is kept, and would read the whole of what they have grown to until statistics are
            // gathered. Every statement here, and every check of a key behind it, goes by an index.
            builder.Options = $"{builder.Options} -c enable_seqscan=off".Trim();
            // As a start-up option the role is what the session falls back to, whatever resets it.
            if (mayLessen)
                builder.Options = $"{builder.Options} -c role={LesserRole}".Trim();
            builder.MaxAutoPrepare = 32;
            builder.AutoPrepareMinUsages = 2;
            return (NpgsqlDataSource.Create(builder.ConnectionString), migrated);
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
