using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Host.Database;
using Ntm.Host.Demo.Country;
using Ntm.Host.Serving;

namespace Ntm.Bench.Asking;

/// <summary>The synthetic country as the product serves it, with a constant beside it that goes through everything but the answering.</summary>
internal sealed class ServedCountry : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RecordSession _session;

    private ServedCountry(WebApplication app, RecordSession session) => (_app, _session) = (app, session);

    internal Uri Address => new(_app.Urls.First());

    internal long Head => _session.Live.Index.Position;

    internal CriteriaCatalog Catalog => _session.Catalog;

    /// <summary>Every commune that ever was.</summary>
    internal required IReadOnlyList<UnitId> Communes { get; init; }

    /// <summary>From here on every one of them is known.</summary>
    internal required long AllKnownAt { get; init; }

    /// <summary>What the constant answers.</summary>
    internal byte[] Constant { get; set; } = [];

    /// <summary>The views in SQL are made beforehand: making them must not take from what is measured.</summary>
    internal static async Task<ServedCountry> StartAsync(BenchServer server, SyntheticCountry country) =>
        await OverAsync(await CountryRecord.LoadWithViewsAsync(server, country), country);

    /// <param name="database">Holds the country and its views.</param>
    internal static async Task<ServedCountry> OverAsync(string database, SyntheticCountry country)
    {
        var session = await BenchServer.OpenAsync(database);
        var app = NtmHost.Build(session, "http://127.0.0.1:0");
        var established = country.Record().TakeWhile(entry => entry.Entry is UnitEstablished).ToList();
        var served = new ServedCountry(app, session)
        {
            Communes = [.. established.Where(entry => entry.Entry is UnitEstablished { Level: UnitLevel.Commune }).Select(entry => entry.Entry.Unit)],
            AllKnownAt = established[^1].Sequence,
        };
        app.MapGet("/api/units/{unit}/constant", async (HttpContext context) =>
        {
            var body = served.Constant;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await app.StartAsync();
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _session.DisposeAsync();
    }
}
