using System.Buffers;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using Ntm.EventStore.Backup;

namespace Ntm.Host.Backups;

/// <summary>A backup that was verified to its last byte, open so that nobody puts another in its place.</summary>
/// <param name="Sha256">Of the whole file.</param>
internal sealed record BackupFile(Stream File, BackupManifest Manifest, string Sha256)
{
    private const int PieceBytes = 1 << 20;

    /// <exception cref="BackupDamagedException"/>
    internal static async Task<BackupFile> VerifyAsync(Stream file, CancellationToken cancellation)
    {
        var sha256 = await VerifySealAsync(file, cancellation);
        try
        {
            return new BackupFile(file, await VerifyPartsAsync(file, cancellation), sha256);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or JsonException or FormatException)
        {
            throw NoBackup();
        }
    }

    /// <summary>Writes the rows of a table as they were copied.</summary>
    internal async Task CopyAsync(string table, Stream rows, Action<string> report, CancellationToken cancellation)
    {
        File.Position = 0;
        await using var tar = new TarReader(File, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.Name.Split('/')[0] != table || entry.DataStream is null)
                continue;
            await entry.DataStream.CopyToAsync(rows, cancellation);
            report($"đang ghi · writing {entry.Name}");
        }
    }

    // Every byte before the seal is hashed; every byte of the seal follows from the hash.
    private static async Task<string> VerifySealAsync(Stream file, CancellationToken cancellation)
    {
        if (file.Length < BackupSeal.Bytes * 2)
            throw NoBackup();
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (var left = file.Length - BackupSeal.Bytes; left > 0;)
            {
                var read = await file.ReadAsync(piece.AsMemory(0, (int)Math.Min(left, PieceBytes)), cancellation);
                if (read == 0)
                    throw NoBackup();
                hash.AppendData(piece, 0, read);
                left -= read;
            }

            var seal = new byte[BackupSeal.Bytes];
            await file.ReadExactlyAsync(seal, cancellation);
            var expected = await BackupSeal.OfAsync(Convert.ToHexStringLower(hash.GetCurrentHash()), cancellation);
            if (!expected.AsSpan().SequenceEqual(seal))
                throw NoBackup();
            hash.AppendData(seal);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static async Task<BackupManifest> VerifyPartsAsync(Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        await using var tar = new TarReader(file, leaveOpen: true);
        var parts = new List<BackupPart>();
        BackupManifest? manifest = null;
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { DataStream: { } content } entry)
        {
            if (entry.Name == BackupWriting.ManifestName)
                manifest = await JsonSerializer.DeserializeAsync(content, BackupJson.Written.BackupManifest, cancellation);
            else if (entry.Name != BackupSeal.Name)
                parts.Add(new BackupPart(entry.Name, entry.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation))));
        }

        if (manifest is null)
            throw NoBackup();
        if (manifest.Format != BackupManifest.ThisFormat || !manifest.Tables.All(table => BackupTables.Held.Contains(table.Table)))
            throw new BackupDamagedException(
                $"Bản sao lưu theo định dạng khác ({manifest.Format}); hãy dùng chương trình đã lập nó, hoặc mới hơn",
                $"the backup is of another format ({manifest.Format}); use the program that made it, or a newer one");
        if (!manifest.Parts.SequenceEqual(parts))
            throw NoBackup();
        return manifest;
    }

    private static BackupDamagedException NoBackup() => new(
        "Tệp không phải là bản sao lưu, hoặc không còn nguyên như khi được lập", "the file is no backup, or not as it was written");
}
