using System.Diagnostics;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.EventStore.Migrations;
using Ntm.Host.Recording;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Bench;

/// <summary>
/// A validated import, checked whole and then recorded in chunks, until the matrix at its last sequence answers; against raw binary
/// COPY of the same rows, encoded beforehand, into the same tables with the same triggers.
/// </summary>
internal static class ImportAgainstCopy
{
    internal const string Measure = "validated import until the matrix at its last sequence answers";

    private static readonly DateTimeOffset Unstamped = DateTimeOffset.UnixEpoch;

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var lines = Lines(quick);
        // In turn; the first turn is for the compiler.
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < (quick ? 1 : 4); round++)
        {
            theirs.Add(await CopyAsync(server, lines));
            ours.Add(await ImportAsync(server, lines));
        }

        var (our, their) = Rounds.Median(ours.Skip(quick ? 0 : 1), theirs.Skip(quick ? 0 : 1));
        table.Add(Measure, "raw binary COPY of the same rows", our, their, "entries/s", "0.6");
    }

    internal static List<string> Lines(bool quick) =>
        [.. Country.Units(), .. Enumerable.Range(0, quick ? 20_000 : 200_000).Select(number => Country.Finding(number, withId: true))];

    internal static async Task<double> ImportAsync(BenchServer server, List<string> lines)
    {
        await using var session = await BenchServer.OpenAsync(await server.NewDatabaseAsync());
        var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var watch = Stopwatch.StartNew();
        var import = new FileImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today, session.Time);
        var result = await import.RunAsync(() => new MemoryStream(file), new Act("local", null, "bench", null), null, CancellationToken.None);
        var set = session.Catalog.Find(new SetId("ntm-2016-2020"))!;
        var answer = MatrixReading.Answer(
            session.Live.Index, UnitId.Parse("huyen"), new DateOnly(2020, 1, 1), session.Live.Index.Position, set, AssessorSet.Official, new DateOnly(2020, 1, 1));
        var rate = lines.Count / watch.Elapsed.TotalSeconds;
        return result.Recorded == lines.Count && answer?.Communes.Count == Country.Communes ? rate : throw new InvalidOperationException("the import is not whole");
    }

    private static async Task<double> CopyAsync(BenchServer server, List<string> lines)
    {
        var database = await server.NewDatabaseAsync();
        var (source, _) = await StoreConnection.OpenAsync(database, CancellationToken.None);
        await using var _ = source;
        var rows = lines.Select(Rival.Encode).ToList();
        var versions = new Dictionary<string, long>();
        var versioned = rows.Select(row => (Row: row, Version: versions[row.Stream] = versions.GetValueOrDefault(row.Stream) + 1)).ToList();

        var watch = Stopwatch.StartNew();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await StreamsAsync(connection, versions);
        var first = await ReserveAsync(connection, rows.Count);
        await using (var copy = await connection.BeginBinaryImportAsync(Rival.Read("copy_events.sql")))
        {
            foreach (var (row, version) in versioned)
                await WriteAsync(copy, first++, row, version);
            await copy.CompleteAsync();
        }

        await transaction.CommitAsync();
        return lines.Count / watch.Elapsed.TotalSeconds;
    }

    private static async Task StreamsAsync(NpgsqlConnection connection, Dictionary<string, long> versions)
    {
        await using var command = new NpgsqlCommand("insert into ntm.mt_streams (id, version) select * from unnest($1::text[], $2::bigint[])", connection)
        {
            Parameters = { new() { Value = versions.Keys.ToArray() }, new() { Value = versions.Values.ToArray() } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> ReserveAsync(NpgsqlConnection connection, int count)
    {
        await using var command = new NpgsqlCommand("select first from ntm.begin_append_numbered($1)", connection) { Parameters = { new() { Value = (long)count } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, long sequence, EncodedRow row, long version)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(sequence, NpgsqlDbType.Bigint);
        await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid);
        await copy.WriteAsync(row.Stream, NpgsqlDbType.Varchar);
        await copy.WriteAsync(version, NpgsqlDbType.Bigint);
        await copy.WriteAsync(row.Data, NpgsqlDbType.Jsonb);
        await copy.WriteAsync(row.Type, NpgsqlDbType.Varchar);
        await copy.WriteAsync(Unstamped, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync("*DEFAULT*", NpgsqlDbType.Varchar);
        await copy.WriteAsync(row.DotNetType, NpgsqlDbType.Varchar);
        await copy.WriteAsync("bench", NpgsqlDbType.Varchar);
        await copy.WriteAsync("{\"client\":\"bench\"}", NpgsqlDbType.Jsonb);
        await copy.WriteAsync("local", NpgsqlDbType.Varchar);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean);
    }
}
