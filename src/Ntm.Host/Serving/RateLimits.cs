using System.Net;
using System.Threading.RateLimiting;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>
/// So many requests a minute for each account, and for each address that has none. Who asks from this machine without an account is not
/// counted: a host that is open is open to this machine alone.
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(1);

    internal static void AddRateLimits(this IServiceCollection services, ServingSettings settings)
    {
        services.AddSingleton<SignInAttempts>();
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.Identity is { IsAuthenticated: true, Name: { } account }
                ? Bucket($"account {account}", settings.AccountRequestsPerMinute)
                : Bucket(CallerAddress.Of(context.Connection.RemoteIpAddress), settings.AddressRequestsPerMinute));
            limiter.OnRejected = (rejected, _) => new ValueTask(ProblemResult
                .TooMany(rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Refill)
                .ExecuteAsync(rejected.HttpContext));
        });
    }

    // Beside the way of those who are not counted there is no limiter at all, and no lock of one.
    internal static void UseRateLimits(this WebApplication app) => app.UseWhen(IsCounted, counted => counted.UseRateLimiter());

    private static bool IsCounted(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        || context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address);

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
