using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Ntm.EventStore.Tests.Support;

/// <summary>Stands between a program and its server, and can cut the line when the program commits.</summary>
internal sealed class CutConnections : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _accepting;

    public CutConnections(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode = SslMode.Disable,
        }.ConnectionString;
        Server = new DnsEndPoint(server.Host!, server.Port);
        _accepting = AcceptAsync();
    }

    public enum Cut
    {
        Never,
        BeforeTheCommitArrives,
        BeforeTheCommitIsAnswered,
    }

    public string ConnectionString { get; }

    /// <summary>Where the server is now.</summary>
    public DnsEndPoint Server { get; set; }

    public Cut At { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
                lines.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task ServeAsync(TcpClient program)
    {
        using var server = new TcpClient();
        using (program)
        {
            try
            {
                await server.ConnectAsync(Server.Host, Server.Port, _ended.Token);
                var mute = new StrongBox();
                await await Task.WhenAny(
                    CopyAsync(program.GetStream(), server.GetStream(), bytes => OnSentAsync(bytes, mute)),
                    CopyAsync(server.GetStream(), program.GetStream(), _ => Task.FromResult(!mute.Value)));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException)
            {
                // The line is cut.
            }
        }
    }

    // False ends the line.
    private async Task<bool> OnSentAsync(ReadOnlyMemory<byte> bytes, StrongBox mute)
    {
        if (At == Cut.Never || !Encoding.ASCII.GetString(bytes.Span).Contains("COMMIT", StringComparison.Ordinal))
            return true;
        mute.Value = true;
        await Task.CompletedTask;
        return At == Cut.BeforeTheCommitIsAnswered;
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, Task<bool>> mayPass)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, _ended.Token)) > 0)
        {
            if (!await mayPass(buffer.AsMemory(0, read)))
                return;
            await to.WriteAsync(buffer.AsMemory(0, read), _ended.Token);
        }
    }

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}
