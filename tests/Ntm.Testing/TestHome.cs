using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.PrivateClusters;

namespace Ntm.Testing;

/// <summary>A temporary home with a cluster of its own, all of it deleted at the end.</summary>
public sealed class TestHome : IAsyncDisposable
{
    private const string Prefix = "ntm-test-";
    private static readonly TimeSpan SurelyAbandoned = TimeSpan.FromHours(1);

    /// <param name="durable">Flushes what it commits, as the product's clusters do; slower, and only for what rests on it.</param>
    public TestHome(bool durable = false) => Options = new PrivateClusterOptions
    {
        Home = Path.Combine(Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)),
        UnsafeNoFsyncForTests = !durable,
    };

    private TestHome(string path) => Options = new PrivateClusterOptions { Home = path };

    public PrivateClusterOptions Options { get; init; }

    public Task<PrivateCluster> StartAsync() =>
        PrivateCluster.StartAsync(Options, NullLogger.Instance, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Takes away what killed test runs left behind.</summary>
    public static async Task SweepAsync()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
            if (now - Directory.GetLastWriteTimeUtc(left) > SurelyAbandoned)
                await new TestHome(left).TryDeleteAsync();
    }

    public async ValueTask DisposeAsync() => await TryDeleteAsync();

    private async Task TryDeleteAsync()
    {
        if (!Directory.Exists(Options.Home))
            return;

        try
        {
            if (await PrivateCluster.TryDeleteAsync(Options, NullLogger.Instance, TimeProvider.System, CancellationToken.None))
                Directory.Delete(Options.Home, recursive: true);
        }
        catch (Exception e) when (e is PrivateClusterException or IOException or UnauthorizedAccessException)
        {
            // Another user's, or in use after all: the next sweep looks again.
        }
    }
}
