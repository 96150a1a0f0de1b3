using System.Globalization;
using System.Text.RegularExpressions;

namespace Ntm.Host.PrivateClusters;

/// <summary>PostgreSQL's server programs of one major version.</summary>
internal sealed partial record ServerBinaries(string Directory, int Major)
{
    private const int OldestMajor = 15;
    private const string DebianRoot = "/usr/lib/postgresql";
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => Path.Combine(Directory, "initdb");

    public string PgCtl => Path.Combine(Directory, "pg_ctl");

    /// <summary>Finds programs that can open data of <paramref name="dataMajor"/>, or make new data when it is null.</summary>
    public static async Task<ServerBinaries> FindAsync(string? given, int? dataMajor, CancellationToken ct)
    {
        if (given is not null && !HasPrograms(given))
            throw new PrivateClusterException(
                $"NTM_PG_BIN names {given}, which does not hold {string.Join(", ", Programs)}.",
                "Correct it, or unset it to have them looked for.");

        var seen = new List<ServerBinaries>();
        foreach (var directory in given is null ? Candidates() : [given])
        {
            if (!HasPrograms(directory))
                continue;

            var found = new ServerBinaries(directory, await MajorOfAsync(directory, ct));
            if (dataMajor is null ? found.Major >= OldestMajor : found.Major == dataMajor)
                return found;

            seen.Add(found);
        }

        throw await ExplainAsync(seen, dataMajor, ct);
    }

    private static IEnumerable<string> Candidates() => OnPath().Concat(OfDebian());

    private static string[] OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> OfDebian() => System.IO.Directory.Exists(DebianRoot)
        ? System.IO.Directory.EnumerateDirectories(DebianRoot)
            .OrderByDescending(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(path => Path.Combine(path, "bin"))
        : [];

    private static bool HasPrograms(string directory) => Programs.All(program => Exists(Path.Combine(directory, program)));

    // File.Exists is content with a link whose program was uninstalled.
    private static bool Exists(string path) =>
        File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);

    private static async Task<int> MajorOfAsync(string directory, CancellationToken ct)
    {
        if (DebianDirectory().Match(directory) is { Success: true } debian)
            return int.Parse(debian.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);

        var version = await ServerCommands.RunAsCallerAsync([Path.Combine(directory, "postgres"), "--version"], ct);
        return VersionLine().Match(version.Output) is { Success: true } line
            ? int.Parse(line.Groups["major"].ValueSpan, CultureInfo.InvariantCulture)
            : 0;
    }

    private static async Task<PrivateClusterException> ExplainAsync(List<ServerBinaries> seen, int? dataMajor, CancellationToken ct)
    {
        var package = dataMajor is null ? await DistributionPackageAsync(ct) : $"postgresql-{dataMajor}";
        var install = $"Install it with: {InstallCommand(package)} (or set NTM_DATABASE to use a server of your own).";
        var others = string.Join(", ", seen.Select(found => $"{found.Major} in {found.Directory}"));
        return new PrivateClusterException(
            (dataMajor, others) switch
            {
                (null, "") => "PostgreSQL's server programs are not installed.",
                (null, _) => $"PostgreSQL {OldestMajor} or newer is needed; there is only {others}.",
                (_, "") => $"The database was made by PostgreSQL {dataMajor}, which is not installed.",
                _ => $"The database was made by PostgreSQL {dataMajor}; there is only {others}.",
            },
            install);
    }

    private static string InstallCommand(string? package) => package is null
        ? "sudo apt-get update && sudo apt-get install --no-install-recommends postgresql"
        : $"sudo apt-get install --no-install-recommends {package}";

    private static async Task<string?> DistributionPackageAsync(CancellationToken ct)
    {
        // The metapackage depends on the version the distribution supports.
        var depends = await ServerCommands.RunAsCallerAsync(["apt-cache", "depends", "postgresql"], ct);
        return PackageName().Match(depends.Output) is { Success: true } name ? name.Value : null;
    }

    [GeneratedRegex("^/usr/lib/postgresql/(?<major>[0-9]+)/bin/?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DebianDirectory();

    [GeneratedRegex(@"\) (?<major>[0-9]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionLine();

    [GeneratedRegex("postgresql-[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PackageName();
}
