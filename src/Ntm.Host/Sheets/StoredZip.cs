using System.Buffers.Binary;
using System.IO.Compression;
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

    // Beside its name and content, an entry costs so much in both places it stands in; the end of the archive costs the rest.
    private const int EntryBytes = 30 + 46;
    private const int EndBytes = 22;

    /// <summary>The files of another archive, sorted by name, without what that archive says of times and systems.</summary>
    internal static byte[] Repack(Stream archive)
    {
        using var package = new ZipArchive(archive, ZipArchiveMode.Read);
        var files = package.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        var length = files.Sum(file => file.Length + EntryBytes + (2 * Encoding.UTF8.GetByteCount(file.FullName))) + EndBytes;
        var bytes = new byte[checked((int)length)];
        using var output = new MemoryStream(bytes);
        Write(files, output);
        return bytes;
    }

    private static void Write(List<ZipArchiveEntry> files, MemoryStream output)
    {
        using var directory = new MemoryStream();
        foreach (var file in files)
        {
            var name = Encoding.UTF8.GetBytes(file.FullName);
            var offset = checked((uint)output.Position);
            output.Numbers(0x0403_4B50u);
            output.Common(file, name);
            output.Write(name);
            using (var content = file.Open())
                content.CopyTo(output);

            directory.Numbers(0x0201_4B50u, Version);
            directory.Common(file, name);
            // No comment, one disk, no attributes.
            directory.Numbers((ushort)0, (ushort)0, (ushort)0, 0u, offset);
            directory.Write(name);
        }

        var begins = checked((uint)output.Position);
        directory.WriteTo(output);
        var entries = checked((ushort)files.Count);
        output.Numbers(0x0605_4B50u, (ushort)0, (ushort)0, entries, entries, checked((uint)directory.Length), begins, (ushort)0);
    }

    private static void Common(this MemoryStream output, ZipArchiveEntry file, byte[] name)
    {
        var length = checked((uint)file.Length);
        output.Numbers(Version, NamesAreUtf8, (ushort)0, NoTime, file.Crc32, length, length, checked((ushort)name.Length), (ushort)0);
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
}
