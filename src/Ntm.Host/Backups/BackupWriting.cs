using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ntm.Host.Backups;

/// <summary>Writes the file: parts of a bounded size one after the other, then the manifest, then the seal.</summary>
internal sealed class BackupWriting(Stream file, Action<string> report) : IAsyncDisposable
{
    internal const string ManifestName = "manifest.json";

    private readonly HashedOutput _output = new(file);
    private readonly List<BackupPart> _parts = [];
    private readonly List<BackupTable> _tables = [];
    private TarWriter? _tar;
    private byte[]? _piece;

    /// <summary>So much is held in memory.</summary>
    internal int PartBytes { get; init; } = 4 << 20;

    private TarWriter Tar => _tar ??= new TarWriter(_output, TarEntryFormat.Ustar, leaveOpen: true);

    internal async Task AddAsync(string table, Stream rows, CancellationToken cancellation)
    {
        _piece ??= new byte[PartBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        int length;
        for (var number = 1; (length = await rows.ReadAtLeastAsync(_piece, PartBytes, throwOnEndOfStream: false, cancellation)) > 0; number++)
        {
            hash.AppendData(_piece, 0, length);
            bytes += length;
            await AddAsync(string.Create(CultureInfo.InvariantCulture, $"{table}/{number:D8}.copy"), _piece, length, cancellation);
            report(string.Create(CultureInfo.InvariantCulture, $"đã chép · copied {table} {bytes >> 20} MiB"));
        }

        _tables.Add(new BackupTable(table, bytes, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    /// <returns>The hash of the whole file.</returns>
    internal async Task<string> EndAsync(Func<IReadOnlyList<BackupTable>, IReadOnlyList<BackupPart>, BackupManifest> manifest, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest(_tables, [.. _parts]), BackupJson.Written.BackupManifest);
        await AddAsync(ManifestName, bytes, bytes.Length, cancellation);
        // Not closed: the archive ends with the seal.
        await _output.WriteAsync(await BackupSeal.OfAsync(_output.Hash, cancellation), cancellation);
        return _output.Hash;
    }

    public async ValueTask DisposeAsync() => await _output.DisposeAsync();

    private async Task AddAsync(string name, byte[] content, int length, CancellationToken cancellation)
    {
        await Tar.WriteEntryAsync(BackupSeal.Entry(name, new MemoryStream(content, 0, length, writable: false)), cancellation);
        _parts.Add(new BackupPart(name, length, Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, length)))));
    }
}
