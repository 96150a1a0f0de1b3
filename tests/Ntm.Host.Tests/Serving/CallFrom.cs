using System.Net;
using System.Net.Sockets;

namespace Ntm.Host.Tests.Serving;

/// <summary>Callers with addresses of their own; all of 127.0.0.0/8 is this machine.</summary>
internal static class CallFrom
{
    public static HttpClient Address(string address, Uri host) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = host,
    };
}
