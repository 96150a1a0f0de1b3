using System.Net;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>Starts the product on a database without an entry, for whoever knows how; each call gives a database of its own.
/// The client's base address is the product's.</summary>
internal interface IProductOnEmptyDatabase
{
    Task<HttpClient> StartOnEmptyDatabaseAsync();
}

/// <summary>Tells a running product a random history and compares its answers with the plain reading of what it says it recorded.</summary>
internal sealed partial class BlackBox(HttpClient product, ulong seed, Action<string> print)
{
    public static async Task CompareAsync(
        IProductOnEmptyDatabase product, ulong seed, int questions, Action<string> print, int entries = 400)
    {
        // First of all, so that it stands there however the run ends.
        print($"seed {seed}, {entries} entries, {questions} questions");
        using var client = await product.StartOnEmptyDatabaseAsync();
        var box = new BlackBox(client, seed, print);
        await box.TellAsync(RandomHistory.Create(seed, entries));
        await box.AskAsync(questions);
    }

    public async Task AskAsync(int questions)
    {
        var entries = await FeedAsync("");
        await AskWithoutASetAsync(entries[0]["unit"]!.GetValue<string>());
        var reading = new PlainReading(entries);
        // Not the history's own throws over again, but as repeatable as they are.
        var dice = new Dice(~seed);
        for (var number = 1; number <= questions; number++)
        {
            var question = RandomQuestion.Ask(dice, reading, entries);
            using var response = await product.GetAsync(new Uri(question.Path, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();
            if (Difference(question, response.StatusCode, text) is { } difference)
            {
                Assert.Fail($"""
                    seed {seed}, question {number}: GET {question.Path}
                    {difference}
                    expected: {question.Expected?.ToJsonString() ?? "404 unit.unknown"}
                    actual:   {(int)response.StatusCode} {text}
                    """);
            }
        }

        print($"seed {seed}: {questions} questions answered alike");
    }

    // On these days no set is in force, and none is named.
    private async Task AskWithoutASetAsync(string unit)
    {
        foreach (var path in from kind in (string[])["status", "matrix", "diff"]
                             from day in (string[])["2016-11-30", "2026-02-15"]
                             select $"/api/units/{unit}/{kind}?on={day}")
        {
            using var response = await product.GetAsync(new Uri(path, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();
            Check(response.StatusCode == HttpStatusCode.UnprocessableEntity
                && PlainSets.Ids.Append("set.none_in_force").All(part => text.Contains(part, StringComparison.Ordinal)),
                $"GET {path}: expected 422 set.none_in_force with the sets there are, got {(int)response.StatusCode} {text}");
        }
    }

    private static string? Difference(RandomQuestion question, HttpStatusCode status, string text)
    {
        if (question.Expected is null)
        {
            return status == HttpStatusCode.NotFound && text.Contains("unit.unknown", StringComparison.Ordinal)
                ? null
                : "expected 404 with unit.unknown";
        }

        if (status != HttpStatusCode.OK)
            return "expected 200";

        var actual = JsonNode.Parse(text);
        // Which version of a set the product holds is its data, but it has to say it.
        if (question.NamesSetVersion && actual?["setVersion"] is { } version)
            question.Expected["setVersion"] = version.DeepClone();
        else if (question.NamesSetVersion)
            return "at $.setVersion: expected a version, got none";
        return JsonDifference.First(question.Expected, actual);
    }

    public async Task<List<JsonObject>> FeedAsync(string query)
    {
        var text = await product.GetStringAsync(new Uri($"/api/entries{query}", UriKind.Relative));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
            Assert.Fail($"seed {seed}, {otherwise}");
    }
}
