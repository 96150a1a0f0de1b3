using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>What a record refuses, judged against the list of what it already holds. All reasons against a line are given, not the first:
/// which of two reasons the product names is its own business, so only a line with exactly one is worth asking about.</summary>
internal sealed partial class PlainRules(DateOnly today)
{
    public static readonly IReadOnlyList<string> Codes =
    [
        "unit.unknown", "set.unknown", "criterion.unknown", "plan.unknown", "unit.exists", "unit.not_yet", "unit.ended",
        "finding.effective_in_future", "unit.has_children", "units.merger_unlawful", "unit.parent_cycle", "unit.has_entries",
        "entry.other_unit", "entry.retracted", "entry.is_retraction", "entry.unknown", "entry.is_decision", "entry.id_reused",
    ];

    private readonly List<PlainLine> lines = [];
    private PlainKnowledge now = new([], 0);

    public IReadOnlyList<PlainLine> Lines => lines;

    public PlainKnowledge Now => now;

    public IReadOnlyList<string> Refusals(JsonObject line)
    {
        var expanded = PlainStorage.Expand(line);
        if (Repeats(expanded))
            return [];
        if (expanded.Any(said => said["id"] is { } id && Find(id.GetValue<string>()) is not null))
            return ["entry.id_reused"];
        if (expanded is [var retraction, var replacement])
            return CorrectionRefusals(retraction, replacement);

        var single = Placed(expanded[0]);
        return [.. (single.IsRetraction ? RetractionRefusals(single) : Refusals(single, now)).Distinct()];
    }

    /// <summary>Whether everything the line says already stands under its ids, so that recording it again changes nothing.</summary>
    public bool Repeats(JsonObject line) => Repeats(PlainStorage.Expand(line));

    /// <summary>Appends an accepted line in its stored form; gives the entries that are new, none for a repetition.</summary>
    public IReadOnlyList<JsonObject> Record(JsonObject line)
    {
        var expanded = PlainStorage.Expand(line);
        if (Repeats(expanded))
            return [];

        var stored = PlainStorage.Append(expanded, lines.Count);
        lines.AddRange(stored.Select(json => new PlainLine(json)));
        now = new PlainKnowledge(lines, lines.Count);
        return stored;
    }

    public void ForgetAfter(int count)
    {
        lines.RemoveRange(count, lines.Count - count);
        now = new PlainKnowledge(lines, lines.Count);
    }

    private PlainLine? Find(string id) => lines.Find(line => line.Id == id);

    private bool Repeats(IReadOnlyList<JsonObject> expanded)
    {
        if (expanded[0]["id"] is not { } id || Find(id.GetValue<string>()) is not { } first
            || !PlainStorage.SameContent(first.Json, expanded[0]))
            return false;

        // The replacement of a correction stands right behind it.
        return expanded.Count == 1
            || (first.Sequence < lines.Count && PlainStorage.SameContent(lines[(int)first.Sequence].Json, expanded[1]));
    }

    private IReadOnlyList<string> CorrectionRefusals(JsonObject retractionJson, JsonObject replacementJson)
    {
        var retraction = Placed(retractionJson);
        var replacement = Placed(replacementJson, after: 2);
        var named = Find(retraction.Text("entry")!);
        List<string> refusals = [.. NamedEntryRefusals(retraction, named)];
        if (named is { Type: "unit_established" } && !(replacement.Type is "unit_established" && replacement.Unit == named.Unit)
            && EntriesRestOn(named))
            refusals.Add("unit.has_entries");
        refusals.AddRange(Refusals(replacement, new PlainKnowledge([.. lines, retraction], lines.Count + 1)));
        return [.. refusals.Distinct()];
    }

    private IEnumerable<string> RetractionRefusals(PlainLine retraction)
    {
        var named = Find(retraction.Text("entry")!);
        foreach (var refusal in NamedEntryRefusals(retraction, named))
            yield return refusal;
        if (named?.Type is "recognition_granted")
            yield return "entry.is_decision";
        if (named is { Type: "unit_established" } && EntriesRestOn(named))
            yield return "unit.has_entries";
    }

    private IEnumerable<string> NamedEntryRefusals(PlainLine retraction, PlainLine? named)
    {
        if (named is null)
        {
            yield return "entry.unknown";
            yield break;
        }

        if (named.Unit != retraction.Unit)
            yield return "entry.other_unit";
        if (named.IsRetraction)
            yield return "entry.is_retraction";
        if (now.Retracted.Contains(named.Id))
            yield return "entry.retracted";
    }

    private bool EntriesRestOn(PlainLine establishment) =>
        now.Counting.Any(line => line != establishment && Mentions(line, establishment.Unit));

    private static bool Mentions(PlainLine line, string unit) =>
        line.Unit == unit || line.Text("parent") == unit || line.Text("scope") == unit
        || line.Texts("from").Contains(unit, StringComparer.Ordinal) || line.Texts("successors").Contains(unit, StringComparer.Ordinal);

    private PlainLine Placed(JsonObject said, int after = 1) =>
        new(PlainStorage.Append([(JsonObject)said.DeepClone()], lines.Count + after - 1)[0]);
}
