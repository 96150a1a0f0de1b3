using System.Diagnostics;
using Ntm.Domain.Entries;
using Ntm.EventStore.Append;
using Ntm.Host.Database;

namespace Ntm.Bench;

/// <summary>Durable single-entry commands from 64 callers: ours judged, in order, grouped; theirs one transaction per append over 64 connections.</summary>
internal static class SingleEntries
{
    internal const string Measure = "durable single-entry commands, 64 callers";
    internal const int Callers = 64;

    private static readonly Act Act = new("local", null, "bench", null);
    private static readonly Dictionary<string, long> NoExpectations = [];

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var each = Each(quick);
        // In turn, twice: a machine that speeds up or slows down does so for both.
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < (quick ? 1 : 2); round++)
        {
            theirs.Add(await TheirsAsync(server, each));
            ours.Add(await OursAsync(server, each));
        }

        table.Add(Measure, "one transaction per append over 64 connections", ours.Max(), theirs.Max(), "entries/s", "3");
    }

    internal static int Each(bool quick) => quick ? 100 : 600;

    internal static async Task PrepareAsync(RecordSession session) =>
        await session.Recorder.RecordAsync([.. Country.Units().Select(Country.Read)], Act, NoExpectations, CancellationToken.None);

    internal static async Task<double> OursAsync(BenchServer server, int each)
    {
        await using var session = await BenchServer.OpenAsync(await server.NewDatabaseAsync());
        await PrepareAsync(session);
        var lines = Enumerable.Range(0, Callers * each).Select(number => Country.Read(Country.Finding(number, withId: true))).ToArray();
        return await RateAsync(each, (caller, number) => RecordOneAsync(session, lines[(caller * each) + number]));
    }

    private static async Task RecordOneAsync(RecordSession session, SubmittedLine line) =>
        await session.Recorder.RecordAsync([line], Act, NoExpectations, CancellationToken.None);

    private static async Task<double> TheirsAsync(BenchServer server, int each)
    {
        await using var rival = await Rival.OpenAsync(await server.NewDatabaseAsync());
        var rows = Enumerable.Range(0, Callers * each).Select(number => Rival.Encode(Country.Finding(number, withId: true))).ToArray();
        var connections = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => rival.ConnectAsync().AsTask()));
        var rate = await RateAsync(each, (caller, number) => Rival.AppendAsync(connections[caller], rows[(caller * each) + number]));
        foreach (var connection in connections)
            await connection.DisposeAsync();
        return rate;
    }

    internal static async Task<double> RateAsync(int each, Func<int, int, Task> append)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var number = 0; number < each; number++)
                await append(caller, number);
        })));
        return Callers * each / watch.Elapsed.TotalSeconds;
    }
}
