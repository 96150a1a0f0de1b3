using System.Diagnostics;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Demo.Country;
using Ntm.Host.Reports;
using Ntm.Projections.Index;
using Ntm.Projections.Reports;

namespace Ntm.Host.Tests.Reports;

/// <summary>The workbook of a whole country: 10,000 communes with <c>--full</c>, else a tenth of them.</summary>
public sealed class CountryReportTests
{
    private const long MostBytes = 300L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly bool Full = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1";

    [Fact]
    public async Task It_is_written_in_ten_seconds_of_a_processor_and_300_MB()
    {
        var catalog = CriteriaCatalog.Shipped();
        var index = new RecordIndex();
        index.Apply(new SyntheticCountry(catalog, CountrySize.At(Full ? 1m : 0.1m)).Record());
        var on = new DateOnly(2024, 6, 30);
        var question = new ReportQuestion(
            index, UnitId.Parse(SyntheticCountry.Root), on, index.Position, catalog.InForceOn(on)!, AssessorSet.Official, on, new DateOnly(2023, 12, 31));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var ended = new CancellationTokenSource();
        var highest = HighestAsync(ended.Token);

        // Of this thread: what others do meanwhile on this machine does not count.
        var (began, started) = (ThreadTime(), Stopwatch.GetTimestamp());
        var report = ReportReading.Read(ReportKinds.Find("communes-by-criterion")!, question)!;
        var made = ReportForms.Write(report, "xlsx", new());
        var (took, wall) = (ThreadTime() - began, Stopwatch.GetElapsedTime(started));
        await ended.CancelAsync();
        var bytes = await highest - before;

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{report.Tables[0].Rows.Count} rows, {made.Length >> 20} MiB: {took.TotalSeconds:0.00} s of the processor, {wall.TotalSeconds:0.00} s, {bytes >> 20} MiB at most");
        Assert.InRange(report.Tables[0].Rows.Count, Full ? 9_000 : 900, 12_000);
        Assert.True(took < Longest, $"{took}");
        Assert.True(bytes < MostBytes, $"{bytes >> 20} MiB");
    }

    private static async Task<long> HighestAsync(CancellationToken ended)
    {
        var highest = 0L;
        while (!ended.IsCancellationRequested)
        {
            highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(5, CancellationToken.None);
        }

        return highest;
    }

    // Linux tells it in nanoseconds as the first figure of the thread's schedule statistics.
    private static TimeSpan ThreadTime() =>
        TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 1000d);
}
