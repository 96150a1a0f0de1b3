using System.Globalization;

namespace Ntm.Bench.Asking;

/// <summary>One commune's status over HTTP, 32 connections, no question twice.</summary>
internal static class StatusOverHttp
{
    internal const string Measure = "status over HTTP, 32 connections, no question twice";
    internal const string HistoryMeasure = "status over HTTP at 10× history, time of one";

    private const int Connections = 32;
    private const int Rounds = 10;
    private const int WarmUp = 4;

    /// <summary>Against a constant of equal size through the same middleware.</summary>
    internal static async Task AgainstConstantAsync(BenchServer server, ResultTable table, bool quick)
    {
        await using var country = await ServedCountry.StartAsync(server, CountryRecord.Country(quick ? 0.1m : 1));
        using var client = await LeanClient.ConnectAsync(country.Address, Connections);
        using var questions = new Questions(country, seed: 5).Status().GetEnumerator();
        country.Constant = new byte[await UsualLengthAsync(country, client, questions)];

        // In turn, and the first turns are for the compiler.
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var asked = Take(questions, quick ? 20_000 : 50_000);
            var (theirRate, theirProcessor) = await ProcessorAsync(client, Spelt(country, asked, "constant"));
            var (ourRate, ourProcessor) = await ProcessorAsync(client, Spelt(country, asked, "status"));
            theirs.Add(theirRate);
            ours.Add(ourRate);
            // Of client and server together: it says more than the clock on a machine that others use.
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  {ourRate:N0} against {theirRate:N0} answers/s; {ourProcessor:0.0} against {theirProcessor:0.0} µs of processor for one"));
        }

        var (our, their) = Bench.Rounds.Median(ours.Skip(WarmUp), theirs.Skip(WarmUp));
        table.Add(Measure, "a constant of equal size through the same middleware", our, their, "answers/s", "0.7");
    }

    /// <summary>At ten times the findings of each commune against once.</summary>
    internal static async Task AgainstShorterHistoryAsync(BenchServer server, ResultTable table, bool quick)
    {
        var scale = quick ? 0.01m : 0.1m;
        await using var longer = await ServedCountry.StartAsync(server, CountryRecord.Country(scale, history: 10));
        await using var shorter = await ServedCountry.StartAsync(server, CountryRecord.Country(scale));
        using var ofLonger = new Questions(longer, seed: 6).Status().GetEnumerator();
        using var ofShorter = new Questions(shorter, seed: 6).Status().GetEnumerator();
        using var toLonger = await LeanClient.ConnectAsync(longer.Address, Connections);
        using var toShorter = await LeanClient.ConnectAsync(shorter.Address, Connections);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            theirs.Add(await toShorter.RateAsync(Spelt(shorter, Take(ofShorter, quick ? 20_000 : 50_000), "status")));
            ours.Add(await toLonger.RateAsync(Spelt(longer, Take(ofLonger, quick ? 20_000 : 50_000), "status")));
        }

        var (our, their) = Bench.Rounds.Median(ours.Skip(WarmUp), theirs.Skip(WarmUp));
        table.Add(HistoryMeasure, "at 1× history", 1_000_000 / our, 1_000_000 / their, "µs", "at most 1.2");
    }

    private static async Task<(double Rate, double Microseconds)> ProcessorAsync(LeanClient client, byte[][] requests)
    {
        var before = Environment.CpuUsage.TotalTime;
        var rate = await client.RateAsync(requests);
        return (rate, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / requests.Length);
    }

    private static async Task<int> UsualLengthAsync(ServedCountry country, LeanClient client, IEnumerator<(string, string)> questions)
    {
        var total = 0;
        var requests = Spelt(country, Take(questions, 500), "status");
        foreach (var request in requests)
            total += await client.LengthAsync(request);
        return total / requests.Length;
    }

    private static List<(string Unit, string Query)> Take(IEnumerator<(string, string)> questions, int count)
    {
        var taken = new List<(string, string)>(count);
        while (taken.Count < count && questions.MoveNext())
            taken.Add(questions.Current);
        return taken;
    }

    private static byte[][] Spelt(ServedCountry country, List<(string Unit, string Query)> questions, string answer) =>
        [.. questions.Select(question => LeanClient.Get(country.Address, $"/api/units/{question.Unit}/{answer}{question.Query}"))];
}
