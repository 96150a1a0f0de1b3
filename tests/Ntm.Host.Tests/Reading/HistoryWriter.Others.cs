using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>Entries that no status, matrix or list of units may be moved by.</summary>
internal sealed partial class HistoryWriter
{
    private int plans;

    private JsonObject? Other()
    {
        if (AnyUnit() is not { } unit || DayInLife(unit) is not { } day)
            return null;

        var set = PlainSets.InForceOn(day)!;
        var due = PlainLine.Text(day.AddDays(90));
        var plan = AnyEntry(line => line.Type is "plan_issued")?.Text("plan");
        return dice.Below(13) switch
        {
            0 => Plan("plan_issued", unit, day, $"kh-{++plans}-{day.Year}"),
            1 when plan is not null => Plan("plan_revised", unit, day, plan),
            2 or 3 or 4 when plan is not null => Said("target_assigned", unit, day,
                ("plan", plan), ("set", set), ("criterion", AnyCriterion()), ("kind", dice.Pick(["attain", "maintain"])), ("due", due)),
            5 when AnyEntry(line => line.Type is "target_assigned") is { } target =>
                Said("target_withdrawn", target.Unit, target.EffectiveOn, ("target", target.Id)),
            6 => Said("inspection_scheduled", unit, day, ("dueBy", due), ("team", "Văn phòng điều phối"), ("plan", plan)),
            7 => Said("inspection_held", unit, day, ("team", "Văn phòng điều phối"), ("findings", new JsonArray(new JsonObject
            {
                ["set"] = set,
                ["criterion"] = AnyCriterion(),
                ["conclusion"] = "not_attained",
                ["remedyBy"] = due,
            }))),
            8 when AnyEntry(line => line.Type is "inspection_held") is { } held => Said("remedy_done", held.Unit, held.EffectiveOn,
                ("inspection", held.Id), ("criterion", held.Json["findings"]![0]!["criterion"]!.GetValue<int>())),
            9 => Said("debt_declared", unit, day, ("amount", 1_000_000L * dice.Below(900))),
            10 => Said("satisfaction_surveyed", unit, day, ("households", 900), ("asked", 700), ("satisfied", 500 + dice.Below(200))),
            11 => Said("indicator_measured", unit, day, ("set", "ntm-2016-2020"), ("indicator", "10.1"),
                ("value", 20 + (dice.Below(200) / 10m)), ("unitOfMeasure", "triệu đồng"),
                ("assessedBy", dice.Pick(PlainAssessors.InOrder))),
            _ => Said("recognition_granted", unit, day,
                ("dossier", $"{unit}.{day.Year}"), ("title", "ntm"), ("year", day.Year), ("basis", Basis())),
        };
    }

    private JsonObject Plan(string type, string unit, DateOnly day, string plan) => Said(type, unit, day,
        ("plan", plan), ("title", $"Kế hoạch {day.Year}"), ("scope", unit),
        ("from", PlainLine.Text(new DateOnly(day.Year, 1, 1))), ("to", PlainLine.Text(new DateOnly(day.Year, 12, 31))),
        ("content", new JsonObject { ["summary"] = "xây dựng nông thôn mới" }));

    private JsonObject Said(string type, string unit, DateOnly day, params (string Field, JsonNode? Value)[] fields)
    {
        var line = Line(type, unit, day);
        foreach (var (field, value) in fields)
            line[field] = value;
        return line;
    }
}
