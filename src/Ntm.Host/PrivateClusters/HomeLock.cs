namespace Ntm.Host.PrivateClusters;

/// <summary>An advisory lock on a file of the home; the kernel lets go of it when the program ends, however it ends.</summary>
internal sealed class HomeLock : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private HomeLock(FileStream file) => _file = file;

    public static HomeLock? TryExclusive(string path) => TryOpen(path, FileShare.None);

    public static Task<HomeLock> ExclusiveAsync(string path, WaitReport report, TimeProvider time, CancellationToken ct) =>
        WaitAsync(path, FileShare.None, report, time, ct);

    public static Task<HomeLock> SharedAsync(string path, WaitReport report, TimeProvider time, CancellationToken ct) =>
        WaitAsync(path, FileShare.Read, report, time, ct);

    public void Dispose() => _file.Dispose();

    private static async Task<HomeLock> WaitAsync(string path, FileShare share, WaitReport report, TimeProvider time, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (TryOpen(path, share) is { } held)
                return held;

            report.Tick();
            await Task.Delay(Between, time, ct);
        }
    }

    private static HomeLock? TryOpen(string path, FileShare share)
    {
        try
        {
            return new HomeLock(PrivateFiles.OpenLockFile(path, share));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PrivateClusterException(
                $"{path} belongs to another user.", "Run ntm as that user, or set NTM_HOME to a directory of your own.", inner: e);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
        {
            return null;
        }
        catch (IOException e)
        {
            throw new PrivateClusterException(
                $"{path} cannot be made: {e.Message}", "Set NTM_HOME to a directory that can be written.", inner: e);
        }
    }
}
