using Npgsql;
using Ntm.EventStore.Migrations;

namespace Ntm.EventStore.Backup;

/// <summary>The database already holds a record, or something else under the name; nothing was changed.</summary>
public sealed class DatabaseNotEmptyException(string message) : Exception(message);

/// <summary>Puts a record back into an empty database, all of it or nothing, as the owner of its schema.</summary>
/// <param name="connectionString">Of whoever may make tables there; not of the lesser role.</param>
public sealed class RecordRestore(string connectionString)
{
    private const string NotEmpty = "NTM10";

    /// <param name="tables">Those the backup has.</param>
    /// <param name="fill">Is given each table's name in turn, and where to write its rows as binary COPY sent them.</param>
    /// <exception cref="DatabaseNotEmptyException"/>
    /// <exception cref="StoreUnavailableException"/>
    public async Task RunAsync(IReadOnlyCollection<string> tables, Func<string, Stream, Task> fill, CancellationToken cancellation)
    {
        await using var owner = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = "ntm" }.ConnectionString);
        try
        {
            await RequireEmptyAsync(owner, cancellation);
            await new Migrator(owner).MigrateAsync(cancellation);
            await using var connection = await owner.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await ExecuteAsync(connection, "restore_begin.sql", cancellation);
            foreach (var table in BackupTables.Held.Where(tables.Contains))
                await FillAsync(connection, table, fill, cancellation);

            await ExecuteAsync(connection, "restore_end.sql", cancellation);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (PostgresException fault) when (fault.SqlState == NotEmpty)
        {
            throw new DatabaseNotEmptyException(fault.MessageText);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    private static async Task FillAsync(NpgsqlConnection connection, string table, Func<string, Stream, Task> fill, CancellationToken cancellation)
    {
        // Ending the stream ends the COPY, and what the database has against it is thrown there.
        await using var rows = await connection.BeginRawBinaryCopyAsync(BackupTables.CopyIn(table), cancellation);
        try
        {
            await fill(table, rows);
        }
        catch
        {
            await rows.CancelAsync();
            throw;
        }
    }

    // Before anything is migrated: a record that is there stays as it is.
    private static async Task RequireEmptyAsync(NpgsqlDataSource owner, CancellationToken cancellation)
    {
        if (await AskAsync(owner, "restore_is_possible.sql", cancellation))
            return;
        if (!await AskAsync(owner, "is_migrated.sql", cancellation))
            throw new DatabaseNotEmptyException("The schema ntm holds tables that are no record of this program.");
        if (!await AskAsync(owner, "restore_record_is_empty.sql", cancellation))
            throw new DatabaseNotEmptyException("The database holds a record already.");
    }

    private static async Task<bool> AskAsync(NpgsqlDataSource owner, string statement, CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand(StoreSql.Read(statement));
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(StoreSql.Read(statement), connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
