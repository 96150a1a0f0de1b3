using System.Formats.Tar;
using System.Text;

namespace Ntm.Host.Backups;

/// <summary>
/// The end of a backup: a last part with the SHA-256 of every byte before it, and the end of the archive. What the end has to be follows
/// from that hash to the last byte, so no byte of a file can be another without being noticed.
/// </summary>
internal static class BackupSeal
{
    internal const string Name = "SHA256";

    /// <summary>A header, a block of content, and the two empty blocks an archive ends with.</summary>
    internal const int Bytes = 4 * 512;

    internal static async Task<byte[]> OfAsync(string sha256, CancellationToken cancellation)
    {
        using var end = new MemoryStream(Bytes);
        await using (var tar = new TarWriter(end, TarEntryFormat.Ustar, leaveOpen: true))
            await tar.WriteEntryAsync(Entry(Name, new MemoryStream(Encoding.ASCII.GetBytes(sha256 + "\n"), writable: false)), cancellation);
        return end.ToArray();
    }

    /// <summary>A part as every part is: the same bytes at any time and on any machine.</summary>
    internal static UstarTarEntry Entry(string name, Stream content) => new(TarEntryType.RegularFile, name)
    {
        ModificationTime = DateTimeOffset.UnixEpoch, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        DataStream = content,
    };
}
