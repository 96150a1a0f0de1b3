using System.Diagnostics;
using Ntm.Domain.Entries;

namespace Ntm.Bench.CritterStack;

/// <summary>The same three measures with the real Marten in the rival's place: quick append for the single ones, bulk insert for the import.</summary>
internal static class AgainstMarten
{
    internal static async Task SingleEntriesAsync(BenchServer server, ResultTable table, bool quick)
    {
        var each = SingleEntries.Each(quick);
        var theirs = await MartenRateAsync(server, each);
        var ours = await SingleEntries.OursAsync(server, each);
        table.Add(SingleEntries.Measure, $"Marten {MartenRival.Version}, quick append", ours, theirs, "entries/s", "3");
    }

    private static async Task<double> MartenRateAsync(BenchServer server, int each)
    {
        await using var marten = await MartenRival.OpenAsync(await server.NewDatabaseAsync());
        var entries = Enumerable.Range(0, SingleEntries.Callers * each).Select(Finding).ToArray();
        await marten.PrepareAsync();
        return await SingleEntries.RateAsync(each, (caller, number) => marten.AppendAsync(entries[(caller * each) + number]));
    }

    internal static async Task LoneCallerAsync(BenchServer server, ResultTable table, bool quick)
    {
        await using var marten = await MartenRival.OpenAsync(await server.NewDatabaseAsync());
        await marten.PrepareAsync();
        var (ours, theirs) = await LoneCaller.MediansAsync(server, quick, line =>
        {
            var entry = (DatedEntry)Country.Read(line).Entry;
            return () => marten.AppendAsync(entry);
        });
        table.Add(LoneCaller.Measure, $"Marten {MartenRival.Version}, quick append", ours, theirs, "µs", "at most 1");
    }

    internal static async Task ImportAsync(BenchServer server, ResultTable table, bool quick)
    {
        var lines = ImportAgainstCopy.Lines(quick);
        var theirs = await BulkAsync(server, lines);
        var ours = await ImportAgainstCopy.ImportAsync(server, lines);
        table.Add(ImportAgainstCopy.Measure, $"Marten {MartenRival.Version}, bulk insert", ours, theirs, "entries/s", "1");
    }

    private static async Task<double> BulkAsync(BenchServer server, List<string> lines)
    {
        await using var marten = await MartenRival.OpenAsync(await server.NewDatabaseAsync());
        var streams = marten.Streams(lines.Select(line => (DatedEntry)Country.Read(line).Entry));
        var watch = Stopwatch.StartNew();
        await marten.InsertAsync(streams);
        return lines.Count / watch.Elapsed.TotalSeconds;
    }

    private static DatedEntry Finding(int number) => (DatedEntry)Country.Read(Country.Finding(number, withId: true)).Entry;
}
