namespace Ntm.Host.PrivateClusters;

/// <summary>
/// Starts the server of a private cluster again where it ends by itself, killed or out of disk: nobody else would. At the same address,
/// so that the programs that use it find it again.
/// </summary>
internal sealed class ClusterKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private const int FailuresPerReport = 12;

    private readonly PrivateCluster _cluster;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _keeping;

    internal ClusterKeeper(PrivateCluster cluster, ILogger logger, TimeProvider time)
    {
        (_cluster, _logger, _time) = (cluster, logger, time);
        _keeping = Task.Run(KeepAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task KeepAsync()
    {
        var failures = 0;
        while (true)
        {
            await Task.Delay(failures == 0 ? Glance : AfterFailure, _time, _ended.Token);
            if (_cluster.ServerLives)
                continue;
            try
            {
                await _cluster.ReviveAsync(_ended.Token);
                failures = 0;
            }
            catch (PrivateClusterException fault)
            {
                if (failures++ % FailuresPerReport == 0)
                    _logger.NotRevived(fault.Message);
            }
        }
    }
}
