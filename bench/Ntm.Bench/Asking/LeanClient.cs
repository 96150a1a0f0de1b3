using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ntm.Bench.Asking;

/// <summary>
/// Sends requests that were spelt out beforehand over some connections, each as soon as the one before is answered, and reads the answers
/// into a buffer it keeps: as little work beside the server's as can be, the same for every rival.
/// </summary>
internal sealed class LeanClient : IDisposable
{
    private readonly List<Socket> _connections = [];
    private readonly List<byte[]> _buffers = [];

    private LeanClient()
    {
    }

    internal static async Task<LeanClient> ConnectAsync(Uri address, int connections)
    {
        var client = new LeanClient();
        for (var number = 0; number < connections; number++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            client._connections.Add(socket);
            client._buffers.Add(new byte[64 * 1024]);
        }

        return client;
    }

    internal static byte[] Get(Uri address, string pathAndQuery, string headers = "") =>
        Encoding.ASCII.GetBytes($"GET {pathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");

    /// <summary>Requests answered a second; the connections share the requests.</summary>
    internal async Task<double> RateAsync(byte[][] requests)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(_connections.Select((connection, number) => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var request && request < requests.Length)
                await AskAsync(connection, _buffers[number], requests[request]);
        })));
        return requests.Length / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The length of the body of one answer.</summary>
    internal Task<int> LengthAsync(byte[] request) => AskAsync(_connections[0], _buffers[0], request);

    private static async Task<int> AskAsync(Socket connection, byte[] buffer, byte[] request)
    {
        await connection.SendAsync(request.AsMemory(), SocketFlags.None);
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += await ReceiveAsync(connection, buffer.AsMemory(read));
            head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var length = ContentLength(buffer.AsSpan(0, head));
        // What lies beyond the buffer is read over and over into the same place.
        for (var left = head + 4 + length - read; left > 0;)
            left -= await ReceiveAsync(connection, buffer.AsMemory(head + 4, Math.Min(left, buffer.Length - head - 4)));
        return length;
    }

    private static async ValueTask<int> ReceiveAsync(Socket connection, Memory<byte> into) =>
        await connection.ReceiveAsync(into, SocketFlags.None) is var received and > 0 ? received : throw new IOException("the server has closed the connection");

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(head));
        var at = head.IndexOf("Content-Length: "u8) + "Content-Length: "u8.Length;
        var length = 0;
        for (; at < head.Length && head[at] is >= (byte)'0' and <= (byte)'9'; at++)
            length = (length * 10) + (head[at] - '0');
        return length;
    }

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());
}
