namespace Ntm.Host.Recording;

/// <summary>
/// How many lines an import records at once: while nobody else records, as many as a chunk may have; from then on so many as take the order
/// for a moment nobody minds, on the machine and under the load there is, with a breath between two of them. Others wait for one chunk.
/// </summary>
internal sealed class ChunkPace(TimeProvider time)
{
    internal const int LinesAtMost = 2_000;
    private const int LinesAtLeast = 500;
    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(45);

    private volatile int _lines = 1_000;
    private long _last = time.GetTimestamp();
    private long? _end;
    private bool _othersRecord;

    /// <summary>
    /// Between two chunks while others record: whoever waits for the order is woken when a chunk is committed, and on a busy machine the next
    /// chunk would be back at the row before that.
    /// </summary>
    internal static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    internal int Lines => _lines;

    internal bool OthersRecord => _othersRecord;

    /// <summary>A chunk is recorded; the one after it is being written.</summary>
    internal void Recorded(int lines, RecordingResult result)
    {
        Note(result);
        var now = time.GetTimestamp();
        var took = time.GetElapsedTime(_last, now);
        _last = now;
        if (!_othersRecord)
        {
            _lines = LinesAtMost;
            return;
        }

        var fitting = lines * (Aim / (took > TimeSpan.Zero ? took : Aim));
        // Halfway there: one slow flush says little.
        _lines = Math.Clamp((int)((_lines + fitting) / 2), LinesAtLeast, LinesAtMost);
    }

    // What lies between two chunks is somebody else's.
    private void Note(RecordingResult result)
    {
        if (result is not RecordingResult.Recorded { Lines: [{ Repeated: false, Entry.Sequence: var first }, ..] and [.., { Entry.Sequence: var last }] })
            return;
        _othersRecord |= _end is { } end && first != end + 1;
        _end = last;
    }
}
