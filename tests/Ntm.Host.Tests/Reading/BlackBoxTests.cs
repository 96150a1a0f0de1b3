using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Sdk;

namespace Ntm.Host.Tests.Reading;

/// <summary>Whether the comparison can fail at all: the oracle itself passes as a product, one with a flaw is found out.</summary>
public sealed class BlackBoxTests(ITestOutputHelper output)
{
    private const ulong Seed = 11;

    [Fact]
    public async Task A_product_that_answers_by_the_rules_is_found_alike() => await CompareAsync(new Imitation());

    [Theory]
    [InlineData("average")]
    [InlineData("parts")]
    [InlineData("recordedAt")]
    [InlineData("endedOn")]
    [InlineData("elsewhere")]
    [InlineData("lagDays")]
    [InlineData("closedBy")]
    [InlineData("countsAgainst")]
    public async Task A_product_that_leaves_a_field_out_is_found_out(string field)
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => CompareAsync(new Imitation { LeavesOut = field }));

        Assert.Contains($"seed {Seed}, question ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GET /api/units", failure.Message, StringComparison.Ordinal);
        Assert.Contains($".{field}: expected ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_forgets_retractions_is_found_out()
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => CompareAsync(new Imitation { ForgetsRetractions = true }));

        Assert.Contains("expected ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_refuses_for_another_reason_is_found_out()
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => CompareAsync(new Imitation { NamesNoReason = true }));

        Assert.Contains($"seed {Seed}, expected ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"refused\"", failure.Message, StringComparison.Ordinal);
    }

    private async Task CompareAsync(Imitation product)
    {
        using var client = new HttpClient(product) { BaseAddress = new Uri("http://imitation/") };
        var box = new BlackBox(client, Seed, output.WriteLine);
        await box.TellAsync(RandomHistory.Create(Seed, entries: 250));
        await box.AskAsync(300);
    }

    private sealed class Imitation : HttpMessageHandler
    {
        private readonly PlainRules rules = new(RandomHistory.LastDay);

        public string? LeavesOut { get; init; }

        public bool ForgetsRetractions { get; init; }

        public bool NamesNoReason { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post)
                return Post(await request.Content!.ReadAsStringAsync(cancellationToken));

            var path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
            var query = request.RequestUri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            return path[1] is "entries" ? Feed(long.Parse(query.GetValueOrDefault("after", "0"), provider: null)) : Answer(path, query);
        }

        private HttpResponseMessage Post(string text)
        {
            var before = rules.Lines.Count;
            List<JsonObject> lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!.AsObject())];
            for (var i = 0; i < lines.Count; i++)
            {
                if (rules.Refusals(lines[i]) is [var code, ..])
                {
                    rules.ForgetAfter(before);
                    var error = new JsonObject { ["line"] = i + 1, ["code"] = NamesNoReason ? "refused" : code };
                    return Reply(HttpStatusCode.UnprocessableEntity, new JsonObject { ["errors"] = new JsonArray(error) }.ToJsonString());
                }

                rules.Record(lines[i]);
            }

            return Reply(rules.Lines.Count == before ? HttpStatusCode.OK : HttpStatusCode.Created, "{}");
        }

        private HttpResponseMessage Feed(long after) => Reply(HttpStatusCode.OK,
            string.Join('\n', rules.Lines.Where(line => line.Sequence > after).Select(line => InStream(line.Json).ToJsonString())));

        private static JsonObject InStream(JsonObject entry)
        {
            var placed = (JsonObject)entry.DeepClone();
            placed["stream"] = PlainStorage.StreamOf(entry);
            return placed;
        }

        private HttpResponseMessage Answer(string[] path, Dictionary<string, string> query)
        {
            var reading = new PlainReading(rules.Lines.Select(line => InStream(line.Json)).Select(Recalled));
            var on = query.TryGetValue("on", out var asked) ? PlainLine.Day(asked) : RandomHistory.LastDay;
            var knownAt = query.TryGetValue("knownAt", out var sequence) ? long.Parse(sequence, provider: null) : rules.Lines.Count;
            if (path is [_, _, _, "status" or "matrix" or "diff"] && (query.GetValueOrDefault("set") ?? PlainSets.InForceOn(on)) is null)
                return Reply(
                    HttpStatusCode.UnprocessableEntity, """{"code":"set.none_in_force","sets":["ntm-2016-2020","ntm-2021-2025"]}""");

            var set = query.GetValueOrDefault("set") ?? PlainSets.InForceOn(on) ?? "";
            var assessedBy = query.GetValueOrDefault("assessedBy");
            JsonNode? answer = path switch
            {
                [_, _] => reading.Units(query.GetValueOrDefault("under"), on, knownAt),
                [_, _, var unit, "status"] => reading.Status(unit, on, knownAt, set, assessedBy),
                [_, _, var unit, "history"] => reading.History(
                    unit, knownAt, query.GetValueOrDefault("set"), query.TryGetValue("criterion", out var number) ? int.Parse(number, provider: null) : null),
                [_, _, var unit, "periods"] => reading.Periods(unit, knownAt, query.GetValueOrDefault("set"), assessedBy),
                [_, _, var unit, "diff"] => reading.Difference(unit, new PlainPoint(on, knownAt), Against(query, on, knownAt), set, assessedBy),
                [_, _, var unit, _] => reading.Matrix(
                    unit, on, knownAt, set, assessedBy, query.TryGetValue("boundary", out var day) ? PlainLine.Day(day) : null),
                _ => null,
            };
            if (answer is JsonObject fields && fields.ContainsKey("setVersion") && fields["set"] is not null)
                fields["setVersion"] = "1";
            LeaveOut(answer);
            return answer is null
                ? Reply(HttpStatusCode.NotFound, """{"code":"unit.unknown"}""")
                : Reply(HttpStatusCode.OK, answer.ToJsonString());
        }

        private static PlainPoint Against(Dictionary<string, string> query, DateOnly on, long knownAt) => new(
            query.TryGetValue("againstOn", out var day) ? PlainLine.Day(day) : on,
            query.TryGetValue("againstKnownAt", out var sequence) ? long.Parse(sequence, provider: null) : knownAt);

        // The retraction turns into an entry that takes nothing back.
        private JsonObject Recalled(JsonObject entry)
        {
            if (!ForgetsRetractions || entry["type"]!.GetValue<string>() is not "entry_retracted")
                return entry;
            var harmless = (JsonObject)entry.DeepClone();
            harmless["entry"] = "none";
            return harmless;
        }

        private void LeaveOut(JsonNode? node)
        {
            if (LeavesOut is null)
                return;
            if (node is JsonObject fields)
                fields.Remove(LeavesOut);
            foreach (var child in node switch { JsonObject all => all.Select(field => field.Value), JsonArray all => all, _ => [] })
                LeaveOut(child);
        }

        private static HttpResponseMessage Reply(HttpStatusCode status, string text) =>
            new(status) { Content = new StringContent(text, Encoding.UTF8) };
    }
}
