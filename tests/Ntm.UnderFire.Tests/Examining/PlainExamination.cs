using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Ntm.Host.Tests.Reading;
using Ntm.UnderFire.Tests.Asking;

namespace Ntm.UnderFire.Tests.Examining;

/// <summary>Holds answers against the plain fold of the record at the sequence each of them names.</summary>
internal sealed class PlainExamination(Run run)
{
    private const int AtOnce = 4;

    private int _compared;

    /// <returns>How many answers were compared.</returns>
    public async Task<int> ExamineAsync(IEnumerable<KeptAnswer> answers)
    {
        var feed = await run.Client.GetStringAsync(new Uri(run.Hosts[0].Address, "/api/entries"), run.Stopped);
        var reading = new PlainReading(feed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()));
        await Parallel.ForEachAsync(
            answers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = run.Stopped }, async (kept, _) => await CompareAsync(reading, kept));
        return _compared;
    }

    // The bytes given while others wrote are known by their hash: asked again they must come again, and say what the plain fold says.
    private async Task CompareAsync(PlainReading reading, KeptAnswer kept)
    {
        using var response = await run.Client.GetAsync(new Uri(run.Hosts[0].Address, kept.AskedAgain().First()), run.Stopped);
        var body = await response.Content.ReadAsByteArrayAsync(run.Stopped);
        Examined.Holds(response.StatusCode == HttpStatusCode.OK && Answer.Read(response, body).Body == kept.Body, () => $"{kept} was answered otherwise while others wrote");
        var (expected, actual) = (Expected(reading, kept), JsonNode.Parse(body));
        if (expected is JsonObject whole && whole.ContainsKey("setVersion"))
            whole["setVersion"] = actual!["setVersion"]!.DeepClone();
        Examined.Holds(JsonDifference.First(expected, actual) is null, () => $"GET {kept}: {JsonDifference.First(expected, actual)}");
        Interlocked.Increment(ref _compared);
    }

    private static JsonNode? Expected(PlainReading reading, KeptAnswer kept)
    {
        var question = new Uri(new Uri("http://localhost"), kept.Path);
        var asked = QueryHelpers.ParseQuery(question.Query);
        var on = DateOnly.ParseExact(asked["on"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var assessors = asked.TryGetValue("assessedBy", out var given) ? given.ToString() : null;
        return question.Segments switch
        {
            [.., "units"] => reading.Units(asked["under"], on, kept.Sequence),
            [.., var unit, "status"] => reading.Status(unit.TrimEnd('/'), on, kept.Sequence, PlainSets.InForceOn(on)!, assessors),
            [.., var unit, "matrix"] => reading.Matrix(unit.TrimEnd('/'), on, kept.Sequence, PlainSets.InForceOn(on)!, assessors, null),
            _ => throw new InvalidOperationException(kept.Path),
        };
    }
}
