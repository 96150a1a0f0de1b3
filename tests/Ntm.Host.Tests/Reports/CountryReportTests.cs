using System.Diagnostics;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Demo.Country;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;
using Ntm.Projections.CommuneMatrix;
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
        Assert.Empty(FiledReports.Read(made).Value!.File.Against(report, report.Hash()).Altered);
    }

    // The report says what the matrix says, on both days and on any map.
    [Theory]
    [InlineData("2016-12-31", "2015-12-31", "2016-12-31")]
    [InlineData("2020-06-30", "2019-12-31", "2020-06-30")]
    [InlineData("2020-06-30", "2018-12-31", "2025-06-30")]
    [InlineData("2024-12-31", "2021-12-31", "2018-01-01")]
    public void Every_figure_is_that_of_the_matrix(string on, string since, string boundary)
    {
        var catalog = CriteriaCatalog.Shipped();
        var index = new RecordIndex();
        index.Apply(new SyntheticCountry(catalog, CountrySize.At(0.02m)).Record());
        static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var question = new ReportQuestion(
            index, UnitId.Parse(SyntheticCountry.Root), Day(on), index.Position - 2_000, catalog.InForceOn(Day(on))!, AssessorSet.All, Day(boundary), Day(since));
        MatrixAnswer Matrix(DateOnly day) =>
            MatrixReading.Answer(index, question.Unit, day, question.KnownAt, question.Set, question.Assessors, question.Boundary)!;
        var (now, then) = (Matrix(question.On), Matrix(question.Since));
        ReportTable Table(string kind) => ReportReading.Read(ReportKinds.Find(kind)!, question)!.Tables[0];

        var communes = Table("communes-by-criterion");
        var (first, fulfilled) = (communes.Columns.ToList().FindIndex(column => column.Criterion == 1), communes.Columns.ToList().FindIndex(column => column.Key == "fulfilled"));
        Assert.Equal(
            now.Communes.Select(row => (row.Unit, row.Status, row.Parts is null ? row.Fulfilled : (decimal?)null)),
            communes.Rows.Where(row => !row.IsTotal).OrderBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => (row.Unit!, string.Concat(row.Cells.Skip(first).Take(question.Set.Criteria.Count).Select(cell => cell.Text)), row.Cells[fulfilled].Number)));
        Assert.Equal(
            now.Communes.Zip(then.Communes, (row, before) => row.Parts is null && before.Parts is null ? row.Fulfilled - before.Fulfilled : (decimal?)null),
            communes.Rows.Where(row => !row.IsTotal).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Cells[fulfilled + 1].Number));
        Assert.Equal(
            now.Bands.Zip(then.Bands, (band, before) => ((decimal?)band.Count, (decimal?)before.Count)),
            Table("bands").Rows.SkipLast(1).Select(row => (row.Cells[1].Number, row.Cells[3].Number)));
        Assert.Equal(
            now.ByCriterion.Zip(then.ByCriterion, (tally, before) => ((decimal?)(tally.A + tally.N), (decimal?)(before.A + before.N))),
            Table("criteria").Rows.Select(row => (row.Cells[4].Number, row.Cells[6].Number)));
        Assert.Equal((now.Average, then.Average), Table("average").Rows.Where(row => row.IsTotal).Select(row => (row.Cells[3].Number, row.Cells[4].Number)).Single());
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
