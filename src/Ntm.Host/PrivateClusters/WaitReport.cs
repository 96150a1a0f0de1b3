namespace Ntm.Host.PrivateClusters;

/// <summary>Says every few seconds how long something has been waited for, and nothing while it is quick.</summary>
internal sealed class WaitReport(TimeProvider time, Action<int> report)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next = Every;

    public TimeSpan Waited => time.GetElapsedTime(_began);

    public void Tick()
    {
        var waited = Waited;
        if (waited < _next)
            return;

        _next = waited + Every;
        report((int)waited.TotalSeconds);
    }
}
