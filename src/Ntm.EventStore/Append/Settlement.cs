using Npgsql;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.EventStore.Append;

/// <summary>
/// What became of an append whose connection broke before it was answered. Whoever holds the order knows: the transaction that broke has
/// committed or is gone, or it still waits for the order and will find the record gone on. So the order is taken on another connection
/// and the ids are looked for; where they do not stand and the record ends where the append was decided, the same is appended again.
/// </summary>
internal sealed class Settlement(Record record, NpgsqlDataSource dataSource, TimeSpan longest)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="decidedAt">The last entry the append was decided on: it was to take the numbers after this one.</param>
    /// <returns>The entries as they stand; null where they do not and cannot any more.</returns>
    /// <exception cref="CommitOutcomeUnknownException">The database could not be asked in time.</exception>
    internal async Task<IReadOnlyList<RecordedEntry>?> SettleAsync(long decidedAt, IReadOnlyList<EntryToAppend> entries, Exception broke)
    {
        // What ended one connection has mostly ended all of them.
        dataSource.Clear();
        using var patience = new CancellationTokenSource(longest);
        while (true)
        {
            try
            {
                return await TryAsync(decidedAt, entries, patience.Token);
            }
            catch (StoreUnavailableException fault) when (fault.Trouble is StoreTrouble.Unreachable or StoreTrouble.NoConnectionFree)
            {
                // A server that restarts is back in a moment.
                if (!await PausedAsync(patience.Token))
                    throw new CommitOutcomeUnknownException(broke);
            }
            catch (NpgsqlException fault) when (StoreErrors.EndsTheConnection(fault))
            {
                if (!await PausedAsync(patience.Token))
                    throw new CommitOutcomeUnknownException(broke);
            }
#pragma warning disable CA1031 // Whatever keeps the database from telling, the outcome stays unknown.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                throw new CommitOutcomeUnknownException(fault is OperationCanceledException ? broke : new AggregateException(broke, fault));
            }
        }
    }

    private async Task<IReadOnlyList<RecordedEntry>?> TryAsync(long decidedAt, IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        await using var order = await record.OpenAppendAsync(long.MaxValue, [.. entries.Select(entry => entry.Entry.Id)], cancellation);
        var standing = entries.Select(entry => order.Stored.GetValueOrDefault(entry.Entry.Id)).ToList();
        // An id that stands elsewhere, or for something else, came by another way: to be judged like any other.
        if (standing.Exists(stands => stands is not null))
            return entries.Index().All(sent => IsOurs(standing[sent.Index], sent.Item, decidedAt + 1 + sent.Index)) ? [.. standing.Select(stands => stands!)] : null;
        return order.Head == decidedAt ? await order.CommitOnceAsync(entries, cancellation) : null;
    }

    private static bool IsOurs(RecordedEntry? stands, EntryToAppend sent, long number) =>
        stands is not null && stands.Sequence == number && stands.Stream == sent.Entry.Stream && stands.Version == sent.Version
        && stands.RecordedBy == sent.Act.Actor && LineWriter.SayTheSame(stands.Entry, sent.Entry.Entry);

    private static async Task<bool> PausedAsync(CancellationToken patience)
    {
        await Task.Delay(Pause, patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !patience.IsCancellationRequested;
    }
}
