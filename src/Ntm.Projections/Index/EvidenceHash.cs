using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ntm.Projections.Index;

/// <summary>The SHA-256 of a file in thirty-two bytes, as a key.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EvidenceHash(UInt128 High, UInt128 Low)
{
    private const int Bytes = 32;
    private const int Half = 16;

    /// <param name="text">64 lower-case hexadecimal digits, as entries write them.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out EvidenceHash hash)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return Read(Convert.FromHexString(text, bytes, out _, out var written), written, bytes, out hash) && !text.ContainsAnyInRange('A', 'F');
    }

    internal static bool TryParse(ReadOnlySpan<byte> utf8, out EvidenceHash hash)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return Read(Convert.FromHexString(utf8, bytes, out _, out var written), written, bytes, out hash);
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[Half..], Low);
        return Convert.ToHexStringLower(bytes);
    }

    private static bool Read(OperationStatus status, int written, ReadOnlySpan<byte> bytes, out EvidenceHash hash)
    {
        hash = new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..]));
        return status == OperationStatus.Done && written == Bytes;
    }
}
