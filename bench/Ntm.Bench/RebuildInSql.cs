using System.Diagnostics;
using System.Text;
using Npgsql;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Recording;
using Ntm.Host.Views;
using Ntm.Projections.Views;

namespace Ntm.Bench;

/// <summary>
/// The views in SQL made again from the entries, until they are in place; against raw binary COPY of the same rows, encoded beforehand,
/// into the same tables, plus building the same keys and indexes, both views of findings at the same time as well.
/// </summary>
internal static class RebuildInSql
{
    private const string Measure = "views in SQL rebuilt from the entries and in place";

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        await using var session = await BenchServer.OpenAsync(await server.NewDatabaseAsync());
        var file = Encoding.UTF8.GetBytes(string.Join('\n', ImportAgainstCopy.Lines(quick)));
        var import = new FileImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today, session.Time);
        await import.RunAsync(() => new MemoryStream(file), new Act("local", null, "bench", null), null, CancellationToken.None);
        await KeepAsync(session);
        var fold = new RecordFold();
        await RecordScanning.ReadAsync(session.Following, session.Live.Index.Position, fold, CancellationToken.None);

        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < (quick ? 1 : 3); round++)
        {
            var rows = await CopyAsync(session, fold, theirs);
            var watch = Stopwatch.StartNew();
            var result = await new Rebuild(session, View.All, _ => { }).RunAsync(CancellationToken.None);
            ours.Add(rows / watch.Elapsed.TotalSeconds);
            if (result is not RebuildResult.Replaced { Differences.Count: 0 })
                throw new InvalidOperationException("the rebuild did not come to the same rows");
        }

        table.Add(Measure, "raw binary COPY of its own rows, plus their keys and indexes", ours.Max(), theirs.Max(), "rows/s", "0.5");
    }

    // Not a measure of the table: what following costs this process, whatever else the machine does meanwhile.
    private static async Task KeepAsync(RecordSession session)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await session.Upkeep.CatchUpAsync(session.Live.Index.Position, CancellationToken.None);
        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        await Console.Error.WriteLineAsync(FormattableString.Invariant(
            $"views kept up: {session.Live.Index.Position / watch.Elapsed.TotalSeconds:N0} entries/s, {session.Live.Index.Position / processor.TotalSeconds:N0} per second of this process's processor time"));
    }

    private static async Task<long> CopyAsync(RecordSession session, RecordFold fold, List<double> rates)
    {
        var (findings, periods, units) = (FreshRows.Findings(fold.Findings), FreshRows.Periods(fold.Findings), FreshRows.Units(fold));
        var rows = fold.Findings.Sum(unit => unit.Rows.LongCount() + unit.Periods.LongCount()) + fold.UnitPeriods.LongCount();
        await using var owner = NpgsqlDataSource.Create(session.ConnectionString);
        var tables = new RebuildTables(owner, View.All);
        await tables.BeginAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            tables.FillAsync(View.Finding, Once(findings.Added), fold.Position, () => findings.Digest, CancellationToken.None),
            tables.FillAsync(View.FindingPeriod, Once(periods.Added), fold.Position, () => periods.Digest, CancellationToken.None),
            tables.FillAsync(View.UnitPeriod, Once(units.Added), fold.Position, () => units.Digest, CancellationToken.None));
        rates.Add(rows / watch.Elapsed.TotalSeconds);
        await tables.EndAsync();
        return rows;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Once(BinaryRows rows)
    {
        await Task.CompletedTask;
        yield return rows.Written;
    }
}
