using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>The record in memory together with where it comes from: brings the index up to a sequence before a question is answered.</summary>
public sealed class LiveRecord(Record record) : IDisposable
{
    private const int ApplyAtOnce = 10_000;

    // From here on it is quicker to build an index anew than to take entry after entry into an empty one.
    private const long WorthBuilding = 20_000;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Lock _changing = new();
    private RecordIndex _index = new();

    /// <summary>The index as it is now; another may come in its place that says the same and more.</summary>
    public RecordIndex Index => Volatile.Read(ref _index);

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
            if (Index.Position == 0 && upTo >= WorthBuilding)
                TryReplace(await new IndexLoading(through).LoadAsync(upTo, cancellation));

            var piece = new List<RecordedEntry>(ApplyAtOnce);
            await foreach (var entry in through.ReadAsync(Index.Position, upTo, null, cancellation))
            {
                piece.Add(entry);
                if (piece.Count < ApplyAtOnce)
                    continue;
                Apply(piece);
                piece.Clear();
            }

            Apply(piece);
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
            Apply(recorded);
        }
        finally
        {
            if (nobodyReads)
                _reading.Release();
        }
    }

    /// <summary>Takes in entries that follow what the index holds; what it has already is passed over.</summary>
    public void Apply(IEnumerable<RecordedEntry> entries)
    {
        lock (_changing)
            _index.Apply(entries);
    }

    /// <summary>
    /// Builds the index anew from the record, beside the one that answers meanwhile, and puts it in its place: no question waits, and no
    /// answer changes.
    /// </summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        var built = await new IndexLoading(record).LoadAsync(await record.HeadAsync(cancellation), cancellation);
        // What came meanwhile is taken in first.
        while (!TryReplace(built))
            built.Apply(await record.ReadAsync(built.Position, Index.Position, null, cancellation).ToListAsync(cancellation));
    }

    // One that holds less than what was answered from never takes its place.
    private bool TryReplace(RecordIndex built)
    {
        lock (_changing)
        {
            if (built.Position < _index.Position)
                return false;
            Volatile.Write(ref _index, built);
            return true;
        }
    }
}
