using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Entries;
using Ntm.EventStore.Append;
using Ntm.EventStore.Reading;

namespace Ntm.EventStore;

/// <summary>What an instant names: the last entry stamped at or before it, for good. Null: the instant has not come yet.</summary>
public sealed record InstantAnswer(long Sequence);

/// <summary>The record in PostgreSQL: append, read, follow. Several programs may use one at once.</summary>
public sealed partial class Record(NpgsqlDataSource dataSource)
{
    private const int ReadAtOnce = 10_000;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>How long an append whose connection broke is looked for before its outcome is given up as unknown.</summary>
    public TimeSpan LongestSettling { get; init; } = TimeSpan.FromSeconds(15);

    private Settlement Settlement => new(this, dataSource, LongestSettling);

    /// <summary>Takes the order, waiting for an append in flight, and reads what the caller has not seen.</summary>
    /// <param name="seenTo">The last entry the caller knows.</param>
    /// <param name="ids">Ids it wants to know of.</param>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<AppendTransaction> OpenAppendAsync(long seenTo, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        try
        {
            return await AskAgainAsync(() => TakeOrderAsync(seenTo, ids, cancellation));
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    private async Task<AppendTransaction> TakeOrderAsync(long seenTo, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        NpgsqlConnection? connection = null;
        NpgsqlTransaction? transaction = null;
        try
        {
            connection = await dataSource.OpenConnectionAsync(cancellation);
            transaction = await connection.BeginTransactionAsync(cancellation);
            await using var batch = new NpgsqlBatch(connection, transaction);
            // Each statement sees what was committed when it began: the two reads see all that came before the order was taken.
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Statements.LockHead));
            batch.BatchCommands.Add(EntriesAfter(seenTo, long.MaxValue, int.MaxValue));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Statements.StoredEntries)
            {
                Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids.ToArray() } },
            });

            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            var head = reader.GetInt64(0);
            var clock = reader.GetFieldValue<DateTimeOffset>(2);
            await reader.NextResultAsync(cancellation);
            var missing = await EntryRows.ReadAllAsync(reader, cancellation);
            await reader.NextResultAsync(cancellation);
            var stored = (await EntryRows.ReadAllAsync(reader, cancellation)).ToDictionary(entry => entry.Id);
            return new AppendTransaction(connection, transaction, Settlement, head, clock, missing, stored);
        }
        catch
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
            if (connection is not null)
                await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Appends what was decided on the record as it stood at <paramref name="seenTo"/>, in one round trip and one transaction of its own;
    /// durable on return.
    /// </summary>
    /// <returns>Null, and nothing written, where the record has gone on meanwhile or one of the ids stands already: decide again.</returns>
    /// <exception cref="ClockBehindException"/>
    /// <exception cref="CommitOutcomeUnknownException">The connection broke; the entries may or may not stand.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<IReadOnlyList<RecordedEntry>?> TryAppendAfterAsync(
        long seenTo, IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        await using var connection = await TranslatedAsync(dataSource.OpenConnectionAsync(cancellation).AsTask());
        await using var call = entries is [var only] ? AppendCall.One(connection, seenTo, only) : AppendCall.Many(connection, seenTo, entries);
        try
        {
            return AppendCommands.Stamped(entries, seenTo + 1, await AppendCall.ExecuteAsync(call));
        }
        catch (PostgresException fault) when (fault.SqlState is StoreErrors.HeadMoved or PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
        catch (NpgsqlException fault) when (StoreErrors.EndsTheConnection(fault))
        {
            return await Settlement.SettleAsync(seenTo, entries, fault);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    /// <summary>The entries with these ids as they stand, and the replacements of those that are corrections.</summary>
    public async Task<IReadOnlyDictionary<Guid, RecordedEntry>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(Statements.StoredEntries);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids.ToArray() });
        return (await QueryAsync(command, EntryRows.ReadAllAsync, cancellation)).ToDictionary(entry => entry.Id);
    }

    /// <summary>The last visible entry; 0 before the first.</summary>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(Statements.Head);
        return await QueryAsync(command, async (reader, token) =>
        {
            await reader.ReadAsync(token);
            return reader.GetInt64(0);
        }, cancellation);
    }

    /// <summary>Entries with a number above <paramref name="after"/> up to <paramref name="upTo"/>, in order, read in pieces.</summary>
    /// <param name="streams">Only those of these streams; null for all.</param>
    public async IAsyncEnumerable<RecordedEntry> ReadAsync(
        long after, long upTo, IReadOnlyCollection<string>? streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (after < upTo)
        {
            List<RecordedEntry> piece;
            await using (var command = dataSource.CreateCommand(streams is null ? Statements.EntriesAfter : Statements.EntriesOfStreamsAfter))
            {
                command.Parameters.Add(new() { Value = after });
                command.Parameters.Add(new() { Value = upTo });
                command.Parameters.Add(new() { Value = ReadAtOnce });
                if (streams is not null)
                    command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = streams.ToArray() });
                piece = await QueryAsync(command, EntryRows.ReadAllAsync, cancellation);
            }

            foreach (var entry in piece)
                yield return entry;
            if (piece.Count < ReadAtOnce)
                yield break;
            after = piece[^1].Sequence;
        }
    }

    /// <summary>Where the entries of these streams lie on the two clocks, in record order: many of them at the cost of few.</summary>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<IReadOnlyList<EntryDot>> DotsAsync(IReadOnlyCollection<string> streams, long upTo, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(Statements.DotsOfStreams);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = streams.ToArray() });
        command.Parameters.Add(new() { Value = upTo });
        return await QueryAsync(command, EntryDot.ReadAllAsync, cancellation);
    }

    /// <summary>
    /// The last entry stamped at or before an instant, for good: an instant later than the newest stamp moves the floor of the next
    /// stamp there and waits for an append in flight. Null where the instant is after both the database's clock and the newest stamp.
    /// </summary>
    public async Task<InstantAnswer?> AnswerInstantAsync(DateTimeOffset asked, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(Statements.AnswerInstant);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = asked.ToUniversalTime() });
        return await QueryAsync(command, async (reader, token) =>
        {
            await reader.ReadAsync(token);
            return reader.GetString(0) == "answered" ? new InstantAnswer(reader.GetInt64(1)) : null;
        }, cancellation);
    }

    /// <summary>Yields at once and then whenever something was appended, by whatever program; may yield for nothing.</summary>
    /// <exception cref="StoreUnavailableException">The connection has ended.</exception>
    public async IAsyncEnumerable<bool> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await TranslatedAsync(dataSource.OpenConnectionAsync(cancellation).AsTask());
        await ListenOnAsync(connection, cancellation);
        try
        {
            while (true)
            {
                yield return true;
                // A line that is dead without a word is noticed by asking something over it; a pause without appends looks the same.
                if (!await TranslatedAsync(connection.WaitAsync(LongestSilence, cancellation)))
                    await ListenOnAsync(connection, cancellation);
            }
        }
        finally
        {
            // The pool hands a connection on as it is: the next user must not be woken for appends.
            if (connection.State == ConnectionState.Open)
            {
                await using var unlisten = new NpgsqlCommand("unlisten ntm_appended", connection);
                await unlisten.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    private static NpgsqlBatchCommand EntriesAfter(long after, long upTo, int limit) =>
        new(Statements.EntriesAfter) { Parameters = { new() { Value = after }, new() { Value = upTo }, new() { Value = limit } } };

    private static async Task ListenOnAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var listen = new NpgsqlCommand("listen ntm_appended", connection);
        await TranslatedAsync(listen.ExecuteNonQueryAsync(cancellation));
    }

    private Task<T> QueryAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        TranslatedAsync(AskAgainAsync(() => ReadAsync(command, read, cancellation)));

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

    private static async Task<T> ReadAsync<T>(
        NpgsqlCommand command, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await read(reader, cancellation);
    }

    // A server can go at any row, not only at the first.
    private static async Task<T> TranslatedAsync<T>(Task<T> deed)
    {
        try
        {
            return await deed;
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }
}
