using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ntm.Projections.Views;

/// <summary>
/// The sum, modulo 2^256, of the SHA-256 of every row: a row that comes is added, a row that changes is taken away and added again, and
/// in which order does not matter (docs/adr/0022-views-in-sql.md). A value; arithmetic on it never overflows.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RollingDigest(UInt128 High, UInt128 Low)
{
    public const int Bytes = 32;
    private const int Half = 16;

    public static RollingDigest Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(Half), Low);
        return bytes;
    }

    public RollingDigest Plus(RollingDigest other)
    {
        unchecked
        {
            var low = Low + other.Low;
            return new(High + other.High + (low < Low ? UInt128.One : UInt128.Zero), low);
        }
    }

    public RollingDigest Minus(RollingDigest other)
    {
        unchecked
        {
            return new(High - other.High - (Low < other.Low ? UInt128.One : UInt128.Zero), Low - other.Low);
        }
    }

    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
