using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ntm.Host.Tests.Evidence;

/// <summary>Files as offices have them, as small as their kind allows, and others that are none of these.</summary>
internal static class SampleFiles
{
    internal static byte[] Pdf(string text = "Biên bản thẩm tra") => Encoding.UTF8.GetBytes($"%PDF-1.7\n% {text}\n%%EOF\n");

    internal static byte[] Png => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8];

    internal static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 0xFF, 0xD9];

    internal static byte[] Tiff => [.. "II*\0"u8, 8, 0, 0, 0];

    internal static byte[] WebP => [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBPVP8 "u8];

    internal static byte[] Heic => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0];

    internal static byte[] Docx => Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"), ("word/document.xml", "<document/>"));

    internal static byte[] Xlsx => Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"), ("xl/workbook.xml", "<workbook/>"));

    internal static byte[] Odt => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>"));

    internal static byte[] Ods => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<office/>"));

    internal static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A PDF of exactly that size, the same for every run.</summary>
    internal static byte[] PdfOf(int size)
    {
        var file = new byte[size];
        for (var place = 0; place < size; place++)
            file[place] = unchecked((byte)((place * 131) ^ (place >> 8)));
        Pdf().CopyTo(file, 0);
        return file;
    }

    internal static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
