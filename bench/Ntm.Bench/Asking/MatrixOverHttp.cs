using System.Diagnostics;

namespace Ntm.Bench.Asking;

/// <summary>The matrix of the whole country over HTTP, compressed.</summary>
internal static class MatrixOverHttp
{
    /// <summary>Milliseconds of each of so many answers to random questions, one after the other over one connection.</summary>
    internal static async Task<IReadOnlyList<double>> MillisecondsAsync(ServedCountry country, int seed, int count)
    {
        using var client = await LeanClient.ConnectAsync(country.Address, 1);
        var requests = new Questions(country, seed).Matrix().Take(count)
            .Select(path => LeanClient.Get(country.Address, path, "Accept-Encoding: gzip, br\r\n")).ToArray();
        var answers = new List<double>();
        foreach (var request in requests)
        {
            var started = Stopwatch.GetTimestamp();
            await client.LengthAsync(request);
            answers.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return answers;
    }
}
