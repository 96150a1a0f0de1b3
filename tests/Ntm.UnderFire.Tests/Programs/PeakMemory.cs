using System.Globalization;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>The most memory a process ever had resident (VmHWM).</summary>
internal sealed record PeakMemory(long Kibibytes)
{
    /// <returns>Null once the process has ended.</returns>
    public static PeakMemory? Of(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
                .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line => new PeakMemory(long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)))
                .FirstOrDefault();
        }
        catch (IOException)
        {
            return null;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kibibytes / 1024} MiB");
}
