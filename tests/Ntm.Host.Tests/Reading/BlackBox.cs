using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>Starts the product on a database without an entry, for whoever knows how; each call gives a database of its own.
/// The client's base address is the product's.</summary>
internal interface IProductOnEmptyDatabase
{
    Task<HttpClient> StartOnEmptyDatabaseAsync();
}

/// <summary>Tells a running product a random history and compares its answers with the plain reading of what it says it recorded.</summary>
internal sealed class BlackBox(HttpClient product, ulong seed, Action<string> print)
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

    public async Task TellAsync(RandomHistory history)
    {
        var rules = new PlainRules(RandomHistory.LastDay);
        for (var number = 0; number < history.Steps.Count; number++)
        {
            var step = history.Steps[number];
            var before = rules.Lines.Count;
            if (step.RefusedWith is null)
            {
                foreach (var line in step.Lines)
                    rules.Record(line);
            }

            await PostAsync(step, number, before);
            if (step.RefusedWith is { } code)
            {
                var after = await FeedAsync(string.Create(CultureInfo.InvariantCulture, $"?after={before}"));
                Check(after.Count == 0, $"step {number}, refused with {code}, left {after.Count} entries behind\n{Ndjson(step.Lines)}");
            }
        }

        CheckRecorded(rules, await FeedAsync(""));
        print($"seed {seed}: {history.Steps.Count} batches told, {rules.Lines.Count} entries recorded");
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
        foreach (var path in from kind in (string[])["status", "matrix"]
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

    private async Task PostAsync(HistoryStep step, int number, int before)
    {
        using var content = new StringContent(Ndjson(step.Lines), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await product.PostAsync(new Uri("/api/entries", UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        var expected = step switch
        {
            { RefusedWith: not null } => HttpStatusCode.UnprocessableEntity,
            { NewEntries: 0 } => HttpStatusCode.OK,
            _ => HttpStatusCode.Created,
        };
        Check(response.StatusCode == expected,
            $"step {number} after entry {before}: expected {(int)expected} {step.RefusedWith}, got {(int)response.StatusCode}\n{Ndjson(step.Lines)}\n{text}");
        if (step.RefusedWith is null)
            return;

        var error = JsonNode.Parse(text)?["errors"]?[0];
        Check(error?["code"]?.GetValue<string>() == step.RefusedWith && error["line"]?.GetValue<int>() == step.Lines.Count,
            $"step {number} after entry {before}: expected {step.RefusedWith} on line {step.Lines.Count}\n{Ndjson(step.Lines)}\n{text}");
    }

    private async Task<List<JsonObject>> FeedAsync(string query)
    {
        var text = await product.GetStringAsync(new Uri($"/api/entries{query}", UriKind.Relative));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private void CheckRecorded(PlainRules rules, List<JsonObject> feed)
    {
        Check(feed.Count == rules.Lines.Count, $"expected {rules.Lines.Count} entries in the feed, got {feed.Count}");
        for (var i = 0; i < feed.Count; i++)
        {
            Check(feed[i]["sequence"]!.GetValue<long>() == i + 1, $"entry {i + 1} has sequence {feed[i]["sequence"]}");
            Check(i == 0 || string.CompareOrdinal(Stamp(feed[i - 1]), Stamp(feed[i])) < 0, $"entry {i + 1} is not stamped after the one before it");
            Check(feed[i]["stream"]?.GetValue<string>() == PlainStorage.StreamOf(feed[i]), $"entry {i + 1} lies in stream {feed[i]["stream"]}");
            var difference = JsonDifference.First(AsSaid(rules.Lines[i].Json, rules.Lines[i].Json), AsSaid(feed[i], rules.Lines[i].Json));
            Check(difference is null, $"entry {i + 1} is not what was said, {difference}\nsaid:     {rules.Lines[i].Json.ToJsonString()}\nrecorded: {feed[i].ToJsonString()}");
        }
    }

    private static string Stamp(JsonObject entry) => entry["recordedAt"]!.GetValue<string>();

    // An id that the plain rules made up stands for whatever id the product gave.
    private static JsonObject AsSaid(JsonObject entry, JsonObject said)
    {
        var bare = PlainStorage.Normal(entry);
        foreach (var givenBySystem in (string[])["sequence", "recordedAt", "recordedBy", "stream", "version"])
            bare.Remove(givenBySystem);
        foreach (var id in (string[])["id", "replacedBy"])
        {
            if (said[id]?.GetValue<string>().StartsWith(PlainStorage.MadeUp, StringComparison.Ordinal) == true)
                bare.Remove(id);
        }

        return bare;
    }

    private static string Ndjson(IEnumerable<JsonObject> lines) => string.Concat(lines.Select(line => line.ToJsonString() + "\n"));

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
            Assert.Fail($"seed {seed}, {otherwise}");
    }
}
