using Microsoft.AspNetCore.Routing;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Demo;
using Ntm.Host.Recording;

namespace Ntm.Testing;

/// <summary>The product with the demo's record in it, as <c>ntm demo</c> records it.</summary>
public sealed class DemoHost(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);

    public HttpClient Client => _host.Client;

    public IServiceProvider Services => _host.Services;

    public IReadOnlyList<RouteEndpoint> Routes => _host.Routes;

    public string ConnectionString => _host.ConnectionString;

    public Task<RecordSession> OpenSessionAsync() => _host.OpenSessionAsync();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        var session = _host.Session;
        var import = new FileImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today, session.Time);
        var lines = DemoRecord.Lines(synthetic: true);
        var result = await import.RunAsync(() => new MemoryStream(lines), new Act("local", null, "demo", null), null, CancellationToken.None);
        Assert.Empty(result.Refusals);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
