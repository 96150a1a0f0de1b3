using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Ntm.Host.Access;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>
/// So many requests a minute from each address, before anybody asks who it is, and for each account. Who asks from this machine without an
/// account is not counted: a host that is open is open to this machine alone.
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(1);

    internal static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<SignInAttempts>();
        services.AddRateLimiter(_ => { });
    }

    // Who is not counted goes past the limiter, which takes a lock.
    internal static void UseAddressRates(this WebApplication app, ServingSettings settings) => app.UseWhen(
        context => context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address),
        counted => counted.UseRateLimiter(By(context => CallerAddress.Of(context.Connection.RemoteIpAddress), settings.AddressRequestsPerMinute)));

    internal static void UseAccountRates(this WebApplication app, ServingSettings settings) => app.UseWhen(
        context => context.CallerOrNobody() is { IsLocal: false },
        counted => counted.UseRateLimiter(By(context => context.Caller().Actor, settings.AccountRequestsPerMinute)));

    private static RateLimiterOptions By(Func<HttpContext, string> caller, int perMinute) => new()
    {
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(caller(context), perMinute)),
        OnRejected = (rejected, _) => new ValueTask(ProblemResult
            .TooMany(rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Refill)
            .ExecuteAsync(rejected.HttpContext)),
    };

    // A quarter of a minute's requests may come at once: a page with what it links to, a program that catches up.
    private static RateLimitPartition<string> Bucket(string caller, int perMinute) => perMinute == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perMinute / 4), TokensPerPeriod = Math.Max(1, perMinute / 60), ReplenishmentPeriod = Refill,
        });
}

/// <summary>The address a caller is counted by.</summary>
internal static class CallerAddress
{
    private const int NetworkBytes = 8;

    /// <returns>Of version 6 the network: one subscriber has all of its addresses.</returns>
    internal static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length > 4 ? $"{Convert.ToHexStringLower(bytes.AsSpan(0, NetworkBytes))}/64" : address.ToString();
    }
}
