using System.Globalization;

namespace Ntm.Host.PrivateClusters;

/// <summary>What a postmaster last wrote about itself; it stays behind when the postmaster is killed.</summary>
internal sealed record PostmasterPidFile(int ProcessId, int Port, bool Ready)
{
    private const int PortLine = 3;
    private const int StatusLine = 7;

    public static PostmasterPidFile? Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return new PostmasterPidFile(
                Number(lines, 0), Number(lines, PortLine), lines.Length > StatusLine && lines[StatusLine].Trim() == "ready");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static int Number(string[] lines, int line) =>
        lines.Length > line && int.TryParse(lines[line], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
