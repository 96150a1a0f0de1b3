using System.Text.Json.Nodes;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Interchange;

/// <summary>A record, and what an export of it becomes in an empty database: two hosts that must answer alike.</summary>
internal sealed class CopiedRecord(TestCluster cluster) : IAsyncDisposable
{
    // What interchange.md excepts: the copy has its own record times, its own recorders, and lags reckoned from those times. Its sequences
    // are the same, as both count from 1 without a gap.
    private static readonly string[] OwnOfEachRecord = ["recordedAt", "recordedBy", "lagDays"];

    private readonly RunningHost _original = new(cluster);
    private readonly RunningHost _copy = new(cluster);
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-copied-").FullName;

    public HttpClient Original => _original.Client;

    public async Task StartAsync()
    {
        await _original.InitializeAsync();
        await _copy.InitializeAsync();
    }

    public async Task CopyAsync()
    {
        Assert.Equal(0, (await ExportAsync(_original, "original.ndjson")).Exit);
        var import = await TypedCommand.RunAsync(_copy.ConnectionString, "import", Path.Combine(_folder, "original.ndjson"));
        Assert.Equal((0, ""), (import.Exit, import.Error));
    }

    /// <summary>Both exports, without what is each record's own.</summary>
    public async Task<(IReadOnlyList<string> Original, IReadOnlyList<string> Copy)> ExportsAsync()
    {
        await ExportAsync(_copy, "copy.ndjson");
        return (await LinesAsync("original.ndjson"), await LinesAsync("copy.ndjson"));
    }

    /// <summary>The answers of both, without what is each record's own.</summary>
    public async Task<(string Original, string Copy)> AskAsync(string path) =>
        (await AnswerAsync(_original, path), await AnswerAsync(_copy, path));

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _copy.DisposeAsync();
        await _original.DisposeAsync();
    }

    private Task<TypedCommand> ExportAsync(RunningHost host, string file) =>
        TypedCommand.RunAsync(host.ConnectionString, "export", Path.Combine(_folder, file));

    private async Task<IReadOnlyList<string>> LinesAsync(string file) =>
        [.. (await File.ReadAllLinesAsync(Path.Combine(_folder, file))).Select(Bare)];

    private static async Task<string> AnswerAsync(RunningHost host, string path)
    {
        var answer = await host.Client.AskAsync(path);
        return $"{(int)answer.Status} {Bare(answer.Text)}";
    }

    private static string Bare(string json)
    {
        var answer = JsonNode.Parse(json);
        TakeAway(answer);
        return answer!.ToJsonString();
    }

    private static void TakeAway(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                TakeAway(item);
        if (node is not JsonObject fields)
            return;
        foreach (var own in OwnOfEachRecord)
            fields.Remove(own);
        foreach (var (_, value) in fields)
            TakeAway(value);
    }
}
