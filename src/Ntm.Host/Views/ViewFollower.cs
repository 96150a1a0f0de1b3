using Ntm.EventStore;

namespace Ntm.Host.Views;

/// <summary>Keeps the views close to the record. Answers of the product do not wait for it.</summary>
internal sealed partial class ViewFollower(Upkeep upkeep, Record record, TimeProvider time, ILogger<ViewFollower> log) : BackgroundService
{
    // Entries that come one by one are taken in together: a transaction for each would cost those who append.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // While much is being recorded the views come along behind it, in short turns and with a quarter of a processor: who records must not
    // wait for them. When it is over they catch up.
    private const int AtOnceBesideOthers = 1_000;
    private const int ShareLeftToOthers = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var _ in record.ListenAsync(stoppingToken))
                {
                    await FollowAsync(stoppingToken);
                    await Task.Delay(Gathering, time, stoppingToken);
                }
            }
            // Where the host could not start, nobody waits for what it had started, and the record may be closed already.
            catch (Exception fault) when (stoppingToken.IsCancellationRequested && fault is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            // The views stay where they are, which /readyz and /metrics tell. Whatever somebody has done to their rows, the host goes on.
#pragma warning disable CA1031
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                LogLost(log, fault.Message);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var seen = await record.HeadAsync(cancellation);
        while (true)
        {
            var started = time.GetTimestamp();
            var head = await record.HeadAsync(cancellation);
            var isBusy = head > seen + AtOnceBesideOthers;
            seen = head;
            // Where another host is about it, it takes in what this one would have.
            if (await upkeep.AdvanceAsync(head, isBusy ? AtOnceBesideOthers : upkeep.AtOnce, cancellation) is not { } position || position >= head)
                return;
            if (isBusy)
                await Task.Delay(ShareLeftToOthers * time.GetElapsedTime(started), time, cancellation);
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "Keeping the views was interrupted, trying again: {Reason}")]
    private static partial void LogLost(ILogger log, string reason);
}
