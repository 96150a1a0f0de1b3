using System.Net;
using System.Net.Sockets;
using Ntm.Fuzz.Tests.Requests;

namespace Ntm.Fuzz.Tests.Sending;

/// <summary>What became of a request.</summary>
/// <param name="Answer">Null where the connection was closed without a whole one.</param>
/// <param name="IsOver">Answered or closed; false: neither, in all the time it had.</param>
internal sealed record Outcome(RawAnswer? Answer, bool IsOver);

/// <summary>Sends requests byte for byte, each on a connection of its own.</summary>
internal sealed class Caller(IPEndPoint host)
{
    /// <summary>Longer than the server waits for a head or looks at the rate of a body.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly byte[] _buffer = new byte[64 * 1024];

    public async Task<Outcome> SendAsync(FuzzRequest request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
        try
        {
            await socket.ConnectAsync(host, patience.Token);
            var receiving = ReceiveAsync(socket, request.IsHead, patience.Token);
            await SendPiecesAsync(socket, request, receiving, patience.Token);
            if (request.Ending == Ending.HangsUp)
                return new Outcome(null, IsOver: true);
            return new Outcome(await receiving, IsOver: true);
        }
        catch (SocketException)
        {
            return new Outcome(null, IsOver: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Outcome(null, IsOver: false);
        }
    }

    private static async Task SendPiecesAsync(Socket socket, FuzzRequest request, Task receiving, CancellationToken cancellation)
    {
        try
        {
            foreach (var piece in request.Pieces)
            {
                await socket.SendAsync(piece.Bytes, cancellation);
                if (piece.Pause > TimeSpan.Zero)
                    await Task.WhenAny(receiving, Task.Delay(piece.Pause, cancellation));
                // It has said what it thinks of it.
                if (receiving.IsCompleted)
                    return;
            }

            if (request.Ending == Ending.HalfCloses)
                socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Closed while there was more to say: an answer may be there all the same.
        }
    }

    private async Task<RawAnswer?> ReceiveAsync(Socket socket, bool isHead, CancellationToken cancellation)
    {
        using var received = new MemoryStream();
        try
        {
            while (await socket.ReceiveAsync(_buffer, cancellation) is > 0 and var read)
            {
                received.Write(_buffer, 0, read);
                if (RawAnswer.MayBeWhole(Seen(received)) && RawAnswer.Read(Seen(received), isHead, ended: false) is { } answer)
                    return answer;
            }
        }
        catch (SocketException)
        {
            // Reset: what came before counts.
        }

        return RawAnswer.Read(Seen(received), isHead, ended: true);
    }

    private static ReadOnlySpan<byte> Seen(MemoryStream received) => received.GetBuffer().AsSpan(0, (int)received.Length);
}
