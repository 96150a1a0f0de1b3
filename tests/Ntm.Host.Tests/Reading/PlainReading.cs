using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>The answers as the rules of the record state them, in the plainest way: slow, without an index,
/// sharing no code with the product. An answer of null stands for 404. <c>setVersion</c> is left null: it is data of the product.</summary>
internal sealed partial class PlainReading
{
    private readonly List<PlainLine> lines;

    public PlainReading(IEnumerable<JsonObject> stored)
    {
        lines = [.. stored.Select(json => new PlainLine(json)).OrderBy(line => line.Sequence)];
    }

    public long LastSequence => lines.Count == 0 ? 0 : lines[^1].Sequence;

    public JsonObject? Status(string unit, DateOnly on, long knownAt, string set, string? assessedBy)
    {
        var known = new PlainKnowledge(lines, knownAt);
        if (!known.Knows(unit))
            return null;

        var assessors = PlainAssessors.Of(assessedBy);
        var letters = Letters(known, unit, on, set, assessors);
        return new JsonObject
        {
            ["unit"] = unit,
            ["name"] = known.Name(unit, on),
            ["exists"] = known.Lives(unit, on),
            ["endedOn"] = DayOrNull(known.EndedOn(unit, on)),
            ["successors"] = TextsOrNull(known.Successors(unit, on)),
            ["on"] = PlainLine.Text(on),
            ["knownAt"] = KnownAt(knownAt),
            ["set"] = set,
            ["setVersion"] = null,
            ["assessedBy"] = TextsOrNull(assessors),
            ["attained"] = Attained(letters),
            ["fulfilled"] = Fulfilled(letters),
            ["criteria"] = new JsonArray([.. Enumerable.Range(1, PlainSets.Criteria)
                .Select(criterion => Criterion(known, unit, on, set, criterion, assessors))]),
        };
    }

    public JsonArray? Units(string? under, DateOnly on, long knownAt)
    {
        var known = new PlainKnowledge(lines, knownAt);
        if (under is not null && !known.Knows(under))
            return null;

        return new JsonArray([.. known.Units()
            .Where(unit => known.Lives(unit, on) && (under is null || known.LiesUnder(unit, under, on)))
            .Select(unit => new JsonObject
            {
                ["unit"] = unit,
                ["name"] = known.Name(unit, on),
                ["code"] = known.Code(unit, on),
                ["level"] = known.Level(unit, on),
                ["parent"] = known.Parent(unit, on),
            })]);
    }

    private static JsonObject Criterion(
        PlainKnowledge known, string unit, DateOnly on, string set, int criterion, IReadOnlyList<string> assessors)
    {
        var winner = known.Winner(unit, set, criterion, on, assessors);

        // Whatever their day and whoever assessed: a reader who looks for what was taken back looks at the criterion.
        var retracted = known.Said.Where(line => line.IsFinding && line.Unit == unit && line.Set == set && line.Criterion == criterion
            && known.Retracted.Contains(line.Id));
        return new JsonObject
        {
            ["criterion"] = criterion,
            ["status"] = winner is null ? "unassessed" : winner.Type["criterion_".Length..],
            ["since"] = DayOrNull(winner?.EffectiveOn),
            ["entry"] = winner?.Id,
            ["recordedAt"] = winner?.RecordedAt,
            ["assessedBy"] = winner?.AssessedBy,
            ["retracted"] = TextsOrNull([.. retracted.Select(line => line.Id)]),
        };
    }

    private static string Letters(PlainKnowledge known, string unit, DateOnly on, string set, IReadOnlyList<string> assessors) =>
        string.Concat(Enumerable.Range(1, PlainSets.Criteria)
            .Select(criterion => Letter(known.Winner(unit, set, criterion, on, assessors))));

    private static char Letter(PlainLine? winner) => winner?.Type switch
    {
        "criterion_attained" => 'A',
        "criterion_not_attained" => 'X',
        "criterion_lost" => 'L',
        "criterion_basically_met" => 'B',
        "criterion_not_applicable" => 'N',
        _ => '-',
    };

    private static int Attained(string letters) => letters.Count(letter => letter == 'A');

    private static int Fulfilled(string letters) => letters.Count(letter => letter is 'A' or 'N');

    private JsonObject KnownAt(long sequence) => new()
    {
        ["sequence"] = sequence,
        ["recordedAt"] = lines.Find(line => line.Sequence == sequence)?.RecordedAt,
    };

    private static JsonValue? DayOrNull(DateOnly? day) => day is null ? null : JsonValue.Create(PlainLine.Text(day.Value));

    private static JsonArray? TextsOrNull(IReadOnlyList<string>? texts) =>
        texts is null ? null : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
}
