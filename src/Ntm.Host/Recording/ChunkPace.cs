namespace Ntm.Host.Recording;

/// <summary>
/// How many lines an import records at once: so many as take the order for a moment nobody minds, on the machine and under the load there
/// is. Others wait for two chunks at most, the one being written and the one handed in.
/// </summary>
internal sealed class ChunkPace(TimeProvider time)
{
    internal const int LinesAtMost = 2_000;
    private const int LinesAtLeast = 500;
    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(45);

    private volatile int _lines = 1_000;
    private long _last = time.GetTimestamp();

    internal int Lines => _lines;

    /// <summary>A chunk is recorded; the one after it is being written.</summary>
    internal void Recorded(int lines)
    {
        var now = time.GetTimestamp();
        var took = time.GetElapsedTime(_last, now);
        _last = now;
        var fitting = lines * (Aim / (took > TimeSpan.Zero ? took : Aim));
        // Halfway there: one slow flush says little.
        _lines = Math.Clamp((int)((_lines + fitting) / 2), LinesAtLeast, LinesAtMost);
    }
}
