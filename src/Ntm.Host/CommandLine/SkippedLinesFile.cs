using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Domain.Refusals;
using Ntm.Host.Recording;

namespace Ntm.Host.CommandLine;

/// <summary>The lines an import passed over, one JSON object each: its number, why it was refused, and its text as it stood in the file.</summary>
internal sealed class SkippedLinesFile(Stream file) : ISkippedLines, IAsyncDisposable
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task AddAsync(RawLine line, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var skipped = new JsonObject
        {
            ["line"] = line.Number,
            ["errors"] = new JsonArray([.. refusals.Select(refusal => new JsonObject
            {
                ["code"] = refusal.Code,
                ["field"] = refusal.Field,
                ["message"] = refusal.Vietnamese,
                ["messageEn"] = refusal.English,
            })]),
            ["text"] = Encoding.UTF8.GetString(line.Bytes.Span),
        };
        await file.WriteAsync(Encoding.UTF8.GetBytes(skipped.ToJsonString(Written) + "\n"), cancellation);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
