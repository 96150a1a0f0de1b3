using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.EventStore.Migrations;
using Ntm.Host.Demo.Country;
using Ntm.Host.Views;
using Ntm.Projections.Views;

namespace Ntm.Bench;

/// <summary>The synthetic country in a database of its own, put there by COPY without being judged: what questions are measured on.</summary>
internal static class CountryRecord
{
    private const int Chunk = 20_000;

    private static readonly Act Act = new("local", null, "bench", null);

    internal static SyntheticCountry Country(decimal scale, int history = 1) => new(CriteriaCatalog.Shipped(), CountrySize.At(scale, history));

    /// <summary>The connection string of a database with the whole of it; whoever asks for it again gets the same.</summary>
    internal static Task<string> LoadAsync(BenchServer server, SyntheticCountry country) => server.OnceAsync(country.Size, () => FillAsync(server, country));

    private static async Task<string> FillAsync(BenchServer server, SyntheticCountry country)
    {
        var database = await server.NewDatabaseAsync();
        var (source, _) = await StoreConnection.OpenAsync(database, CancellationToken.None);
        await using var _ = source;
        var record = new Record(source);
        Task? copying = null;
        foreach (var chunk in country.Record().Chunk(Chunk))
        {
            // The next is encoded while this one is written.
            var rows = Encode(chunk);
            if (copying is not null)
                await copying;
            copying = CopyAsync(record, rows);
        }

        if (copying is not null)
            await copying;
        return database;
    }

    /// <summary>The same with the views in SQL made and their statistics gathered.</summary>
    internal static Task<string> LoadWithViewsAsync(BenchServer server, SyntheticCountry country) => server.OnceAsync((country.Size, View.All), async () =>
    {
        var database = await LoadAsync(server, country);
        await using var session = await BenchServer.OpenAsync(database);
        await new Rebuild(session, View.All, _ => { }).RunAsync(CancellationToken.None);
        return database;
    });

    private static CopyRows Encode(RecordedEntry[] chunk)
    {
        var rows = new CopyRows(chunk[0].Sequence - 1);
        foreach (var entry in chunk)
            rows.Add(new EntryToAppend(new NewEntry(0, entry.Id, entry.Entry, entry.Stream, null), entry.Version, Act));
        return rows;
    }

    private static async Task CopyAsync(Record record, CopyRows rows)
    {
        using (rows)
            if (await record.TryCopyAfterAsync(rows, CancellationToken.None) is null)
                throw new InvalidOperationException("somebody else records in the database of the measurement");
    }
}
