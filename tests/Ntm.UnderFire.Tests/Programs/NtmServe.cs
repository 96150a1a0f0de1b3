using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>An <c>ntm serve</c> of its own process, started again at the same address whenever it was killed.</summary>
internal sealed class NtmServe(string database) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly LastLines _said = new();
    private Process? _process;

    /// <summary>What its managed heap may take at most; without one, what the machine has.</summary>
    public int? HeapMebibytes { get; init; }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>It ended, and nobody here ended it.</summary>
    public bool EndedByItself => _process is { HasExited: true };

    public string Said => _said.ToString();

    /// <summary>Returns once it has written its address.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var address = Address.GetLeftPart(UriPartial.Authority);
        var process = NtmProgram.Describe(database, "serve", "--urls", address);
        if (HeapMebibytes is { } most)
            process.StartInfo.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"0x{(long)most << 20:x}");
        process.Start();
        _process = process;
        _said.ReadFrom(process);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestStart);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == address)
                return;
        }

        throw new InvalidOperationException($"ntm serve did not start:\n{_said}");
    }

    /// <summary>SIGKILL: nothing of it is finished.</summary>
    public async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Highest resident memory so far.</summary>
    public string PeakMemory => Memory?.ToString() ?? "?";

    /// <summary>Null where it does not run.</summary>
    public PeakMemory? Memory => _process is { } process ? Programs.PeakMemory.Of(process.Id) : null;

    public async ValueTask DisposeAsync() => await KillAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
