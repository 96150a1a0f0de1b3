using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ntm.UnderFire.Tests.Programs;

namespace Ntm.UnderFire.Tests.Importing;

/// <summary>One <c>ntm import FILE</c> in a process of its own.</summary>
internal sealed partial class NtmImport : IAsyncDisposable
{
    private readonly LastLines _said = new();
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task _measuring;

    public NtmImport(string database, string file)
    {
        _process = NtmProgram.Describe(database, "import", file);
        _process.Start();
        _said.ReadFrom(_process);
        _output = _process.StandardOutput.ReadToEndAsync();
        _measuring = Task.Run(MeasureAsync);
    }

    public PeakMemory Peak { get; private set; } = new(0, 0);

    public bool Ended => _process.HasExited;

    /// <summary>SIGKILL, while it is recording.</summary>
    public async Task KillAsync()
    {
        if (Ended)
            Assert.Fail($"it ended before it could be killed:\n{await _output}\n{_said}");
        _process.Kill();
        await _process.WaitForExitAsync();
        await _measuring;
    }

    /// <summary>Ends with exit code 0, or fails with what it said.</summary>
    public async Task<(long Recorded, long Repeated)> SucceedAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        await _measuring;
        var output = await _output;
        Assert.True(_process.ExitCode == 0, $"ended with {_process.ExitCode.ToString(CultureInfo.InvariantCulture)}:\n{output}\n{_said}");
        var summary = Summary().Match(output);
        return (long.Parse(summary.Groups["recorded"].Value, CultureInfo.InvariantCulture), long.Parse(summary.Groups["before"].Value, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended)
            _process.Kill();
        await _measuring;
        _process.Dispose();
    }

    private async Task MeasureAsync()
    {
        while (!_process.HasExited)
        {
            Peak = PeakMemory.Of(_process.Id) is { Kibibytes: > 0 } peak ? peak : Peak;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    [GeneratedRegex("(?<recorded>[0-9]+) recorded, (?<before>[0-9]+) stood before")]
    private static partial Regex Summary();
}
