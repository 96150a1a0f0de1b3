using System.ComponentModel;
using System.Diagnostics;

namespace Ntm.Host.PrivateClusters;

internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs programs with a clean environment, as the server's user where there is one.</summary>
internal sealed class ServerCommands(ServerAccount? account)
{
    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    // A descriptor the caller left open (a lock, a pipe) would stay open for as long as the server lives.
    private const string CloseInherited = "exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; umask 077; exec \"$@\"";

    public Task<CommandResult> RunAsync(IEnumerable<string> command, CancellationToken ct, string input = "") =>
        ExecuteAsync([.. account?.SwitchUser ?? [], .. command], input, ct);

    public static Task<CommandResult> RunAsCallerAsync(IEnumerable<string> command, CancellationToken ct) =>
        ExecuteAsync(command, input: "", ct);

    private static async Task<CommandResult> ExecuteAsync(IEnumerable<string> command, string input, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Describe(command) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new PrivateClusterException($"/bin/sh cannot be started: {e.Message}", "Repair the system, or set NTM_DATABASE.", inner: e);
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await WriteAsync(process.StandardInput, input, ct);
            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, OnOneLine($"{await output}\n{await errors}"));
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string OnOneLine(string text) =>
        string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static async Task WriteAsync(StreamWriter stdin, string input, CancellationToken ct)
    {
        await using (stdin)
        {
            try
            {
                await stdin.WriteAsync(input.AsMemory(), ct);
            }
            catch (IOException)
            {
                // The program ended without reading; its exit code and output say why.
            }
        }
    }

    private static ProcessStartInfo Describe(IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            // Of all directories the one every user can enter.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["-c", CloseInherited, "ntm", .. command])
            start.ArgumentList.Add(argument);

        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }
}
