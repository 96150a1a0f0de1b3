using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Access;
using Ntm.EventStore.Append;

namespace Ntm.EventStore.Evidence;

/// <summary>
/// The files behind findings, in the record's own database: each content once, by its hash, with who handed it in and who opened it
/// (docs/adr/0034-evidence-in-the-database.md). Several programs may use one at once.
/// </summary>
public sealed class EvidenceStore(NpgsqlDataSource dataSource)
{
    /// <summary>The largest file: 50 MB, read as whoever counts most.</summary>
    public const long MostBytes = 50 * 1024 * 1024;

    private const int ReadAtOnce = 1_000;
    private const string PatienceMilliseconds = "120000";

    /// <summary>Stores a file and who handed it in, both or neither. Of several programs that store the same one, all end with one copy.</summary>
    /// <param name="content">From its first byte on.</param>
    /// <returns>False where it was there already.</returns>
    /// <exception cref="StoreUnavailableException">Sending it again is harmless.</exception>
    public async Task<bool> StoreAsync(ReceivedEvidence file, Stream content, Act act, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using (var patience = Command(connection, EvidenceStatements.Patience, Text(PatienceMilliseconds)))
                await patience.ExecuteNonQueryAsync(cancellation);
            bool isNew;
            await using (var store = Command(connection, EvidenceStatements.Store, Text(file.Sha256), new() { Value = file.Size }, Text(file.MediaType)))
                isNew = await store.ExecuteScalarAsync(cancellation) is true;
            if (isNew)
                await EvidencePieces.WriteAsync(connection, file.Sha256, content, cancellation);
            await using (var deposit = Command(connection, EvidenceStatements.Deposit, [Text(file.Sha256), Text(file.Name), .. Of(act)]))
                await deposit.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return isNew;
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    /// <summary>Null where the file is not there.</summary>
    public async Task<StoredEvidence?> FindAsync(string sha256, CancellationToken cancellation) =>
        (await QueryAsync(EvidenceStatements.Find, [Text(sha256)], Stored, cancellation)) is [var found] ? found : null;

    /// <summary>Those of the hashes whose files are there.</summary>
    public async Task<IReadOnlySet<string>> StoredAmongAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation) => hashes.Count == 0
        ? new HashSet<string>()
        : (await QueryAsync(
            EvidenceStatements.Among, [new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = hashes.ToArray() }],
            row => row.GetString(0), cancellation)).ToHashSet();

    /// <summary>Every file there is, ordered by hash.</summary>
    public async IAsyncEnumerable<StoredEvidence> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (await QueryAsync(EvidenceStatements.After, [Text(after), new() { Value = ReadAtOnce }], Stored, cancellation) is { Count: > 0 } files)
        {
            foreach (var file in files)
                yield return file;
            after = files[^1].Sha256;
        }
    }

    /// <summary>The bytes of a file, to be read asynchronously; nothing is held between two reads.</summary>
    public Stream Read(StoredEvidence file) => new EvidenceContent(dataSource, file);

    /// <summary>Notes down that somebody opens a file: before the first byte of it leaves.</summary>
    public Task NoteOpeningAsync(string sha256, Act act, CancellationToken cancellation) =>
        QueryAsync(EvidenceStatements.Open, [Text(sha256), .. Of(act)], _ => true, cancellation);

    /// <summary>Who handed a file in, in order.</summary>
    public IAsyncEnumerable<EvidenceUse> DepositsAsync(string sha256, CancellationToken cancellation) =>
        UsesAsync(EvidenceStatements.Deposits, sha256, cancellation);

    /// <summary>Who opened a file, in order.</summary>
    public IAsyncEnumerable<EvidenceUse> OpeningsAsync(string sha256, CancellationToken cancellation) =>
        UsesAsync(EvidenceStatements.Openings, sha256, cancellation);

    private async IAsyncEnumerable<EvidenceUse> UsesAsync(string statement, string sha256, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (await QueryAsync(statement, [Text(sha256), new() { Value = after }, new() { Value = ReadAtOnce }], Use, cancellation) is { Count: > 0 } uses)
        {
            foreach (var use in uses)
                yield return use;
            after = uses[^1].Number;
        }
    }

    private async Task<IReadOnlyList<T>> QueryAsync<T>(
        string statement, NpgsqlParameter[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        try
        {
            return await AskAgainAsync(async () =>
            {
                await using var command = dataSource.CreateCommand(statement);
                foreach (var value in values)
                    command.Parameters.Add(value.Clone());
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellation))
                    rows.Add(read(reader));
                return rows;
            });
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    // Connections of the pool can be older than the server: after a restart each of them fails once, at its next use.
    private async Task<T> AskAgainAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (NpgsqlException fault) when (StoreErrors.FoundGone(fault))
        {
            dataSource.Clear();
            return await ask();
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string statement, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    private static NpgsqlParameter[] Of(Act act) =>
        [Text(act.Actor), Text(act.Office is { } office ? Roles.Names.NameOf(office.Role) : null), Text(act.Office?.Area?.Value), Text(act.Client), Text(act.Correlation)];

    private static NpgsqlParameter Text(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = text is null ? DBNull.Value : text };

    private static StoredEvidence Stored(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.IsDBNull(4) ? "" : row.GetString(4));

    private static EvidenceUse Use(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), TextOf(row, 2), row.GetString(3), TextOf(row, 4), TextOf(row, 5), row.GetString(6), TextOf(row, 7));

    private static string? TextOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
