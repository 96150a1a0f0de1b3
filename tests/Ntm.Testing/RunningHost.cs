using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.Database;
using Ntm.Host.Serving;

namespace Ntm.Testing;

/// <summary>The product itself on a database of its own: the same session and the same web host a user starts, on a free loopback port.</summary>
public sealed class RunningHost(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private WebApplication? _app;

    public RecordSession Session { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Session = await OpenSessionAsync();
        _app = NtmHost.Build(Session, "http://127.0.0.1:0");
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    /// <summary>Another program on the same database; the caller closes it.</summary>
    public Task<RecordSession> OpenSessionAsync() => RecordSession.OpenAsync(
        new DatabaseChoice.Named(ConnectionString), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await Session.DisposeAsync();
        await _database.DisposeAsync();
    }
}
