namespace Ntm.UnderFire.Tests.Saying;

/// <summary>The place in the record each entry was answered with.</summary>
internal sealed class Acknowledgements(int writers, int each)
{
    private readonly (long Sequence, long Stamp)[][] _places = [.. Enumerable.Range(0, writers).Select(_ => new (long, long)[each])];
    private readonly int[] _of = new int[writers];
    private int _count;
    private long _newest;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The greatest sequence anybody was answered with.</summary>
    public long Newest => Interlocked.Read(ref _newest);

    public int Writers => writers;

    /// <summary>How many entries of this writer were acknowledged, which are its first.</summary>
    public int CountOf(int writer) => Volatile.Read(ref _of[writer]);

    /// <returns>Sequence 0 for an entry not acknowledged.</returns>
    public (long Sequence, long Stamp) Of(int writer, int number) => _places[writer][number];

    /// <summary>Numbers from <paramref name="first"/> on, answered in one batch; only the writer itself calls it.</summary>
    public void Take(int writer, int first, IReadOnlyList<(long Sequence, long Stamp)> places)
    {
        for (var index = 0; index < places.Count; index++)
            _places[writer][first + index] = places[index];
        Volatile.Write(ref _of[writer], first + places.Count);
        Interlocked.Add(ref _count, places.Count);
        var last = places[^1].Sequence;
        for (var seen = Newest; seen < last; seen = Newest)
            Interlocked.CompareExchange(ref _newest, last, seen);
    }
}
