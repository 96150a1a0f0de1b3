using System.Diagnostics;
using Npgsql;
using Ntm.Host.Recording;

namespace Ntm.Bench.Opening;

/// <summary>The index built from the whole record, against the database giving the same rows to somebody who throws them away.</summary>
internal static class IndexFromRecord
{
    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var database = await CountryRecord.LoadAsync(server, CountryRecord.Country(quick ? 0.05m : 1));
        await using var session = await BenchServer.OpenAsync(database);
        var head = await session.Record.HeadAsync(CancellationToken.None);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            theirs.Add(head / await SecondsAsync(() => ThrowAwayAsync(database)));
            ours.Add(head / await SecondsAsync(async () =>
            {
                if ((await new IndexLoading(session.Record).LoadAsync(head, CancellationToken.None)).Position != head)
                    throw new InvalidOperationException("the index is not whole");
            }));
        }

        var (our, their) = Rounds.Median(ours, theirs);
        table.Add("the index built from the record", "COPY of its rows in order, thrown away", our, their, "entries/s", "0.5");
    }

    private static async Task ThrowAwayAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync(Rival.Read("scan_events_raw.sql"));
        var buffer = new byte[256 * 1024];
        while (await copy.ReadAsync(buffer, CancellationToken.None) > 0)
        {
        }
    }

    private static async Task<double> SecondsAsync(Func<Task> deed)
    {
        var watch = Stopwatch.StartNew();
        await deed();
        return watch.Elapsed.TotalSeconds;
    }
}
