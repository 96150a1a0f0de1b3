using Npgsql;
using Ntm.Domain.Criteria;
using Ntm.EventStore;
using Ntm.EventStore.Migrations;
using Ntm.Host.PrivateClusters;
using Ntm.Host.Questions;
using Ntm.Host.Recording;

namespace Ntm.Host.Database;

/// <summary>Where the record is kept.</summary>
/// <param name="ConnectionString">An Npgsql connection string; null for the private cluster of <paramref name="Cluster"/>.</param>
public sealed record DatabaseChoice(string? ConnectionString, PrivateClusterOptions Cluster)
{
    /// <summary>NTM_DATABASE, else the private cluster that belongs to NTM_HOME.</summary>
    public static DatabaseChoice FromEnvironment(Func<string, string?> variable)
    {
        var given = variable("NTM_DATABASE");
        return new DatabaseChoice(string.IsNullOrWhiteSpace(given) ? null : given, PrivateClusterOptions.FromEnvironment(variable));
    }
}

/// <summary>
/// The opened record with all that works on it: what the web host and every command share. Opening starts the private cluster where
/// there is one, brings the schema up to date and reads the record into memory.
/// </summary>
public sealed class RecordSession : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;
    private readonly NpgsqlDataSource _dataSource;

    private RecordSession(PrivateCluster? cluster, NpgsqlDataSource dataSource, IReadOnlyList<string> migrated, TimeProvider time)
    {
        (_cluster, _dataSource, Migrated, Time) = (cluster, dataSource, migrated, time);
        Catalog = CriteriaCatalog.Shipped();
        Record = new Record(dataSource);
        Live = new LiveRecord(Record);
        Recorder = new Recorder(Record, Live, Catalog);
        Questions = new QuestionResolver(Record, Live, Catalog, time);
    }

    public CriteriaCatalog Catalog { get; }

    public Record Record { get; }

    public LiveRecord Live { get; }

    public Recorder Recorder { get; }

    public QuestionResolver Questions { get; }

    public TimeProvider Time { get; }

    /// <summary>The migrations that opening applied.</summary>
    public IReadOnlyList<string> Migrated { get; }

    /// <exception cref="PrivateClusterException"/>
    /// <exception cref="StoreUnavailableException"/>
    /// <exception cref="MigrationMismatchException"/>
    public static async Task<RecordSession> OpenAsync(DatabaseChoice database, ILoggerFactory logs, TimeProvider time, CancellationToken cancellation)
    {
        var cluster = database.ConnectionString is null
            ? await PrivateCluster.StartAsync(database.Cluster, logs.CreateLogger<PrivateCluster>(), time, cancellation)
            : null;
        try
        {
            var (dataSource, migrated) = await StoreConnection.OpenAsync(database.ConnectionString ?? cluster!.ConnectionString, cancellation);
            var session = new RecordSession(cluster, dataSource, migrated, time);
            await session.ReadAsync(cancellation);
            return session;
        }
        catch
        {
            // Leaving it twice is leaving it once.
            if (cluster is not null)
                await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finishes what was taken in, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await Recorder.DisposeAsync();
        Live.Dispose();
        await _dataSource.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await Live.CatchUpToHeadAsync(cancellation);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
