using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Ntm.Testing;

/// <summary>Stands between a program and its server, and can cut the line, at the commit or at once, or swallow all that is sent.</summary>
public sealed class CutConnections : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _accepting;
    private CancellationTokenSource _lines = new();
    private volatile bool _swallows;
    private int _cuts;

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

    /// <summary>How many commits are cut before the line is whole again.</summary>
    public int Times { get; set; } = int.MaxValue;

    /// <summary>What the program sends with its commit.</summary>
    public string Mark { get; init; } = "COMMIT\0";

    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>Nothing passes any more and nobody is told, on lines that stand and on new ones: a network that hangs.</summary>
    public bool Swallows
    {
        get => _swallows;
        set => _swallows = value;
    }

    /// <summary>Cuts every line that stands; new ones are served.</summary>
    public async Task CutAllAsync()
    {
        using var lines = Interlocked.Exchange(ref _lines, new CancellationTokenSource());
        await lines.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CutAllAsync();
        await _ended.CancelAsync();
        _listener.Stop();
        await _accepting;
        _lines.Dispose();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
                lines.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token), _lines.Token));
        }
        // Stopped between two lines, it refuses to wait for the next.
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException || _ended.IsCancellationRequested)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task ServeAsync(TcpClient program, CancellationToken cut)
    {
        using var server = new TcpClient();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, cut);
        using (program)
        {
            try
            {
                await server.ConnectAsync(Server.Host, Server.Port, ended.Token);
                var mute = new StrongBox();
                await await Task.WhenAny(
                    CopyAsync(program.GetStream(), server.GetStream(), bytes => OnSent(bytes, mute), ended.Token),
                    CopyAsync(server.GetStream(), program.GetStream(), _ => mute.Value ? Passing.Cut : Passing.On, ended.Token));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException)
            {
                // The line is cut.
            }
        }
    }

    private enum Passing
    {
        On,
        Cut,
    }

    private Passing OnSent(ReadOnlyMemory<byte> bytes, StrongBox mute)
    {
        if (At == Cut.Never || !Encoding.ASCII.GetString(bytes.Span).Contains(Mark, StringComparison.Ordinal) || Interlocked.Increment(ref _cuts) > Times)
            return Passing.On;
        mute.Value = true;
        return At == Cut.BeforeTheCommitIsAnswered ? Passing.On : Passing.Cut;
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, Passing> mayPass, CancellationToken cut)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cut)) > 0)
        {
            if (_swallows)
                continue;
            if (mayPass(buffer.AsMemory(0, read)) == Passing.Cut)
                return;
            await to.WriteAsync(buffer.AsMemory(0, read), cut);
        }
    }

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}
