using System.Data;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Ntm.Domain.Entries;

namespace Ntm.EventStore.Migrations;

/// <summary>A numbered script; once released it never changes.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>A script that was applied is no longer the script in the program, or the database knows more than the program.</summary>
public sealed class MigrationMismatchException(string message) : Exception(message);

/// <summary>
/// Brings a database to this program's schema: each script once, each in its own transaction, all under one lock,
/// so that several hosts may start at once.
/// </summary>
public sealed class Migrator(NpgsqlDataSource dataSource)
{
    private const long Lock = 7205759403792794;

    private static readonly string[] Files =
        ["0001_marten_events.sql", "0002_one_order.sql", "0003_lesser_role.sql", "0004_append_in_one_call.sql", "0005_known_types.sql", "0006_views.sql",
            "0007_evidence.sql", "0008_accounts.sql"];

    public static IReadOnlyList<Migration> Shipped { get; } =
        [.. Files.Select((file, index) => new Migration(index + 1, Path.GetFileNameWithoutExtension(file), StoreSql.Read(file)))];

    /// <returns>The names of the scripts applied now; empty where nothing was missing.</returns>
    /// <exception cref="MigrationMismatchException">The database was made by another history of scripts; nothing was changed.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, StoreSql.Read("lock.sql"), cancellation, Lock);
        try
        {
            var applied = await ReadAppliedAsync(connection, cancellation);
            RequireSameHistory(applied);
            // A host that may only record finds its database ready and needs no right to make tables.
            if (applied.Count == 0)
                await ExecuteAsync(connection, StoreSql.Read("migration_table.sql"), cancellation);

            var names = new List<string>();
            foreach (var migration in Shipped.Skip(applied.Count))
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await ExecuteAsync(connection, migration.Sql, cancellation);
                await ExecuteAsync(connection, StoreSql.Read("record_migration.sql"), cancellation, migration.Number, migration.Name, migration.Hash);
                await transaction.CommitAsync(cancellation);
                names.Add(migration.Name);
            }

            await RegisterTypesAsync(connection, cancellation);
            return names;
        }
        finally
        {
            // A connection that broke has given the lock back, and what broke it is what the caller must hear.
            if (connection.State == ConnectionState.Open)
                await ExecuteAsync(connection, StoreSql.Read("unlock.sql"), CancellationToken.None, Lock);
        }
    }

    // The record takes only types somebody has vouched for (docs/adr/0015-unknown-types.md): this program does for its own.
    private static async Task RegisterTypesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var unregistered = new List<string>();
        await using (var command = new NpgsqlCommand(StoreSql.Read("unregistered_types.sql"), connection))
        {
            command.Parameters.AddWithValue(EntryTypes.All.Select(type => type.Name).ToArray());
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                unregistered.Add(reader.GetString(0));
        }

        if (unregistered.Count == 0)
            return;
        try
        {
            await ExecuteAsync(connection, StoreSql.Read("register_types.sql"), cancellation, (object)unregistered.ToArray());
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationMismatchException(
                $"The record does not take entries of type {string.Join(", ", unregistered)} yet. Start this program once as the owner of the schema.");
        }
    }

    private static void RequireSameHistory(IReadOnlyList<(int Number, string Name, string Hash)> applied)
    {
        if (applied.Count > Shipped.Count)
            throw new MigrationMismatchException($"The database has migration {applied[^1].Number} ({applied[^1].Name}), newer than this program. Use the newer program.");
        foreach (var (stands, shipped) in applied.Zip(Shipped))
        {
            if (stands.Number != shipped.Number || stands.Hash != shipped.Hash)
                throw new MigrationMismatchException($"Migration {stands.Number} ({stands.Name}) was applied with other content than this program ships.");
        }
    }

    private static async Task<IReadOnlyList<(int Number, string Name, string Hash)>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var applied = new List<(int, string, string)>();
        await using var exists = new NpgsqlCommand(StoreSql.Read("is_migrated.sql"), connection);
        if (await exists.ExecuteScalarAsync(cancellation) is not true)
            return applied;
        await using var command = new NpgsqlCommand(StoreSql.Read("applied_migrations.sql"), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            applied.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        // A host waits as long as another one migrates, and a script takes the time it takes.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
