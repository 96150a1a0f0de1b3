namespace Ntm.Host.Accounts;

/// <summary>The accounts as this program knows them: read at the start, followed from then on. A request asks no database who it is.</summary>
public sealed class LiveAccounts(AccountStore store, SigningKeys keys)
{
    private readonly Lock _turn = new();
    private volatile AccountRoll _roll = AccountRoll.Empty;
    private long _begun;
    private long _shown;

    public AccountRoll Roll => _roll;

    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var begun = Interlocked.Increment(ref _begun);
        var roll = await store.ReadAsync(cancellation);
        if (!roll.IsEmpty)
            await keys.RefreshAsync(cancellation);

        // Who changes something reads at once, and who follows reads as well: what was read earlier must not come after what was read later.
        lock (_turn)
        {
            if (begun < _shown)
                return;
            (_shown, _roll) = (begun, roll);
        }
    }
}

/// <summary>Follows the accounts: what one host changes, every other knows a moment later.</summary>
internal sealed partial class AccountFollower(AccountStore store, LiveAccounts accounts, TimeProvider time, ILogger<AccountFollower> log) : BackgroundService
{
    // A line that is dead without a word is noticed by then.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await store.ListenAsync(accounts.RefreshAsync, LongestSilence, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What it knew stays; the next try may succeed.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogLost(log, fault.Message);
                await Task.Delay(BeforeAgain, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "Accounts cannot be followed for the moment: {Reason}")]
    private static partial void LogLost(ILogger log, string reason);
}
