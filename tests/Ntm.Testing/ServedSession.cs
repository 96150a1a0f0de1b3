using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.Database;
using Ntm.Host.Serving;

namespace Ntm.Testing;

/// <summary>The product on whatever database it is told, on a free loopback port: for tests of a database that fails, or of how a host is reached.</summary>
public sealed class ServedSession : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServedSession(RecordSession session, WebApplication app)
    {
        (Session, _app) = (session, app);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public RecordSession Session { get; }

    public HttpClient Client { get; }

    public static Task<ServedSession> OpenAsync(DatabaseChoice database) => OpenAsync(database, ServingSettings.Default);

    /// <param name="with">What a test adds before the host starts: a route that fails, somebody who reads the log.</param>
    public static async Task<ServedSession> OpenAsync(DatabaseChoice database, ServingSettings settings, Action<WebApplication>? with = null)
    {
        var session = await RecordSession.OpenAsync(database, NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
        var app = NtmHost.Build(session, settings, "http://127.0.0.1:0");
        with?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ServedSession(session, app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Session.DisposeAsync();
    }
}
