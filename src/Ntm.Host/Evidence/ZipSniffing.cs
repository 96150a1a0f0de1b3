using System.Buffers.Binary;
using System.Text;

namespace Ntm.Host.Evidence;

/// <summary>
/// Tells what kind of document an archive is from the list of its parts. Nothing is unpacked, so nothing can unpack to gigabytes.
/// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3)
/// </summary>
internal static class ZipSniffing
{
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int HeaderBytes = 46;
    private const int LocalBytes = 30;
    private const int MostParts = 5_000;
    private const int MostDirectoryBytes = 2 << 20;

    internal static async Task<EvidenceType?> TypeOfAsync(Stream file, CancellationToken cancellation)
    {
        if (await PartsAsync(file, cancellation) is not { } parts || parts.Any(CarriesMacros))
            return null;
        if (parts.Contains("[Content_Types].xml") && parts.Contains("_rels/.rels"))
        {
            return (parts.Any(part => IsMain(part, "word/document")), parts.Any(part => IsMain(part, "xl/workbook"))) switch
            {
                (true, false) => EvidenceTypes.Document,
                (false, true) => EvidenceTypes.Workbook,
                _ => null,
            };
        }

        var declared = parts.Contains("content.xml") ? await FirstPartAsync(file, cancellation) : null;
        return declared is null ? null : ((EvidenceType[])[EvidenceTypes.OpenText, EvidenceTypes.OpenSheet]).FirstOrDefault(type => type.MediaType == declared);
    }

    private static bool IsMain(string part, string start) => part.StartsWith(start, StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal);

    private static bool CarriesMacros(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        || part.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    // The names of its parts; null where it is no archive, or has more of them than any document.
    private static async Task<IReadOnlySet<string>?> PartsAsync(Stream file, CancellationToken cancellation)
    {
        var tail = await BytesAsync(file, Math.Max(0, file.Length - EndBytes - LongestComment), EndBytes + LongestComment, cancellation);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndBytes)
            return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (count is 0 or > MostParts || size > MostDirectoryBytes || start + (long)size > file.Length)
            return null;
        return NamesIn(await BytesAsync(file, start, (int)size, cancellation), count);
    }

    private static HashSet<string>? NamesIn(ReadOnlySpan<byte> directory, int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var part = 0; part < count; part++)
        {
            if (directory.Length < HeaderBytes || !directory.StartsWith("PK\u0001\u0002"u8))
                return null;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var length = HeaderBytes + name + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < length)
                return null;
            names.Add(Encoding.UTF8.GetString(directory.Slice(HeaderBytes, name)));
            directory = directory[length..];
        }

        return names;
    }

    // OpenDocument 1.3, part 2, 3.3: the first part is "mimetype", stored as it is.
    private static async Task<string?> FirstPartAsync(Stream file, CancellationToken cancellation)
    {
        const string MimeType = "mimetype";
        var local = await BytesAsync(file, 0, LocalBytes + 256, cancellation);
        if (local.Length < LocalBytes || BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(8)) != 0)
            return null;
        var (size, name) = (BinaryPrimitives.ReadUInt32LittleEndian(local.AsSpan(18)), BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(26)));
        var start = LocalBytes + name + BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(28));
        return name == MimeType.Length && Encoding.ASCII.GetString(local, LocalBytes, name) == MimeType && start + (long)size <= local.Length
            ? Encoding.ASCII.GetString(local, start, (int)size)
            : null;
    }

    private static async Task<byte[]> BytesAsync(Stream file, long from, int atMost, CancellationToken cancellation)
    {
        var bytes = new byte[(int)Math.Min(atMost, file.Length - from)];
        file.Position = from;
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
