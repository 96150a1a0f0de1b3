using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Ntm.Fuzz.Tests.Requests;
using Ntm.Fuzz.Tests.Sending;

namespace Ntm.Fuzz.Tests;

/// <summary>What holds of every answer, whatever was asked; and what the answers said was recorded.</summary>
internal sealed class Expectations(string codesExplained)
{
    private const int Unsupported = 505;

    private readonly ConcurrentDictionary<string, byte> _recorded = new();
    private readonly ConcurrentDictionary<(Intent Intent, int Status), int> _statuses = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _recordedByTables;

    public IReadOnlyCollection<string> Recorded => (IReadOnlyCollection<string>)_recorded.Keys;

    public int RecordedByTables => _recordedByTables;

    public IReadOnlyCollection<string> Wrong => _wrong;

    public void Judge(FuzzRequest request, Outcome outcome)
    {
        _statuses.AddOrUpdate((request.Intent, outcome.Answer?.Status ?? 0), 1, (_, count) => count + 1);
        if (WrongWith(request, outcome) is { } wrong)
            _wrong.Enqueue($"{wrong}\n{request}");
    }

    public override string ToString() => string.Join("; ", Enum.GetValues<Intent>().Select(intent => $"{intent}: " + string.Join(", ", _statuses
        .Where(pair => pair.Key.Intent == intent).OrderBy(pair => pair.Key.Status)
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} × {(pair.Key.Status == 0 ? "closed" : pair.Key.Status)}")))));

    private string? WrongWith(FuzzRequest request, Outcome outcome)
    {
        if (!outcome.IsOver)
            return "neither answered nor closed in its time";
        if (outcome.Answer is not { } answer)
            return request.MayGoUnanswered ? null : "closed without an answer";
        if (answer.Head.Contains("X-Injected", StringComparison.OrdinalIgnoreCase))
            return $"a header was injected:\n{answer.Head}";
        try
        {
            return answer.Status switch
            {
                Unsupported => request.MayGoUnanswered ? null : $"answered {answer.Status}",
                >= 500 and not 503 => $"answered {answer.Status}: {answer.Text}",
                >= 400 when answer.Json is { } problem => Unexplained(problem),
                // Said by the server itself, or by a page; but what fails for the time being always says why.
                503 => $"503 without a code: {answer.Text}",
                201 => Take(answer.Json!),
                _ => null,
            };
        }
        catch (System.Text.Json.JsonException fault)
        {
            return $"answered {answer.Status} with what is no JSON: {fault.Message}\n{answer.Text}";
        }
    }

    private string? Unexplained(JsonNode problem) => problem["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>())
        .Where(code => !codesExplained.Contains($"`{code}`", StringComparison.Ordinal))
        .Select(code => $"the code {code} is in no page of the reference")
        .FirstOrDefault();

    private string? Take(JsonNode answer)
    {
        if (answer["recorded"] is { } table)
        {
            Interlocked.Add(ref _recordedByTables, table["new"]!.GetValue<int>());
            return null;
        }

        // Something else was made than entries: were there any, the record would hold what no answer named.
        if (answer["entries"] is not JsonArray entries)
            return null;
        foreach (var entry in entries)
        {
            if (!entry!["repeated"]!.GetValue<bool>() && !_recorded.TryAdd(entry["id"]!.GetValue<string>(), 0))
                return $"the entry {entry["id"]} was recorded twice";
        }

        return null;
    }
}
