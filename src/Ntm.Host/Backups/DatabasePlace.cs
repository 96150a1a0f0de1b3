using Ntm.Host.Database;
using Ntm.Host.PrivateClusters;

namespace Ntm.Host.Backups;

/// <summary>A database that is reached, and nothing of it opened yet: a private cluster is started for it.</summary>
internal sealed class DatabasePlace : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;

    private DatabasePlace(PrivateCluster? cluster, string connectionString) => (_cluster, ConnectionString) = (cluster, connectionString);

    /// <summary>As whoever makes the tables.</summary>
    internal string ConnectionString { get; }

    internal static async Task<DatabasePlace> ReachAsync(DatabaseChoice choice, ILoggerFactory logs, TimeProvider time, CancellationToken cancellation)
    {
        if (choice is DatabaseChoice.Named named)
            return new DatabasePlace(null, named.ConnectionString);
        var cluster = await PrivateCluster.StartAsync(((DatabaseChoice.Private)choice).Cluster, logs.CreateLogger<PrivateCluster>(), time, cancellation);
        return new DatabasePlace(cluster, cluster.ConnectionString);
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
