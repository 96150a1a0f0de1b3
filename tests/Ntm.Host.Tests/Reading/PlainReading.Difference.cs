using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>A day and a sequence.</summary>
internal sealed record PlainPoint(DateOnly On, long KnownAt);

internal sealed partial class PlainReading
{
    public JsonObject? Difference(string unit, PlainPoint here, PlainPoint there, string set, string? assessedBy)
    {
        if (Status(unit, here.On, here.KnownAt, set, assessedBy) is not { } status
            || Status(unit, there.On, there.KnownAt, set, assessedBy) is not { } against)
        {
            return null;
        }

        var differing = status["criteria"]!.AsArray().Zip(against["criteria"]!.AsArray())
            .Where(pair => pair.First!["status"]!.GetValue<string>() != pair.Second!["status"]!.GetValue<string>())
            .Select(pair => new JsonObject
            {
                ["criterion"] = pair.First!["criterion"]!.DeepClone(),
                ["status"] = pair.First["status"]!.DeepClone(),
                ["since"] = pair.First["since"]?.DeepClone(),
                ["entry"] = pair.First["entry"]?.DeepClone(),
                ["against"] = Picked((JsonObject)pair.Second!, "status", "since", "entry"),
                ["entries"] = Reasons(unit, here, there, set, pair.First["criterion"]!.GetValue<int>(), assessedBy),
            });
        var answer = Picked(
            status, "unit", "name", "exists", "endedOn", "successors", "on", "knownAt", "attained", "fulfilled", "set", "setVersion", "assessedBy");
        answer["against"] = Picked(against, "name", "exists", "endedOn", "successors", "on", "knownAt", "attained", "fulfilled");
        answer["criteria"] = new JsonArray([.. differing]);
        return answer;
    }

    private JsonArray Reasons(string unit, PlainPoint here, PlainPoint there, string set, int criterion, string? assessedBy)
    {
        var assessors = PlainAssessors.Of(assessedBy);
        PlainLine? Decides(PlainPoint point, PlainLine? without = null) => new PlainKnowledge(lines.Where(line => line != without), point.KnownAt)
            .Winner(unit, set, criterion, point.On, assessors);

        var named = new HashSet<PlainLine>(new[] { Decides(here), Decides(there) }.OfType<PlainLine>());
        foreach (var retraction in lines.Where(line => line.IsRetraction))
        {
            foreach (var (point, other) in new[] { (here, there), (there, here) })
            {
                if (retraction.Sequence <= point.KnownAt && Decides(point, retraction) is { } struck && struck.Id == retraction.Text("entry")
                    && Counts(struck, other))
                {
                    named.Add(struck);
                }
            }
        }

        foreach (var finding in named.ToList())
        {
            if (RetractionOf(finding) is { } retraction && retraction.Sequence <= here.KnownAt != retraction.Sequence <= there.KnownAt)
                named.Add(retraction);
        }

        return new JsonArray([.. named.OrderBy(line => line.Sequence).Select(line => new JsonObject
        {
            ["entry"] = line.Id,
            ["type"] = line.Type,
            ["sequence"] = line.Sequence,
            ["recordedAt"] = line.RecordedAt,
            ["effectiveOn"] = line.IsRetraction ? null : PlainLine.Text(line.EffectiveOn),
            ["assessedBy"] = line.AssessedBy,
            ["retracts"] = line.Text("entry"),
            ["counts"] = Counts(line, here),
            ["countsAgainst"] = Counts(line, there),
        })]);
    }

    private PlainLine? RetractionOf(PlainLine finding) => lines.Find(line => line.IsRetraction && line.Text("entry") == finding.Id);

    private bool Counts(PlainLine line, PlainPoint point) => line.Sequence <= point.KnownAt
        && (line.IsRetraction || (line.EffectiveOn <= point.On && !(RetractionOf(line)?.Sequence <= point.KnownAt)));

    private static JsonObject Picked(JsonObject from, params string[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field, from[field]?.DeepClone())));
}
