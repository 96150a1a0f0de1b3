namespace Ntm.Host.PrivateClusters;

/// <summary>The directory a cluster belongs to, made when it is missing, and the paths in it.</summary>
internal sealed record ClusterHome
{
    // pg_ctl starts the server through a shell and puts paths between double quotes.
    private static readonly char[] ShellTraps = ['"', '$', '`', '\\', '\n'];

    private ClusterHome(string path) => Path = path;

    public string Path { get; }

    public string IdentityFile => System.IO.Path.Combine(Path, "cluster.json");

    public string StartLock => System.IO.Path.Combine(Path, "start.lock");

    public string InUseLock => System.IO.Path.Combine(Path, "in-use.lock");

    public static ClusterHome Open(string path)
    {
        try
        {
            PrivateFiles.CreateDirectory(path);
            var home = new ClusterHome(CanonicalPath.Of(path));
            if (home.Path.IndexOfAny(ShellTraps) >= 0)
                throw new PrivateClusterException(
                    $"The path {home.Path} has a character PostgreSQL cannot be started with.", "Set NTM_HOME to a plainer path.");

            return home;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivateClusterException(
                $"The directory {path} cannot be made: {e.Message}", "Set NTM_HOME to a directory that can be written.", inner: e);
        }
    }
}
