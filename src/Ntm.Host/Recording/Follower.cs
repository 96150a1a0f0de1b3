using Ntm.EventStore;

namespace Ntm.Host.Recording;

/// <summary>Keeps the index close to the record while other programs append. Answers do not wait for it; it keeps them quick.</summary>
internal sealed partial class Follower(Record record, LiveRecord live, TimeProvider time, ILogger<Follower> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var _ in record.ListenAsync(stoppingToken))
                    await live.CatchUpToHeadAsync(record, stoppingToken);
            }
            // Where the host could not start, nobody waits for what it had started, and the record may be closed already.
            catch (Exception fault) when (stoppingToken.IsCancellationRequested && fault is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            // An entry this program cannot read is not passed over: it stays where it is, says so, and answers what lies before.
            catch (Exception fault) when (fault is StoreUnavailableException or Npgsql.NpgsqlException or IOException or InvalidDataException)
            {
                LogLost(log, fault.Message);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Following the record was interrupted, trying again: {Reason}")]
    private static partial void LogLost(ILogger log, string reason);
}
