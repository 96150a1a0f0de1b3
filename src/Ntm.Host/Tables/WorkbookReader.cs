using System.IO.Compression;
using System.Text;
using System.Xml;
using Ntm.Domain.Tables;

namespace Ntm.Host.Tables;

/// <summary>Reads the sheets of a workbook into grids, with bounded memory whatever the file claims (ADR 0018).</summary>
public static class WorkbookReader
{
    // Old workbooks, and new ones behind a password, are compound files; these words stand in the directory of the latter.
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    // FILEPASS, six bytes long and RC4: what an old workbook behind a password begins with, after its BOF.
    private static ReadOnlySpan<byte> FilePass => [0x2F, 0x00, 0x36, 0x00, 0x01, 0x00];

    /// <summary>Takes in a file no further than its limit.</summary>
    /// <exception cref="UnreadableWorkbookException"/>
    public static async Task<byte[]> ReceiveAsync(Stream body, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        var piece = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(piece, cancellation)) > 0)
        {
            file.Write(piece, 0, read);
            if (file.Length > WorkbookLimits.Default.FileBytes)
                throw new UnreadableWorkbookException(WorkbookRefusals.FileTooLarge(WorkbookLimits.Default.FileBytes));
        }

        return file.ToArray();
    }

    /// <exception cref="UnreadableWorkbookException"/>
    public static IReadOnlyList<Grid> Read(byte[] file, WorkbookLimits? limits = null)
    {
        var allowed = limits ?? WorkbookLimits.Default;
        if (file.Length > allowed.FileBytes)
            throw new UnreadableWorkbookException(WorkbookRefusals.FileTooLarge(allowed.FileBytes));
        if (file.AsSpan().StartsWith(CompoundFile))
        {
            throw new UnreadableWorkbookException(
                file.AsSpan().IndexOf(EncryptedPackage) >= 0 || file.AsSpan().IndexOf(FilePass) >= 0 ? WorkbookRefusals.Protected() : WorkbookRefusals.OldFormat());
        }

        try
        {
            using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return new XlsxPackage(new OfficePackage(package, allowed), allowed).ReadSheets();
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException or EndOfStreamException)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.Unreadable(), fault);
        }
    }
}
