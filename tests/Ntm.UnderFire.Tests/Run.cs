using System.Collections.Concurrent;
using System.Diagnostics;
using Ntm.UnderFire.Tests.Programs;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests;

/// <summary>What everybody of one run shares: whom to speak to, what was acknowledged, and the first thing that went wrong.</summary>
internal sealed class Run(Scale scale, int seed, DurableServer server, IReadOnlyList<NtmServe> hosts, CancellationTokenSource stop) : IDisposable
{
    private readonly ConcurrentQueue<string> _wrong = new();

    public Scale Scale => scale;

    public int Seed => seed;

    public DurableServer Server => server;

    public IReadOnlyList<NtmServe> Hosts => hosts;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromMinutes(2) };

    public Acknowledgements Acknowledged { get; } = new(scale.Writers, scale.Each);

    public HeldAppends Held { get; } = new();

    public Tally Tally { get; } = new();

    public Stopwatch Watch { get; } = Stopwatch.StartNew();

    public CancellationToken Stopped => stop.Token;

    /// <summary>True from the moment the last writer was answered.</summary>
    public bool AllWritten => Acknowledged.Count == scale.Entries;

    /// <summary>Ends the run: what came first is what it fails with.</summary>
    public void Wrong(string what)
    {
        _wrong.Enqueue(what);
        stop.Cancel();
    }

    public void Check(bool holds, Func<string> otherwise)
    {
        if (!holds)
            Wrong(otherwise());
    }

    /// <summary>Runs beside the others; if it fails, it ends them all.</summary>
    public Task Beside(Func<Task> deed) => Task.Run(async () =>
    {
        try
        {
            await deed();
        }
        catch (Exception fault) when (!Stopped.IsCancellationRequested)
        {
            Wrong(fault.ToString());
            throw;
        }
    });

    public void AssertNothingWrong()
    {
        if (_wrong.TryPeek(out var first))
            Assert.Fail($"seed {seed}, after {Acknowledged.Count} entries: {first}");
    }

    /// <summary>The instant by the clock of this machine, which is the database's too.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void Dispose() => Client.Dispose();
}
