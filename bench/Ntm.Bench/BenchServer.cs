using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Ntm.Host.Database;
using Ntm.Host.PrivateClusters;

namespace Ntm.Bench;

/// <summary>A private cluster of its own with full durability, thrown away at the end; every rival gets a fresh database on it.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;
    private readonly PrivateClusterOptions _options;
    private readonly Dictionary<object, string> _filled = [];
    private int _databases;

    private BenchServer(PrivateCluster cluster, PrivateClusterOptions options) => (_cluster, _options) = (cluster, options);

    internal static async Task<BenchServer> StartAsync()
    {
        var options = PrivateClusterOptions.FromEnvironment(Environment.GetEnvironmentVariable) with
        {
            Home = Directory.CreateTempSubdirectory("ntm-bench-").FullName,
        };
        return new BenchServer(await PrivateCluster.StartAsync(options, NullLogger.Instance, TimeProvider.System, CancellationToken.None), options);
    }

    /// <summary>The connection string of a new empty database.</summary>
    internal async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++_databases}");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_cluster.ConnectionString) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_cluster.ConnectionString) { Database = name, MaxPoolSize = 80 }.ConnectionString;
    }

    /// <summary>A database that is filled for the first who asks for it and only read by all.</summary>
    internal async Task<string> OnceAsync(object what, Func<Task<string>> fill)
    {
        if (!_filled.TryGetValue(what, out var database))
            _filled[what] = database = await fill();
        return database;
    }

    internal static Task<RecordSession> OpenAsync(string database) =>
        RecordSession.OpenAsync(new DatabaseChoice.Named(database), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

    internal async Task<string> DescribeAsync()
    {
        await using var source = NpgsqlDataSource.Create(_cluster.ConnectionString);
        await using var command = source.CreateCommand("select version()");
        var version = ((string)(await command.ExecuteScalarAsync())!).Split(" on ")[0];
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? "unknown processor";
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} × {model}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB; {version}; .NET {Environment.Version}; fsync and synchronous_commit on.");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _cluster.DisposeAsync();
        await PrivateCluster.TryDeleteAsync(_options, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        Directory.Delete(_options.Home, recursive: true);
    }
}
