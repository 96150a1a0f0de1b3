using Npgsql;
using Ntm.Domain.Criteria;
using Ntm.EventStore;
using Ntm.EventStore.Evidence;
using Ntm.EventStore.Migrations;
using Ntm.Host.Accounts;
using Ntm.Host.Appraisal;
using Ntm.Host.Plans;
using Ntm.Host.PrivateClusters;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Reports;
using Ntm.Host.Titles;
using Ntm.Host.Units;
using Ntm.Host.Views;

namespace Ntm.Host.Database;

/// <summary>Where the record is kept: a database somebody names, or a private cluster.</summary>
public abstract record DatabaseChoice
{
    private DatabaseChoice()
    {
    }

    public sealed record Named(string ConnectionString) : DatabaseChoice;

    public sealed record Private(PrivateClusterOptions Cluster) : DatabaseChoice;

    /// <summary>NTM_DATABASE, else the private cluster that belongs to NTM_HOME.</summary>
    public static DatabaseChoice FromEnvironment(Func<string, string?> variable) => variable("NTM_DATABASE") is { } given && !string.IsNullOrWhiteSpace(given)
        ? new Named(given)
        : new Private(PrivateClusterOptions.FromEnvironment(variable));
}

/// <summary>
/// The opened record with all that works on it: what the web host and every command share. Opening starts the private cluster where
/// there is one, brings the schema up to date and reads the record into memory.
/// </summary>
public sealed class RecordSession : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;
    private readonly ClusterKeeper? _keeper;
    private readonly StoreConnections _connections;

    private RecordSession(PrivateCluster? cluster, ClusterKeeper? keeper, StoreConnections connections, TimeProvider time)
    {
        (_cluster, _keeper, _connections, Time) = (cluster, keeper, connections, time);
        Catalog = CriteriaCatalog.Shipped();
        Record = new Record(connections.Questions);
        Recording = new Record(connections.Recording);
        Following = new Record(connections.Views);
        Live = new LiveRecord(Record);
        Recorder = new Recorder(Recording, Live, Catalog, time);
        Questions = new QuestionResolver(Record, Live, Catalog, time);
        Histories = new Histories(Record, Live);
        Titles = new TitleQuestions(Questions, Live, Record, Catalog);
        Reports = new ReportDesk(Questions, Live, Histories, Catalog);
        Appraisals = new AppraisalDesk(Live, Histories, Catalog);
        Plans = new PlanSources(Live, Catalog);
        Evidence = new EvidenceStore(connections.Questions);
        SigningKeys = new SigningKeys(connections.Recording);
        AccountStore = new AccountStore(connections.Recording);
        Accounts = new LiveAccounts(AccountStore, SigningKeys);
        Upkeep = new Upkeep(connections.Views, Following, Live, time);
    }

    public CriteriaCatalog Catalog { get; }

    public Record Record { get; }

    /// <summary>The same record over connections that no number of questions can take: for recording and following.</summary>
    public Record Recording { get; }

    public LiveRecord Live { get; }

    public Recorder Recorder { get; }

    public QuestionResolver Questions { get; }

    public Histories Histories { get; }

    public TitleQuestions Titles { get; }

    internal ReportDesk Reports { get; }

    internal AppraisalDesk Appraisals { get; }

    public PlanSources Plans { get; }

    /// <summary>The files behind findings.</summary>
    public EvidenceStore Evidence { get; }

    public AccountStore AccountStore { get; }

    /// <summary>As they stood at the opening; a host follows them from then on.</summary>
    public LiveAccounts Accounts { get; }

    public SigningKeys SigningKeys { get; }

    public TimeProvider Time { get; }

    /// <summary>The same record over the connections of the views.</summary>
    internal Record Following { get; }

    internal Upkeep Upkeep { get; }

    internal NpgsqlDataSource ViewConnections => _connections.Views;

    internal NpgsqlDataSource RecordingConnections => _connections.Recording;

    internal NpgsqlDataSource QuestionConnections => _connections.Questions;

    /// <summary>As whoever opened it is known to the database, before the host takes the lesser role.</summary>
    internal string ConnectionString { get; private init; } = "";

    internal PrivateCluster? Cluster => _cluster;

    /// <summary>The migrations that opening applied.</summary>
    public IReadOnlyList<string> Migrated => _connections.Migrated;

    /// <exception cref="PrivateClusterException"/>
    /// <exception cref="StoreUnavailableException"/>
    /// <exception cref="MigrationMismatchException"/>
    public static Task<RecordSession> OpenAsync(DatabaseChoice database, ILoggerFactory logs, TimeProvider time, CancellationToken cancellation) =>
        OpenAsync(database, logs, time, isRead: true, cancellation);

    /// <param name="isRead">False for what asks nothing of the record: accounts are known, the index is empty.</param>
    internal static async Task<RecordSession> OpenAsync(
        DatabaseChoice database, ILoggerFactory logs, TimeProvider time, bool isRead, CancellationToken cancellation)
    {
        var cluster = database is DatabaseChoice.Private own
            ? await PrivateCluster.StartAsync(own.Cluster, logs.CreateLogger<PrivateCluster>(), time, cancellation)
            : null;
        try
        {
            var connectionString = database is DatabaseChoice.Named named ? named.ConnectionString : cluster!.ConnectionString;
            var connections = await StoreConnection.OpenAllAsync(connectionString, cancellation);
            var keeper = cluster is null ? null : new ClusterKeeper(cluster, logs.CreateLogger<PrivateCluster>(), time);
            var session = new RecordSession(cluster, keeper, connections, time) { ConnectionString = connectionString };
            await session.ReadAsync(isRead, cancellation);
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
        await _connections.DisposeAsync();
        if (_keeper is not null)
            await _keeper.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private async Task ReadAsync(bool isRead, CancellationToken cancellation)
    {
        try
        {
            await Accounts.RefreshAsync(cancellation);
            if (isRead)
                await Live.CatchUpToHeadAsync(Recording, cancellation);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
