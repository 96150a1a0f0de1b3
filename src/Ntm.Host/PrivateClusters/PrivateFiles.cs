using System.Text;

namespace Ntm.Host.PrivateClusters;

/// <summary>Files and directories that only their owner can open, from the moment they exist.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerDirectory = OwnerFile | UnixFileMode.UserExecute;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            throw NeedsLinux();

        Directory.CreateDirectory(path, OwnerDirectory);
    }

    /// <summary>Replaces the file as a whole: after a crash it holds the old text or the new.</summary>
    public static void Replace(string path, string text)
    {
        var written = $"{path}.{Path.GetRandomFileName()}";
        using (var stream = Create(written))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(written, path, overwrite: true);
    }

    public static FileStream OpenLockFile(string path, FileShare share) =>
        new(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, share));

    private static FileStream Create(string path) => new(path, Options(FileMode.CreateNew, FileAccess.Write, FileShare.None));

    private static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share)
    {
        if (OperatingSystem.IsWindows())
            throw NeedsLinux();

        return new FileStreamOptions { Mode = mode, Access = access, Share = share, UnixCreateMode = OwnerFile };
    }

    private static PrivateClusterException NeedsLinux() =>
        new("ntm keeps a database of its own on Linux only.", "Set NTM_DATABASE to use a PostgreSQL server.");
}
