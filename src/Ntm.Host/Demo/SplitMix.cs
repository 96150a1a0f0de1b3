namespace Ntm.Host.Demo;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same year on every runtime, which System.Random does not promise.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    internal int Next(int below) => (int)(NextBits() % (ulong)below);

    internal bool Chance(int percent) => Next(100) < percent;

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
