using Ntm.Domain.Entries;

namespace Ntm.Host.Recording;

/// <summary>
/// What the check has read of a file, kept to be recorded: a file of ordinary size is read once. Of a larger one only its beginning is
/// kept; the rest is read again.
/// </summary>
/// <param name="bytesAtMost">Of the file; what was read of them takes a few times as much.</param>
internal sealed class CheckedChunks(long bytesAtMost = CheckedChunks.UsualBytes)
{
    private const long UsualBytes = 64 * 1024 * 1024;

    private readonly Queue<List<SubmittedLine>> _chunks = new();
    private bool _isFull;

    /// <summary>Where what is not kept begins.</summary>
    internal FilePlace Rest { get; private set; } = FilePlace.Beginning;

    internal void Add(ImportChunk chunk)
    {
        if (_isFull |= chunk.Next.Offset > bytesAtMost)
            return;
        _chunks.Enqueue(chunk.Lines);
        Rest = chunk.Next;
    }

    /// <summary>Hands them out in their order and forgets them, in pieces of so many lines at most, without parting a correction.</summary>
    /// <param name="lines">Asked for each piece.</param>
    internal IEnumerable<List<SubmittedLine>> TakeOut(Func<int> lines)
    {
        while (_chunks.TryDequeue(out var chunk))
        {
            for (var taken = 0; taken < chunk.Count;)
            {
                var piece = chunk.GetRange(taken, LengthOf(chunk, taken, lines()));
                taken += piece.Count;
                yield return piece;
            }
        }
    }

    // Pieces of about one length: a short one costs a flush like any other.
    private static int LengthOf(List<SubmittedLine> chunk, int start, int atMost)
    {
        var left = chunk.Count - start;
        var pieces = (left + atMost - 1) / atMost;
        var length = (left + pieces - 1) / pieces;
        var parts = length < left && length > 1 && ImportChunks.GoesWithTheNext(chunk[start + length - 1]);
        return parts ? length - 1 : length;
    }
}
