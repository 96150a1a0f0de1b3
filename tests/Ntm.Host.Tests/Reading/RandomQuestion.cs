using System.Globalization;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>A question as it is put to the product, and what the plain reading answers to it (null: 404).</summary>
internal sealed record RandomQuestion(string Path, JsonNode? Expected, bool NamesSetVersion)
{
    private const string UnknownUnit = "khong-co";

    public static RandomQuestion Ask(Dice dice, PlainReading reading, IReadOnlyList<JsonObject> entries)
    {
        var on = AnyDay(dice, entries);
        var knownAt = AnyKnowledge(dice, entries);
        List<string> query = [$"on={PlainLine.Text(on)}"];
        if (knownAt < entries.Count || dice.OneIn(2))
            query.Add(string.Create(CultureInfo.InvariantCulture, $"knownAt={knownAt}"));

        var unit = AnyUnit(dice, entries, parents: false);
        var parent = AnyUnit(dice, entries, parents: !dice.OneIn(6));
        switch (dice.Below(16))
        {
            case < 2:
                var under = dice.OneIn(3) ? null : parent;
                if (under is not null)
                    query.Add($"under={under}");
                return new RandomQuestion(Url("/api/units", query), reading.Units(under, on, knownAt), NamesSetVersion: false);
            case < 5:
                var (set, assessedBy) = SetAndAssessors(dice, on, query);
                return new RandomQuestion(
                    Url($"/api/units/{unit}/status", query), reading.Status(unit, on, knownAt, set, assessedBy), NamesSetVersion: true);
            case < 7:
                return OfHistory(dice, reading, unit, knownAt);
            case < 9:
                return OfPeriods(dice, reading, unit, knownAt);
            case < 12:
                (set, assessedBy) = SetAndAssessors(dice, on, query);
                var against = new PlainPoint(dice.OneIn(3) ? on : AnyDay(dice, entries), dice.OneIn(3) ? knownAt : AnyKnowledge(dice, entries));
                if (against.On != on || dice.OneIn(2))
                    query.Add($"againstOn={PlainLine.Text(against.On)}");
                if (against.KnownAt != knownAt || dice.OneIn(2))
                    query.Add(string.Create(CultureInfo.InvariantCulture, $"againstKnownAt={against.KnownAt}"));
                var difference = reading.Difference(unit, new PlainPoint(on, knownAt), against, set, assessedBy);
                return new RandomQuestion(Url($"/api/units/{unit}/diff", query), difference, NamesSetVersion: true);
            default:
                (set, assessedBy) = SetAndAssessors(dice, on, query);
                DateOnly? boundary = dice.OneIn(2) ? AnyDay(dice, entries) : null;
                if (boundary is { } day)
                    query.Add($"boundary={PlainLine.Text(day)}");
                var matrix = reading.Matrix(parent, on, knownAt, set, assessedBy, boundary);
                return new RandomQuestion(Url($"/api/units/{parent}/matrix", query), matrix, NamesSetVersion: true);
        }
    }

    private static RandomQuestion OfHistory(Dice dice, PlainReading reading, string unit, long knownAt)
    {
        List<string> query = [string.Create(CultureInfo.InvariantCulture, $"knownAt={knownAt}")];
        var set = dice.OneIn(2) ? null : dice.Pick(PlainSets.Ids);
        if (set is not null)
            query.Add($"set={set}");
        int? criterion = dice.OneIn(2) ? null : 1 + dice.Below(PlainSets.Criteria);
        if (criterion is not null)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"criterion={criterion}"));
        return new RandomQuestion(
            Url($"/api/units/{unit}/history", query), reading.History(unit, knownAt, set, criterion), NamesSetVersion: false);
    }

    private static RandomQuestion OfPeriods(Dice dice, PlainReading reading, string unit, long knownAt)
    {
        List<string> query = [string.Create(CultureInfo.InvariantCulture, $"knownAt={knownAt}")];
        var set = dice.OneIn(2) ? null : dice.Pick(PlainSets.Ids);
        if (set is not null)
            query.Add($"set={set}");
        var assessedBy = AnyAssessors(dice, query);
        return new RandomQuestion(
            Url($"/api/units/{unit}/periods", query), reading.Periods(unit, knownAt, set, assessedBy), NamesSetVersion: set is not null);
    }

    // The newest knowledge is asked for by saying nothing as well as by its number.
    private static int AnyKnowledge(Dice dice, IReadOnlyList<JsonObject> entries) => dice.Below(3) switch
    {
        0 => entries.Count,
        1 => entries.Count - dice.Below((entries.Count / 2) + 1),
        _ => dice.Below(entries.Count + 1),
    };

    private static string Url(string path, List<string> query) => $"{path}?{string.Join('&', query)}";

    // Around the days on which something happens, a day on either side, and now and then just outside every history.
    private static DateOnly AnyDay(Dice dice, IReadOnlyList<JsonObject> entries)
    {
        var happened = dice.Below(3) switch
        {
            0 => dice.PickOrNone([.. entries.Where(entry => entry["type"]!.GetValue<string>() is "units_merged" or "unit_dissolved")]),
            1 => dice.PickOrNone(entries),
            _ => null,
        };
        if (happened?["effectiveOn"]?.GetValue<string>() is { } day)
            return PlainLine.Day(day).AddDays(dice.Below(3) - 1);
        return dice.Day(RandomHistory.FirstDay.AddDays(-10), RandomHistory.LastDay.AddDays(10));
    }

    private static string AnyUnit(Dice dice, IReadOnlyList<JsonObject> entries, bool parents)
    {
        var field = parents ? "parent" : "unit";
        List<string> units = [.. entries.Select(entry => entry[field]?.GetValue<string>()).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal)];
        return units.Count == 0 || dice.OneIn(40) ? UnknownUnit : dice.Pick(units);
    }

    private static (string Set, string? AssessedBy) SetAndAssessors(Dice dice, DateOnly on, List<string> query)
    {
        var assessedBy = AnyAssessors(dice, query);
        var inForce = PlainSets.InForceOn(on);
        if (inForce is not null && dice.OneIn(4))
            return (inForce, assessedBy);

        var set = inForce is not null && !dice.OneIn(3) ? inForce : dice.Pick(PlainSets.Ids);
        query.Add($"set={set}");
        return (set, assessedBy);
    }

    private static string? AnyAssessors(Dice dice, List<string> query)
    {
        var assessedBy = dice.Below(5) switch
        {
            0 => null,
            1 => "official",
            2 => "all",
            _ => string.Join(',', dice.PickSome(PlainAssessors.InOrder, 1 + dice.Below(3))),
        };
        if (assessedBy is not null)
            query.Add($"assessedBy={assessedBy}");
        return assessedBy;
    }
}
