using System.Runtime.InteropServices;

namespace Ntm.Host.CommandLine;

/// <summary>Ctrl-C and SIGTERM: the first lets the command finish what it has taken in, the second ends the program at once.</summary>
internal sealed class Termination : IDisposable
{
    // The web host gives its requests half of it; the rest is for what they handed in, and for the private cluster.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _asked = new();
    private readonly TimeProvider _time;
    private readonly TextWriter _error;
    private readonly PosixSignalRegistration[] _registrations;

    private ITimer? _patience;

    internal Termination(TimeProvider time, TextWriter error)
    {
        (_time, _error) = (time, error);
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    internal CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _patience?.Dispose();
        _asked.Dispose();
    }

    // One that is not cancelled does what it does to every program.
    private void OnSignal(PosixSignalContext signal)
    {
        if (_asked.IsCancellationRequested)
            return;
        signal.Cancel = true;
        _patience = _time.CreateTimer(_ => GiveUp(), null, Longest, Timeout.InfiniteTimeSpan);
        _asked.Cancel();
    }

    // What was acknowledged is on disk; what still hangs was not.
    private void GiveUp()
    {
        _error.WriteLine($"Không kết thúc được trong {Longest.TotalSeconds} giây, nên dừng hẳn · Could not finish within {Longest.TotalSeconds} s, so it ends here");
        Environment.Exit(ExitCodes.Refused);
    }
}
