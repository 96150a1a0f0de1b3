namespace Ntm.UnderFire.Tests.Programs;

/// <summary>The hosts of a run, ended with it whatever became of it.</summary>
internal sealed class Hosts(int count, string database) : IAsyncDisposable
{
    public IReadOnlyList<NtmServe> All { get; } = [.. Enumerable.Range(0, count).Select(_ => new NtmServe(database))];

    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var host in All)
            await host.StartAsync(cancellation);
    }

    public async Task StartAgainAsync(CancellationToken cancellation)
    {
        await DisposeAsync();
        await StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in All)
            await host.DisposeAsync();
    }
}
