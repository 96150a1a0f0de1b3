using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ntm.Host.Tests.Reading;
using Ntm.Testing;

namespace Ntm.Host.Tests.Units;

/// <summary>tests/examples/status-cases.json through the HTTP API on a real database, each case on an empty one.</summary>
public sealed class WorkedCasesTests(TestCluster cluster)
{
    public static TheoryData<string> Names() => [.. WorkedCase.All().Select(worked => worked.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_worked_case_is_answered_as_worked_out(string name)
    {
        var worked = WorkedCase.All().Single(one => one.Name == name);
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();

        var sequences = new List<long> { 0 };
        foreach (var batch in worked.Batches)
        {
            using var body = new StringContent(string.Join('\n', batch.Select(line => line.ToJsonString())), Encoding.UTF8, "application/x-ndjson");
            using var response = await host.Client.PostAsync(new Uri("/api/entries", UriKind.Relative), body);
            var answer = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.Created, answer);
            sequences.Add(JsonNode.Parse(answer)!["entries"]!.AsArray().Max(entry => entry!["sequence"]!.GetValue<long>()));
        }

        foreach (var question in worked.Questions)
            await AskAsync(host.Client, question, sequences);
    }

    private static async Task AskAsync(HttpClient client, JsonObject question, List<long> sequences)
    {
        var path = $"/api/units/{question["unit"]}/status?on={question["on"]}&set={question["set"]}";
        if (question["knownAfterBatch"] is { } batch)
            path += $"&knownAt={sequences[batch.GetValue<int>()]}";
        if (question["assessedBy"] is JsonArray assessors)
            path += $"&assessedBy={string.Join(',', assessors.Select(assessor => assessor!.GetValue<string>()))}";

        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
        var criterion = answer["criteria"]!.AsArray().Single(one => one!["criterion"]!.GetValue<int>() == question["criterion"]!.GetValue<int>())!;
        foreach (var (field, expected) in question["expect"]!.AsObject())
            Assert.True(JsonNode.DeepEquals(expected, criterion[field]), $"{path}: {field} should be {expected?.ToJsonString() ?? "null"} in {criterion.ToJsonString()}");
    }
}
