using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class HistoryWriter
{
    // Few days and few criteria are met again and again, so that findings compete; the rest are spread.
    private static readonly IReadOnlyList<DateOnly> BusyDays =
        [new(2017, 12, 31), new(2018, 6, 30), new(2018, 12, 31), new(2020, 1, 1), new(2022, 3, 7), new(2022, 3, 8), new(2023, 12, 31)];

    private static readonly IReadOnlyList<int> BusyCriteria = [1, 5, 10, 17, 19];

    private static readonly IReadOnlyList<string> FindingTypes =
    [
        "criterion_attained", "criterion_attained", "criterion_attained", "criterion_not_attained", "criterion_lost",
        "criterion_basically_met", "criterion_not_applicable",
    ];

    public JsonObject? Finding()
    {
        if (AnyUnit() is not { } unit || DayInLife(unit) is not { } day)
            return null;

        return Finding(dice.Pick(FindingTypes), unit, day, AnyCriterion(), dice.Pick(PlainAssessors.InOrder));
    }

    // Most criteria of a commune on one day: without it no commune would come near to all of them.
    private IEnumerable<JsonObject> Appraised()
    {
        if (AnyUnit() is not { } unit || DayInLife(unit) is not { } day)
            yield break;
        foreach (var criterion in Enumerable.Range(1, PlainSets.Criteria).Where(_ => !dice.OneIn(8)))
        {
            var type = dice.OneIn(8) ? dice.Pick(FindingTypes) : "criterion_attained";
            yield return Finding(type, unit, day, criterion, assessedBy: "province");
        }
    }

    private JsonObject Finding(string type, string unit, DateOnly day, int criterion, string assessedBy)
    {
        var line = Line(type, unit, day);
        line["set"] = dice.OneIn(5) ? dice.Pick(PlainSets.Ids) : PlainSets.InForceOn(day) ?? dice.Pick(PlainSets.Ids);
        line["criterion"] = criterion;
        line["assessedBy"] = assessedBy;
        if (dice.OneIn(15))
            line["evidence"] = new JsonArray(Evidence());
        return line;
    }

    private JsonObject? SameFindingAgain()
    {
        if (AnyEntry(line => line.IsFinding) is not { } finding)
            return null;

        var again = Copy(finding);
        if (dice.OneIn(2))
            again["effectiveOn"] = PlainLine.Text(DayInLife(finding.Unit) ?? finding.EffectiveOn);
        if (dice.OneIn(3))
            again["assessedBy"] = dice.Pick(PlainAssessors.InOrder);
        return again;
    }

    private int AnyCriterion() => dice.OneIn(2) ? dice.Pick(BusyCriteria) : 1 + dice.Below(PlainSets.Criteria);

    // Papers of a unit that has ended come in late as well: any day of its life, its first and its last among them.
    private DateOnly? DayInLife(string unit)
    {
        var first = Now.EstablishedOn(unit)!.Value;
        var last = Now.EndedOn(unit, DateOnly.MaxValue)?.AddDays(-1) ?? RandomHistory.LastDay;
        if (first > last)
            return null;

        var day = dice.Below(8) switch
        {
            0 => first,
            1 => last,
            2 or 3 => dice.Pick(BusyDays),
            _ => dice.Day(first, last),
        };
        return day >= first && day <= last ? day : dice.Day(first, last);
    }

    private JsonObject Evidence() => new()
    {
        ["sha256"] = string.Concat(Enumerable.Range(0, 64).Select(_ => dice.Below(16).ToString("x", provider: null))),
        ["name"] = "bien-ban.pdf",
        ["mediaType"] = "application/pdf",
        ["size"] = 1 + dice.Below(100_000),
    };
}
