using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Entries;
using Ntm.EventStore.Reading;

namespace Ntm.EventStore.Append;

/// <summary>
/// The order, held: nobody else appends until this is committed or disposed. What was decided on <see cref="Missing"/> and
/// <see cref="Stored"/> is therefore decided on the record as it stands.
/// </summary>
public sealed class AppendTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly Settlement _settlement;
    private bool _committing;

    internal AppendTransaction(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Settlement settlement, long head, DateTimeOffset clock,
        IReadOnlyList<RecordedEntry> missing, IReadOnlyDictionary<Guid, RecordedEntry> stored)
    {
        (_connection, _transaction, _settlement, Head, Clock, Missing, Stored) = (connection, transaction, settlement, head, clock, missing, stored);
    }

    /// <summary>The last entry of the record.</summary>
    public long Head { get; }

    /// <summary>The database's clock when the order was taken.</summary>
    public DateTimeOffset Clock { get; }

    /// <summary>Entries the caller had not seen, in order.</summary>
    public IReadOnlyList<RecordedEntry> Missing { get; }

    /// <summary>The entries with the ids asked for, and the replacements of those that are corrections.</summary>
    public IReadOnlyDictionary<Guid, RecordedEntry> Stored { get; }

    /// <summary>Somebody waited for the order when it was given back. Asked only where many entries were appended.</summary>
    public bool OthersWait { get; private set; }

    /// <summary>More entries by their ids, as the record stands now that the order is held.</summary>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<IReadOnlyList<RecordedEntry>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand(Statements.StoredEntries, _connection, _transaction);
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids.ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await EntryRows.ReadAllAsync(reader, cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    /// <summary>Appends and commits: durable on return.</summary>
    /// <exception cref="ClockBehindException"/>
    /// <exception cref="CommitOutcomeUnknownException">The connection broke; the entries may or may not stand.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<IReadOnlyList<RecordedEntry>> CommitAsync(IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        try
        {
            return await CommitOnceAsync(entries, cancellation);
        }
        catch (NpgsqlException fault) when (_committing && StoreErrors.EndsTheConnection(fault))
        {
            return await _settlement.SettleAsync(Head, entries, fault)
                ?? throw new StoreUnavailableException("The connection broke at the commit, and another program has appended before it could be repeated.", fault);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    /// <exception cref="NpgsqlException">As PostgreSQL or the connection says it.</exception>
    internal async Task<IReadOnlyList<RecordedEntry>> CommitOnceAsync(IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        var (first, lastAt) = await WriteAsync(entries, cancellation);
        _committing = true;
        // From here on a cancelled caller would no longer know what stands.
        await _transaction.CommitAsync(CancellationToken.None);
        return AppendCommands.Stamped(entries, first, lastAt);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<(long First, DateTimeOffset LastAt)> WriteAsync(IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(_connection, _transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Statements.BeginAppendNumbered) { Parameters = { new() { Value = (long)entries.Count } } });
        batch.BatchCommands.Add(AppendCommands.UpsertStreams(entries));
        // The numbers begin after the head this transaction holds.
        if (entries.Count < CopyRows.WorthIt)
            batch.BatchCommands.Add(AppendCommands.InsertEvents(Head + 1, entries));

        var (first, lastAt) = await AppendCommands.ExecuteAsync(batch, cancellation);
        if (first != Head + 1)
            throw new InvalidOperationException($"the append was given {first} and holds {Head}");
        if (entries.Count >= CopyRows.WorthIt)
            await CopyAsync(entries, cancellation);
        return (first, lastAt);
    }

    private async Task CopyAsync(IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        using var rows = new CopyRows(Head);
        foreach (var entry in entries)
            rows.Add(entry);
        OthersWait = await EventCopy.WriteAsync(_connection, rows, cancellation);
    }
}
