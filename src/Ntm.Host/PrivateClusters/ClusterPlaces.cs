using System.Globalization;

namespace Ntm.Host.PrivateClusters;

/// <summary>Where the files of one cluster lie.</summary>
internal sealed record ClusterPlaces(string Directory)
{
    private const string Unfinished = "initialising-";

    public string Data => Path.Combine(Directory, "data");

    public string LogDirectory => Path.Combine(Directory, "log");

    public string Log => Path.Combine(LogDirectory, "server.log");

    public string VersionFile => Path.Combine(Data, "PG_VERSION");

    public string PostmasterPid => Path.Combine(Data, "postmaster.pid");

    public bool Initialised => File.Exists(VersionFile);

    public static ClusterPlaces Of(ClusterHome home, ClusterIdentity identity) => new(Path.Combine(home.Path, identity.Directory));

    /// <summary>A new name each time: the initdb of a killed program may still be writing into an older one.</summary>
    public string NewUnfinished() => Path.Combine(Directory, Unfinished + Path.GetRandomFileName());

    public IEnumerable<string> LeftUnfinished() => System.IO.Directory.EnumerateDirectories(Directory, Unfinished + "*");

    public int? MajorVersion() =>
        Initialised && int.TryParse(File.ReadAllText(VersionFile).Trim(), CultureInfo.InvariantCulture, out var major) ? major : null;
}
