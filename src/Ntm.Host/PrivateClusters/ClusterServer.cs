using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ntm.Host.PrivateClusters;

/// <summary>The server of one cluster. Its callers hold the start lock, so that nobody else starts or stops it meanwhile.</summary>
internal sealed class ClusterServer(
    ClusterPlaces places, ServerBinaries binaries, ServerCommands commands, PrivateClusterOptions options, ILogger logger, TimeProvider time)
{
    private const int PortsToTry = 8;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Its postmaster is there, whether it serves already or not.</summary>
    public bool Lives => PostmasterPidFile.Read(places.PostmasterPid) is { } file && ServerProcesses.Lives(file.ProcessId, places.Data);

    /// <summary>The port of the server that runs, after waiting for one that is starting or stopping, or of one started now.</summary>
    /// <param name="at">The port to start it at; none: a free one.</param>
    public async Task<int> JoinOrStartAsync(CancellationToken ct, int? at = null)
    {
        var report = new WaitReport(time, logger.WaitingForServer);
        while (true)
        {
            var file = PostmasterPidFile.Read(places.PostmasterPid);
            if (file is not null && ServerProcesses.Lives(file.ProcessId, places.Data))
            {
                if (file.Ready)
                {
                    logger.Joined(file.Port);
                    return file.Port;
                }
            }
            else if (ServerProcesses.Of(places.Data).Count == 0)
            {
                return await StartAsync(at, ct);
            }

            if (report.Waited > options.StartTimeout)
                throw new PrivateClusterException(
                    $"PostgreSQL neither started nor ended within {options.StartTimeout}; its processes are "
                    + $"{string.Join(", ", ServerProcesses.Of(places.Data))}.",
                    "Wait and try again, or end them.",
                    places.Log);

            report.Tick();
            await Task.Delay(Between, time, ct);
        }
    }

    public async Task StopAsync(bool immediately = false)
    {
        var stopped = await commands.RunAsync(
            [
                binaries.PgCtl, "stop", "--silent", $"--pgdata={places.Data}",
                $"--mode={(immediately ? "immediate" : "fast")}", $"--timeout={Seconds(StopTimeout)}",
            ],
            CancellationToken.None);
        if (stopped.Succeeded)
            logger.Stopped();
        else if (ServerProcesses.Of(places.Data).Count > 0)
            logger.NotStopped(stopped.Output, places.Log);
    }

    private async Task<int> StartAsync(int? at, CancellationToken ct)
    {
        // The file of a server that was killed. PostgreSQL believes it when its process number has gone to another program of
        // this user; that no process works in the data directory is known.
        File.Delete(places.PostmasterPid);
        var log = new ServerLog(places.Log);
        for (var attempt = 1; ; attempt++)
        {
            log.BeginStart();
            var port = at ?? FreePort();
            var started = await RunPgCtlStartAsync(port, ct);
            if (started.Succeeded)
            {
                logger.Started(port);
                return port;
            }

            if (at is not null || attempt == PortsToTry || !log.SinceStart().Contains("could not create any TCP/IP sockets", StringComparison.Ordinal))
                throw new PrivateClusterException(
                    $"PostgreSQL did not start: {started.Output} {log.LastLines()}.", "See the end of the log.", places.Log);
        }
    }

    private async Task<CommandResult> RunPgCtlStartAsync(int port, CancellationToken ct)
    {
        string[] command =
        [
            binaries.PgCtl, "start", "--silent", "--wait", $"--pgdata={places.Data}", $"--log={places.Log}",
            $"--timeout={Seconds(options.StartTimeout)}",
            $"--options={ServerSettings.CommandLine(port, options.UnsafeNoFsyncForTests)}",
        ];
        try
        {
            // pg_ctl makes the server a session of its own, which a Ctrl-C in this terminal does not reach.
            var starting = commands.RunAsync(command, ct);
            await ReportUntilAsync(starting, ct);
            return await starting;
        }
        catch (OperationCanceledException)
        {
            await StopAsync(immediately: true);
            throw;
        }
    }

    private async Task ReportUntilAsync(Task starting, CancellationToken ct)
    {
        var report = new WaitReport(time, logger.WaitingForServer);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        while (await Task.WhenAny(starting, Task.Delay(TimeSpan.FromSeconds(1), time, ended.Token)) != starting)
            report.Tick();

        await ended.CancelAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Seconds(TimeSpan timeout) => ((int)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
