using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Domain.Access;
using Ntm.Host.Accounts;
using Ntm.Host.Database;
using Ntm.Host.OpenIdConnect;
using Ntm.Host.Serving;

namespace Ntm.Testing;

/// <summary>The product itself on a database of its own: the same session and the same web host a user starts, on a free loopback port.</summary>
public sealed class RunningHost(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private readonly List<HttpClient> _clients = [];
    private WebApplication? _app;

    public RecordSession Session { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;
    /// <summary>Who else people sign in through; stated before the host starts.</summary>
    public ProviderSettings? Outside { get; set; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Every route of the product, as routing knows them.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Makes an account that holds one office since 2020, and gives a client that acts as it.</summary>
    public async Task<HttpClient> ActAsAsync(string name, Office office)
    {
        var held = new HeldOffice(Guid.NewGuid(), office, new DateOnly(2020, 1, 1), null);
        Assert.True(await Session.AccountStore.AddAsync("operator", name, null, held, CancellationToken.None));
        await Session.Accounts.RefreshAsync(CancellationToken.None);
        return Bearing(await TokenAsync(name, TimeSpan.FromHours(1)));
    }

    /// <summary>A token of the account's first office.</summary>
    public async Task<string> TokenAsync(string name, TimeSpan lifetime)
    {
        var account = Session.Accounts.Roll.Find(name)!;
        return (await new Tokens(Session.SigningKeys, TimeProvider.System).GiveAsync(account, account.Offices[0], null, lifetime, CancellationToken.None)).Token;
    }

    public HttpClient Bearing(string token)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        _clients.Add(client);
        return client;
    }

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Session = await OpenSessionAsync();
        _app = NtmHost.Build(Session, ServingSettings.Default with { Outside = Outside }, "http://127.0.0.1:0");
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    /// <summary>Another program on the same database; the caller closes it.</summary>
    public Task<RecordSession> OpenSessionAsync() => RecordSession.OpenAsync(
        new DatabaseChoice.Named(ConnectionString), NullLoggerFactory.Instance, Time, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
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
