using System.Data;
using Npgsql;

namespace Ntm.EventStore.Backup;

/// <summary>The whole record as it stands at one moment, however long it takes to read it and whatever is recorded meanwhile.</summary>
public sealed class RecordSnapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private RecordSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>The last entry.</summary>
    public long Sequence { get; private set; }

    /// <summary>Null before the first entry.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    public long Entries { get; private set; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    public IReadOnlyList<AppliedMigration> Migrations { get; private set; } = [];

    /// <summary>Tables in the schema of the record that are none of this program's.</summary>
    public IReadOnlyList<string> OtherTables { get; private set; } = [];

    /// <exception cref="StoreUnavailableException"/>
    public static async Task<RecordSnapshot> OpenAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        RecordSnapshot? snapshot = null;
        try
        {
            var connection = await database.OpenConnectionAsync(cancellation);
            snapshot = new RecordSnapshot(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
            await snapshot.ReadStateAsync(cancellation);
            return snapshot;
        }
        catch (Exception fault)
        {
            if (snapshot is not null)
                await snapshot.DisposeAsync();
            if (fault is NpgsqlException broken)
                throw StoreErrors.Translate(broken);
            throw;
        }
    }

    /// <summary>The rows of a table as PostgreSQL's binary COPY sends them, in the order of its key. One at a time.</summary>
    public async Task<Stream> CopyAsync(string table, CancellationToken cancellation) =>
        await _connection.BeginRawBinaryCopyAsync(BackupTables.CopyOut(table), cancellation);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ReadStateAsync(CancellationToken cancellation)
    {
        await using (var state = new NpgsqlCommand(StoreSql.Read("backup_state.sql"), _connection) { CommandTimeout = 0 })
        await using (var row = await state.ExecuteReaderAsync(cancellation))
        {
            await row.ReadAsync(cancellation);
            (Sequence, Entries, TakenAt) = (row.GetInt64(0), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3));
            RecordedAt = row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1);
        }

        var migrations = new List<AppliedMigration>();
        await using (var applied = new NpgsqlCommand(StoreSql.Read("applied_migrations.sql"), _connection))
        await using (var row = await applied.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                migrations.Add(new(row.GetInt32(0), row.GetString(1), row.GetString(2)));
        }

        var others = new List<string>();
        await using (var other = new NpgsqlCommand(StoreSql.Read("backup_other_tables.sql"), _connection))
        {
            other.Parameters.AddWithValue(BackupTables.Held.Concat(BackupTables.MadeAgain).Concat(BackupTables.Kept).ToArray());
            await using var row = await other.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
                others.Add(row.GetString(0));
        }

        (Migrations, OtherTables) = (migrations, others);
    }
}

/// <summary>A numbered script as a database has it.</summary>
public sealed record AppliedMigration(int Number, string Name, string Sha256);
