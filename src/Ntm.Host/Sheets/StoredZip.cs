using System.Buffers.Binary;
using System.Text;

namespace Ntm.Host.Sheets;

/// <summary>
/// ZIP archives whose bytes follow from their files alone. The framework's writer notes the operating system in every entry, and what
/// deflate gives depends on the compressor at hand, so files are stored as they are.
/// </summary>
internal static class StoredZip
{
    // 1 January 1980, midnight: the first time the format knows.
    private const uint NoTime = 0x0021_0000;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;

    internal sealed record File(string Name, byte[] Content);

    internal static byte[] Write(IEnumerable<File> files)
    {
        using var output = new MemoryStream();
        using var directory = new MemoryStream();
        var count = 0;
        foreach (var file in files)
        {
            var name = Encoding.UTF8.GetBytes(file.Name);
            var offset = checked((uint)output.Length);
            output.Numbers(0x0403_4B50u);
            output.Common(file, name);
            output.Write(name);
            output.Write(file.Content);

            directory.Numbers(0x0201_4B50u, Version);
            directory.Common(file, name);
            // No comment, one disk, no attributes.
            directory.Numbers((ushort)0, (ushort)0, (ushort)0, 0u, offset);
            directory.Write(name);
            count++;
        }

        var begins = checked((uint)output.Length);
        directory.WriteTo(output);
        var entries = checked((ushort)count);
        output.Numbers(0x0605_4B50u, (ushort)0, (ushort)0, entries, entries, checked((uint)directory.Length), begins, (ushort)0);
        return output.ToArray();
    }

    private static void Common(this MemoryStream output, File file, byte[] name)
    {
        var length = checked((uint)file.Content.Length);
        output.Numbers(Version, NamesAreUtf8, (ushort)0, NoTime, Checksum(file.Content), length, length, checked((ushort)name.Length), (ushort)0);
    }

    private static void Numbers(this MemoryStream output, params ReadOnlySpan<object> numbers)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var number in numbers)
        {
            if (number is uint wide)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, wide);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)number);
            output.Write(bytes[..(number is uint ? 4 : 2)]);
        }
    }

    // CRC-32 of the ZIP format; the framework offers none.
    private static uint Checksum(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var one in content)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320u;
        }

        return ~crc;
    }
}
