using System.Net;
using System.Threading.RateLimiting;

namespace Ntm.Host.Serving;

/// <summary>
/// How often signing in is tried: at one address, and at one account wherever it is tried from. Every attempt counts, before the password
/// is looked at, so that whoever guesses learns nothing and costs no hashing.
/// </summary>
public sealed class SignInAttempts : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(Limits.SignInsOfAddress, Limits.SignInsOfAddressPerMinute);
    private readonly PartitionedRateLimiter<string> _accounts = Limiter(Limits.SignInsOfAccount, Limits.SignInsOfAccountPerMinute);

    /// <param name="account">As typed, whether there is such an account or not.</param>
    /// <returns>Null where it may be tried; otherwise how long to wait.</returns>
    public TimeSpan? Try(IPAddress? address, string account) => Wait(_addresses, CallerAddress.Of(address)) ?? Wait(_accounts, account);

    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    private static PartitionedRateLimiter<string> Limiter(int atOnce, int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce, TokensPerPeriod = perMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        }));
}
