using System.Buffers.Binary;

namespace Ntm.Host.Demo;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same year on every runtime, which System.Random does not promise.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    internal int Next(int below) => (int)(NextBits() % (ulong)below);

    internal bool Chance(int percent) => Next(100) < percent;

    /// <summary>UUID version 8 (RFC 9562, section 5.8): its other bits are the next 122.</summary>
    internal Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, NextBits());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], NextBits());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

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
