using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ntm.Testing;

/// <summary>A connection to a host on which anything can be said, byte for byte.</summary>
public sealed class RawLine : IDisposable
{
    private readonly TcpClient _line = new();

    public static async Task<RawLine> OpenAsync(Uri host)
    {
        var line = new RawLine();
        await line._line.ConnectAsync(IPEndPoint.Parse(host.Authority));
        return line;
    }

    public Task SayAsync(string text) => _line.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    /// <summary>Everything that is answered until the host closes.</summary>
    public async Task<string> HearAsync()
    {
        using var answer = new StreamReader(_line.GetStream(), Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }

    /// <summary>Hangs up in the middle of it.</summary>
    public void Reset()
    {
        _line.LingerState = new LingerOption(true, 0);
        _line.Close();
    }

    public void Dispose() => _line.Dispose();
}
