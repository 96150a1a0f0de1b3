using System.Diagnostics;
using Ntm.EventStore.Append;

namespace Ntm.Bench;

/// <summary>What one caller alone waits for: ours against its own one-transaction append, each the median, in microseconds.</summary>
internal static class LoneCaller
{
    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var count = quick ? 300 : 2_000;
        await using var session = await BenchServer.OpenAsync(await server.NewDatabaseAsync());
        await SingleEntries.PrepareAsync(session);
        await using var rival = await Rival.OpenAsync(await server.NewDatabaseAsync());
        await using var connection = await rival.ConnectAsync();
        var act = new Act("local", null, "bench", null);
        var nothing = new Dictionary<string, long>();

        var ours = new List<double>();
        var theirs = new List<double>();
        for (var number = 0; number < count; number++)
        {
            var line = Country.Finding(number, withId: true);
            var read = Country.Read(line);
            var row = Rival.Encode(line);
            ours.Add(await MicrosecondsAsync(() => session.Recorder.RecordAsync([read], act, nothing, CancellationToken.None)));
            theirs.Add(await MicrosecondsAsync(() => Rival.AppendAsync(connection, row)));
        }

        table.Add("a lone caller's latency, median", "its own one-transaction append", Median(ours), Median(theirs), "µs", "at most 1.2");
    }

    private static async Task<double> MicrosecondsAsync(Func<Task> append)
    {
        var started = Stopwatch.GetTimestamp();
        await append();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
