using System.Security.Cryptography;

namespace Ntm.Host.Evidence;

/// <summary>
/// A file on its way in, on disk and not in memory, hashed as it comes: a slow sender holds no transaction, and what breaks off leaves
/// nothing. Gone when it is closed, or when the program ends.
/// </summary>
internal sealed class ReceivedFile : IAsyncDisposable
{
    private const int PieceBytes = 64 * 1024;

    private ReceivedFile(FileStream content, string sha256) => (Content, Sha256) = (content, sha256);

    internal Stream Content { get; }

    internal string Sha256 { get; }

    internal long Size => Content.Length;

    /// <returns>Null where it is larger than that.</returns>
    internal static async Task<ReceivedFile?> ReceiveAsync(Stream body, long atMost, CancellationToken cancellation)
    {
        var file = Open();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = new byte[PieceBytes];
            int read;
            while ((read = await body.ReadAsync(piece, cancellation)) > 0)
            {
                if (file.Length + read > atMost)
                {
                    await file.DisposeAsync();
                    return null;
                }

                hash.AppendData(piece, 0, read);
                await file.WriteAsync(piece.AsMemory(0, read), cancellation);
            }

            await file.FlushAsync(cancellation);
            return new ReceivedFile(file, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = Path.Combine(Path.GetTempPath(), $"ntm-evidence-{Guid.NewGuid():N}");
        var file = new FileStream(path, options);
        // Nameless from now on: a program that is killed leaves nothing to find.
        File.Delete(path);
        return file;
    }
}
