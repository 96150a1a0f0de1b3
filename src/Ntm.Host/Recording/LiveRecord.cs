using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>The record in memory together with where it comes from: brings the index up to a sequence before a question is answered.</summary>
public sealed class LiveRecord(Record record) : IDisposable
{
    private const int ApplyAtOnce = 10_000;

    private readonly SemaphoreSlim _reading = new(1, 1);

    public RecordIndex Index { get; } = new();

    /// <summary>Returns once the index holds everything up to that sequence, which must be visible in the database.</summary>
    public Task CatchUpAsync(long upTo, CancellationToken cancellation) => CatchUpAsync(record, upTo, cancellation);

    /// <summary>Brings the index to the last visible entry and tells which that is.</summary>
    public Task<long> CatchUpToHeadAsync(CancellationToken cancellation) => CatchUpToHeadAsync(record, cancellation);

    /// <summary>The same over other connections than those of questions.</summary>
    public async Task<long> CatchUpToHeadAsync(Record through, CancellationToken cancellation)
    {
        var head = await through.HeadAsync(cancellation);
        await CatchUpAsync(through, head, cancellation);
        return head;
    }

    public void Dispose() => _reading.Dispose();

    private async Task CatchUpAsync(Record through, long upTo, CancellationToken cancellation)
    {
        if (Index.Position >= upTo)
            return;
        await _reading.WaitAsync(cancellation);
        try
        {
            var piece = new List<RecordedEntry>(ApplyAtOnce);
            await foreach (var entry in through.ReadAsync(Index.Position, upTo, null, cancellation))
            {
                piece.Add(entry);
                if (piece.Count < ApplyAtOnce)
                    continue;
                Index.Apply(piece);
                piece.Clear();
            }

            Index.Apply(piece);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Takes in what this program has just recorded itself.</summary>
    public void TakeIn(IReadOnlyList<RecordedEntry> recorded)
    {
        // Whoever was told of it by the database waits here and need not read it back. Where somebody is reading it already, taking it in
        // twice is taking it in once.
        var nobodyReads = _reading.Wait(0);
        try
        {
            Index.Apply(recorded);
        }
        finally
        {
            if (nobodyReads)
                _reading.Release();
        }
    }
}
