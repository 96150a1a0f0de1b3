using Ntm.Host.PrivateClusters;

namespace Ntm.Testing;

/// <summary>The one PostgreSQL server of a suite: its own in a temporary home, or the one NTM_TEST_DATABASE names. An assembly fixture.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly TestHome _home = new();
    private PrivateCluster? _cluster;

    /// <summary>Opens a database of the server as a user that may create others.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("NTM_TEST_DATABASE") is { Length: > 0 } existing)
        {
            ConnectionString = existing;
            return;
        }

        await TestHome.SweepAsync();
        _cluster = await _home.StartAsync();
        ConnectionString = _cluster.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();

        await _home.DisposeAsync();
    }
}
