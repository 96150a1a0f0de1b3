using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Ntm.Bench.Asking;
using Ntm.Domain.Findings;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Bench.Matrices;

/// <summary>
/// The matrix of the whole country on random days, as known at random sequences, by random assessors: from memory, and over HTTP; against
/// the fastest of several ways to ask PostgreSQL for the same letters, its rows fetched. Every way must give the same letters.
/// </summary>
internal static class CountryMatrix
{
    private static readonly string[] Ways = ["matrix_by_periods.sql", "matrix_by_findings.sql", "matrix_by_maximum.sql", "matrix_by_lookup.sql"];

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var country = CountryRecord.Country(quick ? 0.05m : 1);
        var database = await CountryRecord.LoadWithViewsAsync(server, country);
        await using var session = await BenchServer.OpenAsync(database);
        await session.Live.CatchUpToHeadAsync(CancellationToken.None);
        var index = session.Live.Index;
        var questions = CountryInMemory.Questions(session.Catalog, index.Position, seed: 7).Take(quick ? 5 : 12).ToList();

        CountryInMemory.MillisecondsOfMatrix(index, CountryInMemory.Questions(session.Catalog, index.Position, seed: 8), quick ? 400 : 40);
        var ours = CountryInMemory.MillisecondsOfMatrix(index, CountryInMemory.Questions(session.Catalog, index.Position, seed: 9), 40);
        var theirs = new List<(string Way, double Milliseconds)>();
        foreach (var way in Ways)
        {
            var asked = new List<double>();
            foreach (var question in questions)
            {
                var (letters, milliseconds) = await AskAsync(database, way, question);
                asked.Add(milliseconds);
                RequireSame(way, question, letters, MatrixReading.Answer(
                    index, CountryInMemory.Root, question.On, question.KnownAt, question.Set, question.Assessors, question.On)!);
            }

            theirs.Add((way, asked.Order().ElementAt(asked.Count / 2)));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {way}: {theirs[^1].Milliseconds:N0} ms"));
            await PlanAsync(database, way, questions[0]);
        }

        var fastest = theirs.MinBy(way => way.Milliseconds);
        table.Add("matrix of the country, in process", $"{fastest.Way}, the fastest of {Ways.Length} ways in PostgreSQL", 1_000 / ours, 1_000 / fastest.Milliseconds, "answers/s", "20");

        await using var served = await ServedCountry.OverAsync(database, country);
        await MatrixOverHttp.MillisecondsAsync(served, seed: 8, 20);
        var overHttp = (await MatrixOverHttp.MillisecondsAsync(served, seed: 9, quick ? 10 : 40)).Order().ToList();
        table.Add(
            "matrix of the country over HTTP, compressed", $"{fastest.Way}, its rows fetched", 1_000 / overHttp[overHttp.Count / 2], 1_000 / fastest.Milliseconds, "answers/s", "4");
    }

    private static async Task<(Dictionary<string, string> Letters, double Milliseconds)> AskAsync(string database, string way, CountryQuestion question)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = Command(source, Rival.Read(way), question);
        var letters = new Dictionary<string, string>();
        // Once for the server to read what it needs into its memory.
        await using (await command.ExecuteReaderAsync())
        {
        }

        var watch = Stopwatch.StartNew();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            letters[reader.GetString(0)] = reader.GetString(1);
        return (letters, watch.Elapsed.TotalMilliseconds);
    }

    private static async Task PlanAsync(string database, string way, CountryQuestion question)
    {
        if (Environment.GetEnvironmentVariable("NTM_BENCH_PLANS") is not { Length: > 0 } directory)
            return;
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = Command(source, "explain (analyze, buffers) " + Rival.Read(way), question);
        await using var reader = await command.ExecuteReaderAsync();
        await using var plan = File.CreateText(Path.Combine(directory, Path.ChangeExtension(way, ".txt")));
        while (await reader.ReadAsync())
            await plan.WriteLineAsync(reader.GetString(0));
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, CountryQuestion question)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in new object[]
        {
            CountryInMemory.Root.Value, question.On, question.KnownAt, question.Set.Id.Value, question.Assessors.ToNames().ToArray(), question.Set.Criteria.Count,
        })
            command.Parameters.AddWithValue(value);
        return command;
    }

    private static void RequireSame(string way, CountryQuestion question, Dictionary<string, string> theirs, MatrixAnswer ours)
    {
        var expected = ours.Communes.ToDictionary(row => row.Unit, row => row.Status);
        var told = theirs.ToDictionary(row => row.Key, row => string.Concat(
            row.Value.Split(',').Select(status => FindingStatuses.Names.TryParse(status, out var known) ? known.Letter() : '?')));
        if (expected.Count != told.Count || expected.Any(row => told.GetValueOrDefault(row.Key) != row.Value))
            throw new InvalidOperationException($"{way} has another answer to {question}");
    }
}
