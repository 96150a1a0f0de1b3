using System.Diagnostics;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>Starts the program itself, as the launcher does, on a named database.</summary>
internal static class NtmProgram
{
    // artifacts/bin/Ntm.UnderFire.Tests/release/ beside artifacts/bin/Ntm.Host/release/
    private static readonly string Executable = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Ntm.Host", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "ntm"));

    public static Process Describe(string database, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["NTM_DATABASE"] = database;
        start.Environment.Remove("NTM_HOME");
        return new Process { StartInfo = start };
    }
}
