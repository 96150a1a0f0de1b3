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

        var line = Line(dice.Pick(FindingTypes), unit, day);
        line["set"] = dice.OneIn(5) ? dice.Pick(PlainSets.Ids) : PlainSets.InForceOn(day) ?? dice.Pick(PlainSets.Ids);
        line["criterion"] = AnyCriterion();
        line["assessedBy"] = dice.Pick(PlainAssessors.InOrder);
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
