using System.Diagnostics;
using System.Globalization;

namespace Ntm.Host.PrivateClusters;

/// <summary>The living processes of a cluster, known by their working directory: every PostgreSQL process stays in its data directory.</summary>
internal static class ServerProcesses
{
    // A process number in a file may since have gone to any other program; a working directory does not lie.
    public static bool Lives(int processId, string dataDirectory) => processId > 0 && WorksIn($"/proc/{processId}", dataDirectory);

    public static IReadOnlyList<int> Of(string dataDirectory) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Where(process => WorksIn(process, dataDirectory))
            .Select(process => int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture)),
    ];

    /// <summary>Ends a server whose data is to go; the other processes follow their postmaster.</summary>
    public static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static bool WorksIn(string process, string directory)
    {
        try
        {
            return File.ReadAllText($"{process}/comm").Trim() == "postgres"
                && Directory.ResolveLinkTarget($"{process}/cwd", returnFinalTarget: false)?.FullName == directory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
