using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Ntm.Domain.Findings;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Bench.Opening;

/// <summary>From the start of the program on a database that holds the country to the first answer about all of it, and that answer right.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var database = await CountryRecord.LoadWithViewsAsync(server, CountryRecord.Country(quick ? 0.05m : 1));
        var expected = await ExpectedAsync(database);
        var seconds = new List<double>();
        for (var round = 0; round < 3; round++)
            seconds.Add(await SecondsAsync(database, expected));
        table.Add("start of the program to the first right answer", "the limit", seconds.Order().ElementAt(1), 5, "s", "at most 1");
    }

    private static async Task<(string Question, decimal? Average)> ExpectedAsync(string database)
    {
        await using var session = await BenchServer.OpenAsync(database);
        var head = await session.Live.CatchUpToHeadAsync(CancellationToken.None);
        var set = session.Catalog.Sets[^1];
        var matrix = MatrixReading.Answer(session.Live.Index, CountryInMemory.Root, set.To, head, set, AssessorSet.Official, set.To)!;
        return (string.Create(CultureInfo.InvariantCulture, $"/api/units/{CountryInMemory.Root}/matrix?on={set.To:yyyy-MM-dd}&knownAt={head}"), matrix.Average);
    }

    private static async Task<double> SecondsAsync(string database, (string Question, decimal? Average) expected)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ntm.dll"), "serve", "--urls", address])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["NTM_DATABASE"] = database;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        using var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        try
        {
            while (true)
            {
                if (program.HasExited)
                    throw new InvalidOperationException($"ntm serve ended with {program.ExitCode}");
                if (await AverageAsync(client, expected.Question) is { } average)
                    return average == expected.Average ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{average} is not the right answer");
                await Task.Delay(Glance);
            }
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    private static async Task<decimal?> AverageAsync(HttpClient client, string question)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(question, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
                return null;
            using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
            return body.RootElement.GetProperty("average").GetDecimal();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
