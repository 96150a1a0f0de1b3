using Ntm.Domain.Entries;
using Ntm.EventStore;

namespace Ntm.Host.Views;

/// <summary>Reads the whole record in order, a few pieces at the same time.</summary>
internal static class FoldReading
{
    private const int Piece = 10_000;

    // One more is always on its way; the connections of the views are few.
    private const int AtOnceAtMost = 4;

    /// <param name="take">Given the pieces in order.</param>
    internal static async Task ReadAsync(Record record, long after, long upTo, Action<IReadOnlyList<RecordedEntry>> take, CancellationToken cancellation)
    {
        var reading = new Queue<Task<List<RecordedEntry>>>();
        try
        {
            while (after < upTo || reading.Count > 0)
            {
                while (after < upTo && reading.Count <= Math.Min(Environment.ProcessorCount, AtOnceAtMost))
                {
                    var (from, to) = (after, Math.Min(upTo, after + Piece));
                    reading.Enqueue(Task.Run(() => ReadPieceAsync(record, from, to, cancellation), cancellation));
                    after = to;
                }

                take(await reading.Dequeue());
            }
        }
        finally
        {
            // Whoever stops here must not leave readers behind on connections that are being closed.
            await Task.WhenAll(reading).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task<List<RecordedEntry>> ReadPieceAsync(Record record, long after, long upTo, CancellationToken cancellation)
    {
        var piece = new List<RecordedEntry>(Piece);
        await foreach (var entry in record.ReadAsync(after, upTo, null, cancellation))
            piece.Add(entry);
        return piece;
    }
}
