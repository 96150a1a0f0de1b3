using System.Diagnostics;
using System.Globalization;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>How the server of one data directory runs: read once from the system, so that it can be started again exactly so.</summary>
/// <param name="Account">The user it runs as, by number: a test that runs as root must not start PostgreSQL as root.</param>
internal sealed record PostmasterProcess(string Data, string Log, string Account, IReadOnlyList<string> CommandLine)
{
    // In the directory every user can enter; what the caller holds open is not the server's.
    private const string Detached = "umask 077; cd /; log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1";

    public static PostmasterProcess Of(string data)
    {
        var id = IdIn(data);
        return new PostmasterProcess(
            data,
            File.ResolveLinkTarget($"/proc/{id}/fd/2", returnFinalTarget: false)!.FullName,
            AccountOf(id),
            File.ReadAllText($"/proc/{id}/cmdline").TrimEnd('\0').Split('\0'));
    }

    public async Task KillAllAsync(CancellationToken cancellation)
    {
        // The number in the file is believed only of a process that works in the directory.
        var postmaster = int.Parse(IdIn(Data), CultureInfo.InvariantCulture);
        for (var living = Living(); living.Count > 0; living = Living())
        {
            foreach (var id in living.OrderByDescending(id => id == postmaster))
                Kill(id);
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation);
        }
    }

    public Process StartAgain()
    {
        // It stays behind when the postmaster is killed, and its number may meanwhile be somebody else's.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        var start = new ProcessStartInfo(AccountOf("self") == Account ? "sh" : "setpriv") { UseShellExecute = false };
        if (start.FileName == "setpriv")
            foreach (var argument in (string[])[$"--reuid={Account}", $"--regid={GroupOf(Account)}", "--init-groups", "--", "sh"])
                start.ArgumentList.Add(argument);
        foreach (var argument in (string[])["-c", Detached, "sh", Log, .. CommandLine])
            start.ArgumentList.Add(argument);
        // As the product starts it: nothing of ours is the server's business.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }

    private static string IdIn(string data) => File.ReadLines(Path.Combine(data, "postmaster.pid")).First();

    private static string AccountOf(string process) =>
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];

    private static string GroupOf(string account) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[2] == account)[3];

    private List<int> Living() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && WorksThere(id)),
    ];

    private bool WorksThere(int id)
    {
        try
        {
            return Directory.ResolveLinkTarget($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cwd", returnFinalTarget: false)?.FullName == Data;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // It followed its postmaster.
        }
    }
}
