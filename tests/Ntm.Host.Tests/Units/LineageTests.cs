using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Host.Demo;
using Ntm.Testing;

namespace Ntm.Host.Tests.Units;

/// <summary>Two communes of Văn Quan that were recognised and are no more: what an auditor finds of them, on the maps of 2018 and after.</summary>
public sealed class LineageTests(LineageTests.VanQuan host) : IClassFixture<LineageTests.VanQuan>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The real entries of the demonstration, which say how the units went on.</summary>
    public sealed class VanQuan(TestCluster cluster) : IAsyncLifetime
    {
        private readonly RunningHost _host = new(cluster);

        public HttpClient Client => _host.Client;

        public async ValueTask InitializeAsync()
        {
            await _host.InitializeAsync();
            var told = await Client.TellAsync(DemoRecord.Lines(synthetic: false), HttpQuestions.Ndjson);
            Assert.Equal(System.Net.HttpStatusCode.Created, told.Status);
        }

        public ValueTask DisposeAsync() => _host.DisposeAsync();
    }

    [Theory]
    [InlineData("van-an")]
    [InlineData("xuan-mai")]
    public async Task What_was_recorded_of_it(string commune) =>
        Snapshot.Verify(Told(await AskAsync($"/api/units/van-quan.{commune}/history")), "txt", commune);

    [Theory]
    [InlineData("van-an")]
    [InlineData("xuan-mai")]
    public async Task From_when_to_when_what_stood(string commune) =>
        Snapshot.Verify(Told(await AskAsync($"/api/units/van-quan.{commune}/periods")), "txt", commune);

    [Theory]
    [InlineData("van-an")]
    [InlineData("xuan-mai")]
    public async Task What_differs_between_the_day_before_the_plan_and_the_day_after_its_end(string commune) => Snapshot.Verify(
        Told(await AskAsync($"/api/units/van-quan.{commune}/diff?on=2018-01-29&againstOn=2020-01-01")), "txt", commune);

    [Theory]
    [InlineData("van-an")]
    [InlineData("xuan-mai")]
    public async Task Where_it_stands_on_either_map(string commune)
    {
        var told = new StringBuilder();
        foreach (var on in (string[])["2017-06-30", "2018-12-31", "2019-12-31", "2020-01-01", "2025-12-31"])
        {
            var status = await AskAsync($"/api/units/van-quan.{commune}/status?on={on}&set=ntm-2016-2020");
            told.Append(CultureInfo.InvariantCulture, $"{on} exists {status["exists"]}, ended {status["endedOn"]} into {status["successors"]?.ToJsonString()}, attained {status["attained"]}\n");
            foreach (var boundary in (string[])["2018-12-31", "2020-01-01", "2025-12-31"])
            {
                var matrix = await AskAsync($"/api/units/lang-son/matrix?on={on}&boundary={boundary}&set=ntm-2016-2020");
                var rows = matrix["communes"]!.AsArray().Where(row => row!["unit"]!.GetValue<string>() is var unit
                    && (unit == $"van-quan.{commune}" || unit.EndsWith("diem-he", StringComparison.Ordinal)));
                foreach (var row in rows)
                    told.Append(CultureInfo.InvariantCulture, $"  map of {boundary}: {row!.ToJsonString(Readable)}\n");
            }
        }

        Snapshot.Verify(told.ToString(), "txt", commune);
    }

    // Line by line; what depends on the hour of the test is told as what it is.
    private static string Told(JsonNode answer)
    {
        var told = new StringBuilder();
        foreach (var (field, value) in answer.AsObject())
        {
            told.Append(CultureInfo.InvariantCulture, $"{field}: {(value is JsonArray { Count: > 0 } ? "" : Timeless(value)?.ToJsonString(Readable) ?? "null")}\n");
            foreach (var item in value as JsonArray ?? [])
                told.Append(CultureInfo.InvariantCulture, $"  {Timeless(item)!.ToJsonString(Readable)}\n");
        }

        return told.ToString();
    }

    private static JsonNode? Timeless(JsonNode? node)
    {
        if (node is JsonArray items)
            return new JsonArray([.. items.Select(Timeless)]);
        if (node is not JsonObject fields)
            return node?.DeepClone();
        return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, field.Key switch
        {
            "recordedAt" when field.Value is not null => JsonValue.Create("{record time}"),
            "lagDays" when field.Value is not null => JsonValue.Create("{days}"),
            _ => Timeless(field.Value),
        })));
    }

    private async Task<JsonNode> AskAsync(string question)
    {
        var answer = await host.Client.AskAsync(question);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return answer.Json;
    }
}
