using Npgsql;

namespace Ntm.Host.PrivateClusters;

/// <summary>
/// A PostgreSQL server that belongs to one home directory and is shared by every program that uses this home:
/// the first starts it, the last to leave in order stops it.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private readonly ClusterHome _home;
    private readonly ClusterServer _server;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private HomeLock? _inUse;

    private PrivateCluster(ClusterHome home, ClusterServer server, HomeLock inUse, string connectionString, ILogger logger, TimeProvider time)
    {
        _home = home;
        _server = server;
        _inUse = inUse;
        _logger = logger;
        _time = time;
        ConnectionString = connectionString;
    }

    /// <summary>Opens the database ntm as its superuser; holds the password.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the cluster of the home or joins it, making it first where there is none; throws <see cref="PrivateClusterException"/>.</summary>
    public static async Task<PrivateCluster> StartAsync(
        PrivateClusterOptions options, ILogger logger, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var home = ClusterHome.Open(options.Home);
        using var starting = await LockStartAsync(home, logger, time, ct);
        var inUse = await HomeLock.SharedAsync(home.InUseLock, new WaitReport(time, logger.WaitingForOtherProgram), time, ct);
        try
        {
            return await StartLockedAsync(home, inUse, options, logger, time, ct);
        }
        catch
        {
            inUse.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server and deletes everything it holds, for throw-away homes; false when a program uses it.</summary>
    public static async Task<bool> TryDeleteAsync(PrivateClusterOptions options, ILogger logger, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var home = ClusterHome.Open(options.Home);
        using var starting = await LockStartAsync(home, logger, time, ct);
        using var alone = HomeLock.TryExclusive(home.InUseLock);
        if (alone is null)
            return false;

        if (!File.Exists(home.IdentityFile))
            return true;

        var places = ClusterPlaces.Of(home, ClusterIdentity.ReadOrCreate(home));
        foreach (var process in ServerProcesses.Of(places.Data))
            ServerProcesses.Kill(process);

        if (Directory.Exists(places.Directory))
            Directory.Delete(places.Directory, recursive: true);

        File.Delete(home.IdentityFile);
        return true;
    }

    /// <summary>Leaves the cluster; stops the server when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _inUse, null) is not { } held)
            return;

        try
        {
            using var stopping = await LockStartAsync(_home, _logger, _time, CancellationToken.None);
            await LeaveAsync(_home, _server, held, _logger);
        }
        catch (PrivateClusterException)
        {
            // The home was deleted meanwhile: with it went the password, and nobody can join this server any more.
            held.Dispose();
            await _server.StopAsync();
        }
    }

    /// <summary>False where the server has ended though this program uses it.</summary>
    internal bool ServerLives => _server.Lives;

    /// <summary>Starts a server that has ended by itself, at the address it had.</summary>
    internal async Task ReviveAsync(CancellationToken ct)
    {
        using var starting = await LockStartAsync(_home, _logger, _time, ct);
        if (_server.Lives)
            return;
        await _server.JoinOrStartAsync(ct, new NpgsqlConnectionStringBuilder(ConnectionString).Port);
        _logger.Revived();
    }

    internal Task StopServerBehindItsBackAsync(bool immediately) => _server.StopAsync(immediately);

    internal void LoseLocksAsWhenKilled() => Interlocked.Exchange(ref _inUse, null)?.Dispose();

    private static async Task<PrivateCluster> StartLockedAsync(
        ClusterHome home, HomeLock inUse, PrivateClusterOptions options, ILogger logger, TimeProvider time, CancellationToken ct)
    {
        var identity = ClusterIdentity.ReadOrCreate(home);
        var (places, server) = await OpenAsync(home, identity, options, logger, time, ct);
        if (!identity.Initialised)
            (identity with { Initialised = true }).Save(home);

        var connectionString = ClusterDatabase.ConnectionString(await server.JoinOrStartAsync(ct), identity.Password);
        try
        {
            try
            {
                await ClusterDatabase.EnsureAsync(connectionString, places, ct);
            }
            catch (PrivateClusterException fault) when (fault.InnerException is NpgsqlException and not PostgresException)
            {
                // What was joined was just going down: killed, it is still seen for a moment.
                await Task.Delay(TimeSpan.FromMilliseconds(500), time, ct);
                connectionString = ClusterDatabase.ConnectionString(await server.JoinOrStartAsync(ct), identity.Password);
                await ClusterDatabase.EnsureAsync(connectionString, places, ct);
            }
        }
        catch
        {
            await LeaveAsync(home, server, inUse, logger);
            throw;
        }

        return new PrivateCluster(home, server, inUse, connectionString, logger, time);
    }

    private static async Task<(ClusterPlaces Places, ClusterServer Server)> OpenAsync(
        ClusterHome home, ClusterIdentity identity, PrivateClusterOptions options, ILogger logger, TimeProvider time, CancellationToken ct)
    {
        var places = ClusterPlaces.Of(home, identity);
        if (identity.Initialised && !places.Initialised)
            throw new PrivateClusterException(
                $"The data of the database in {places.Data} is gone.",
                $"Restore it, or delete {home.IdentityFile} to begin with an empty database.");

        var binaries = await ServerBinaries.FindAsync(options.BinDirectory, places.MajorVersion(), ct);
        var commands = new ServerCommands(identity.Account is null ? null : ServerAccount.Named(identity.Account));
        if (!places.Initialised)
        {
            logger.Initialising(places.Data);
            await new ClusterInitialisation(places, identity, binaries, commands, options).RunAsync(ct);
        }

        return (places, new ClusterServer(places, binaries, commands, options, logger, time));
    }

    private static async Task LeaveAsync(ClusterHome home, ClusterServer server, HomeLock inUse, ILogger logger)
    {
        inUse.Dispose();
        using var alone = HomeLock.TryExclusive(home.InUseLock);
        if (alone is null)
            logger.LeftRunning();
        else
            await server.StopAsync();
    }

    private static Task<HomeLock> LockStartAsync(ClusterHome home, ILogger logger, TimeProvider time, CancellationToken ct) =>
        HomeLock.ExclusiveAsync(home.StartLock, new WaitReport(time, logger.WaitingForOtherProgram), time, ct);
}
