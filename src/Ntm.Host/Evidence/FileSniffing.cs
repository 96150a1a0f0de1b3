using System.Text;

namespace Ntm.Host.Evidence;

/// <summary>
/// Tells what a file is from its bytes alone: names and headers say what somebody called it, and a scanner or a browser calls many things
/// application/octet-stream.
/// </summary>
internal static class FileSniffing
{
    private const int HeadBytes = 32;

    private static readonly (byte[] Start, EvidenceType Type)[] Starts =
    [
        ("%PDF-"u8.ToArray(), EvidenceTypes.Pdf),
        ([0xFF, 0xD8, 0xFF], EvidenceTypes.Jpeg),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], EvidenceTypes.Png),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], EvidenceTypes.Tiff),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], EvidenceTypes.Tiff),
    ];

    // ISO/IEC 23008-12: pictures, not moving ones.
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "mif1"];

    /// <param name="file">Can be read from any place.</param>
    /// <param name="name">Tells tables from other text, and nothing else.</param>
    /// <returns>Null for what is not taken.</returns>
    internal static async Task<EvidenceType?> TypeOfAsync(Stream file, string name, CancellationToken cancellation)
    {
        file.Position = 0;
        var head = new byte[HeadBytes];
        var length = await file.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellation);
        if (OfHead(head.AsSpan(0, length)) is { } known)
            return known;
        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
            return await ZipSniffing.TypeOfAsync(file, cancellation);
        if (!await TextSniffing.IsPlainAsync(file, cancellation))
            return null;
        return name.EndsWith(EvidenceTypes.Csv.Extensions[0], StringComparison.OrdinalIgnoreCase) ? EvidenceTypes.Csv : EvidenceTypes.Text;
    }

    private static EvidenceType? OfHead(ReadOnlySpan<byte> head)
    {
        foreach (var (start, type) in Starts)
        {
            if (head.StartsWith(start))
                return type;
        }

        if (head.Length < 12)
            return null;
        if (head[..4].SequenceEqual("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
            return EvidenceTypes.WebP;
        return head[4..8].SequenceEqual("ftyp"u8) && HeicBrands.Contains(Encoding.Latin1.GetString(head[8..12])) ? EvidenceTypes.Heic : null;
    }
}
