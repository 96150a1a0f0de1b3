namespace Ntm.Projections.Index;

/// <summary>The record time of every sequence number. One writer, readers without locks.</summary>
internal sealed class Stamps
{
    private long[] _ticks = new long[1024];

    internal void Set(long sequence, DateTimeOffset recordedAt)
    {
        var ticks = _ticks;
        if (sequence > ticks.Length)
        {
            Array.Resize(ref ticks, checked((int)Math.Max(sequence, ticks.Length * 2L)));
            Volatile.Write(ref _ticks, ticks);
        }

        ticks[sequence - 1] = recordedAt.UtcTicks;
    }

    /// <summary>Null at 0, before the first entry.</summary>
    internal DateTimeOffset? Of(long sequence) => sequence == 0 ? null : new DateTimeOffset(Volatile.Read(ref _ticks)[sequence - 1], TimeSpan.Zero);
}
