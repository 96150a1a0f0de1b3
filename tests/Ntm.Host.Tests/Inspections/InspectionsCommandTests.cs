using System.Text.Json.Nodes;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Inspections;

/// <summary>What <c>ntm inspections</c> prints is what the API answers.</summary>
public sealed class InspectionsCommandTests(InspectedCommune commune) : IClassFixture<InspectedCommune>
{
    [Theory]
    [InlineData("table", "txt")]
    [InlineData("csv", "csv")]
    public async Task It_tells_what_is_inspected_and_to_be_put_right(string format, string extension)
    {
        var typed = await RunAsync("--on", "2018-12-31", "--format", format);

        Assert.Equal((0, ""), (typed.Exit, typed.Error));
        Snapshot.Verify(typed.Output, extension);
    }

    [Fact]
    public async Task As_JSON_it_is_the_answer_itself()
    {
        var typed = await RunAsync("--on", "2018-12-31", "--state", "disputed", "--format", "json");
        var answer = await commune.Host.Client.AskAsync($"/api/inspections?under=lang-son&on=2018-12-31&state=disputed&knownAt={commune.Head}");

        Assert.True(JsonNode.DeepEquals(answer.Json, JsonNode.Parse(typed.Output)));
    }

    [Fact]
    public async Task A_state_there_is_none_of_is_told() =>
        Assert.Equal((1, "field.invalid"), await RunAsync("--state", "muon") is var typed ? (typed.Exit, typed.Error.Split(':')[0]) : default);

    private Task<TypedCommand> RunAsync(params string[] options) =>
        TypedCommand.RunAsync(commune.Host.ConnectionString, ["inspections", "lang-son", "--known-at", $"{commune.Head}", .. options]);
}
