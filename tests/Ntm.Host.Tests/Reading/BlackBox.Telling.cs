using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class BlackBox
{
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
        var posted = $"step {number} after entry {before}, got {(int)response.StatusCode}\n{Ndjson(step.Lines)}\n{text}";
        Check(response.StatusCode == expected, $"expected {(int)expected} {step.RefusedWith} for {posted}");
        if (step.RefusedWith is null)
            return;

        var error = JsonNode.Parse(text)?["errors"]?[0];
        Check(error?["code"]?.GetValue<string>() == step.RefusedWith && error["line"]?.GetValue<int>() == step.Lines.Count,
            $"expected {step.RefusedWith} on line {step.Lines.Count} of {posted}");
    }

    private void CheckRecorded(PlainRules rules, List<JsonObject> feed)
    {
        Check(feed.Count == rules.Lines.Count, $"expected {rules.Lines.Count} entries in the feed, got {feed.Count}");
        for (var i = 0; i < feed.Count; i++)
        {
            var (said, entry) = (rules.Lines[i].Json, feed[i]);
            var recorded = $"as entry {i + 1}\nsaid:     {said.ToJsonString()}\nrecorded: {entry.ToJsonString()}";
            Check(entry["sequence"]!.GetValue<long>() == i + 1, $"a number is missing or out of order {recorded}");
            Check(i == 0 || string.CompareOrdinal(Stamp(feed[i - 1]), Stamp(entry)) < 0, $"not stamped after the entry before {recorded}");
            Check(entry["stream"]?.GetValue<string>() == PlainStorage.StreamOf(entry), $"in another stream {recorded}");
            var difference = JsonDifference.First(AsSaid(said, said), AsSaid(entry, said));
            Check(difference is null, $"not recorded as said, {difference} {recorded}");
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
}
