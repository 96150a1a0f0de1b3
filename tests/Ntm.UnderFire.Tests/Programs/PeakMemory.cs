using System.Globalization;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>The most memory a process ever had resident (VmHWM), and what it has now (VmRSS).</summary>
internal sealed record PeakMemory(long Kibibytes, long NowKibibytes)
{
    /// <returns>Null once the process has ended.</returns>
    public static PeakMemory? Of(int process)
    {
        try
        {
            var status = File.ReadAllLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status");
            // One that has ended and is not yet waited for has no memory.
            return NumberOf(status, "VmHWM:") is { } peak && NumberOf(status, "VmRSS:") is { } now ? new PeakMemory(peak, now) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long? NumberOf(string[] status, string name) =>
        status.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kibibytes / 1024} MiB");
}
