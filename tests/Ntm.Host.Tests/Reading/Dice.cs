namespace Ntm.Host.Tests.Reading;

/// <summary>SplitMix64: the same seed gives the same throws on every runtime, which no library generator promises.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool OneIn(int count) => Below(count) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public T? PickOrNone<T>(IReadOnlyList<T> from)
        where T : class => from.Count == 0 ? null : Pick(from);

    public IReadOnlyList<T> PickSome<T>(IReadOnlyList<T> from, int count)
    {
        var left = from.ToList();
        var picked = new List<T>();
        while (picked.Count < count && left.Count > 0)
        {
            var index = Below(left.Count);
            picked.Add(left[index]);
            left.RemoveAt(index);
        }

        return picked;
    }

    /// <summary>Both ends included.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    public string Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
