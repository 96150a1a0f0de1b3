using System.Diagnostics;
using Ntm.EventStore.Append;

namespace Ntm.Bench;

/// <summary>What one caller alone waits for: ours against its own one-transaction append, each the median, in microseconds.</summary>
internal static class LoneCaller
{
    internal const string Measure = "a lone caller's latency, median";

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        await using var rival = await Rival.OpenAsync(await server.NewDatabaseAsync());
        await using var connection = await rival.ConnectAsync();
        var (ours, theirs) = await MediansAsync(server, quick, line =>
        {
            var row = Rival.Encode(line);
            return () => Rival.AppendAsync(connection, row);
        });
        table.Add(Measure, "its own one-transaction append", ours, theirs, "µs", "at most 1.2");
    }

    /// <summary>Ours and the rival's in turn, so that both meet the same moments of the machine.</summary>
    /// <param name="encode">Makes of a line what the rival appends; not measured.</param>
    internal static async Task<(double Ours, double Theirs)> MediansAsync(BenchServer server, bool quick, Func<string, Func<Task>> encode)
    {
        await using var session = await BenchServer.OpenAsync(await server.NewDatabaseAsync());
        await SingleEntries.PrepareAsync(session);
        var act = new Act("local", null, "bench", null);
        var nothing = new Dictionary<string, long>();

        var ours = new List<double>();
        var theirs = new List<double>();
        for (var number = 0; number < (quick ? 300 : 2_000); number++)
        {
            var line = Country.Finding(number, withId: true);
            var read = Country.Read(line);
            var append = encode(line);
            ours.Add(await MicrosecondsAsync(() => session.Recorder.RecordAsync([read], act, nothing, CancellationToken.None)));
            theirs.Add(await MicrosecondsAsync(append));
        }

        return (Median(ours), Median(theirs));
    }

    private static async Task<double> MicrosecondsAsync(Func<Task> append)
    {
        var started = Stopwatch.GetTimestamp();
        await append();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
