using Npgsql;
using Ntm.Domain.Entries;
using Ntm.EventStore.Append;

namespace Ntm.EventStore;

/// <summary>What a COPY has appended.</summary>
/// <param name="OthersWait">Somebody waited for the order when it was given back.</param>
public sealed record CopiedEntries(IReadOnlyList<RecordedEntry> Entries, bool OthersWait);

public sealed partial class Record
{
    /// <summary>
    /// Appends many entries that were decided on the record as it stood before them, in a transaction of its own; durable on return.
    /// </summary>
    /// <returns>Null, and nothing written, where the record has gone on meanwhile or one of the ids stands already: decide again.</returns>
    /// <exception cref="ClockBehindException"/>
    /// <exception cref="CommitOutcomeUnknownException">The connection broke; the entries may or may not stand.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<CopiedEntries?> TryCopyAfterAsync(CopyRows rows, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Statements.BeginAppendAfter) { Parameters = { new() { Value = rows.After }, new() { Value = (long)rows.Entries.Count } } });
            batch.BatchCommands.Add(AppendCommands.UpsertStreams(rows.Entries));
            var (first, lastAt) = await AppendCommands.ExecuteAsync(batch, cancellation);
            var othersWait = await EventCopy.WriteAsync(connection, rows, cancellation);
            // From here on a cancelled caller would no longer know what stands.
            await transaction.CommitAsync(CancellationToken.None);
            return new CopiedEntries(AppendCommands.Stamped(rows.Entries, first, lastAt), othersWait);
        }
        catch (PostgresException fault) when (fault.SqlState is StoreErrors.HeadMoved or PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
        catch (NpgsqlException fault) when (StoreErrors.EndsTheConnection(fault))
        {
            return await Settlement.SettleAsync(rows.After, rows.Entries, fault) is { } settled ? new CopiedEntries(settled, OthersWait: false) : null;
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }
}
