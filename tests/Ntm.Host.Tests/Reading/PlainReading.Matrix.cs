using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class PlainReading
{
    private sealed record Row(
        string Unit, string Letters, DateOnly? Ended, IReadOnlyList<string>? Successors, IReadOnlyList<JsonObject>? Parts)
    {
        // A commune that did not exist yet cannot pull an average down.
        public bool Counts => Parts is null;
    }

    public JsonObject? Matrix(string unit, DateOnly on, long knownAt, string set, string? assessedBy, DateOnly? boundary)
    {
        var known = new PlainKnowledge(lines, knownAt);
        if (!known.Knows(unit))
            return null;

        var drawnOn = boundary ?? on;
        var assessors = PlainAssessors.Of(assessedBy);
        List<Row> rows = [.. RowUnits(known, unit, drawnOn).Select(commune => RowOf(known, commune, on, drawnOn, set, assessors))];
        List<Row> counted = [.. rows.Where(row => row.Counts)];
        return new JsonObject
        {
            ["unit"] = unit,
            ["on"] = PlainLine.Text(on),
            ["knownAt"] = KnownAt(knownAt),
            ["set"] = set,
            ["setVersion"] = null,
            ["assessedBy"] = TextsOrNull(assessors),
            ["boundary"] = PlainLine.Text(drawnOn),
            ["communes"] = new JsonArray([.. rows.Select(row => RowJson(known, row, row.Counts ? on : drawnOn))]),
            ["average"] = Average(counted),
            ["bands"] = new JsonArray([.. Bands(counted)]),
            ["byCriterion"] = new JsonArray([.. Enumerable.Range(1, PlainSets.Criteria)
                .Select(criterion => ByCriterion(counted, criterion))]),
        };
    }

    private static IEnumerable<string> RowUnits(PlainKnowledge known, string unit, DateOnly drawnOn) =>
        known.EndedOn(unit, drawnOn) is { } ended
            ? CommunesUnder(known, unit, ended.AddDays(-1))
                .SelectMany(commune => DescendantsOn(known, commune, drawnOn, []))
                .Distinct().Order(StringComparer.Ordinal)
            : CommunesUnder(known, unit, drawnOn);

    private static IEnumerable<string> CommunesUnder(PlainKnowledge known, string unit, DateOnly on) =>
        known.Units().Where(commune =>
            known.Lives(commune, on) && known.Level(commune, on) is "commune" && known.LiesUnder(commune, unit, on));

    // A commune that still lives is its own descendant; one that ended is followed through whatever units came after it.
    private static IEnumerable<string> DescendantsOn(PlainKnowledge known, string unit, DateOnly on, HashSet<string> seen)
    {
        if (!seen.Add(unit))
            return [];
        if (known.Successors(unit, on) is { } successors)
            return [.. successors.SelectMany(successor => DescendantsOn(known, successor, on, seen))];
        return known.Lives(unit, on) && known.Level(unit, on) is "commune" ? [unit] : [];
    }

    private static Row RowOf(
        PlainKnowledge known, string commune, DateOnly on, DateOnly drawnOn, string set, IReadOnlyList<string> assessors)
    {
        if (known.NotYetBorn(commune, on))
        {
            var parts = PartsOf(known, commune, on, drawnOn, []).Distinct().Order(StringComparer.Ordinal)
                .Select(part => new JsonObject { ["unit"] = part, ["status"] = LettersOrLast(known, part, on, set, assessors) });
            return new Row(commune, new string('-', PlainSets.Criteria), null, null, [.. parts]);
        }

        return new Row(
            commune, LettersOrLast(known, commune, on, set, assessors), known.EndedOn(commune, on), known.Successors(commune, on), null);
    }

    // By the day of the map only: what joined the commune after that day is no part of the commune drawn.
    // Each predecessor brings its own, but not what it had taken in by the day asked: that is its own past.
    private static IEnumerable<string> PartsOf(PlainKnowledge known, string commune, DateOnly on, DateOnly drawnOn, HashSet<string> seen)
    {
        var predecessors = known.Units().Where(unit => known.Successors(unit, drawnOn)?.Contains(commune, StringComparer.Ordinal) == true)
            .Where(unit => known.NotYetBorn(commune, on) || known.EndedOn(unit, on) is null);
        return [.. predecessors.Where(seen.Add).SelectMany(unit =>
            PartsOf(known, unit, on, drawnOn, seen).Concat(known.NotYetBorn(unit, on) ? [] : [unit]))];
    }

    private static string LettersOrLast(PlainKnowledge known, string unit, DateOnly on, string set, IReadOnlyList<string> assessors) =>
        Letters(known, unit, known.EndedOn(unit, on)?.AddDays(-1) ?? on, set, assessors);

    // A commune drawn before its birth is called as on the day of the map.
    private static JsonObject RowJson(PlainKnowledge known, Row row, DateOnly namedOn) => new()
    {
        ["unit"] = row.Unit,
        ["name"] = known.Name(row.Unit, namedOn),
        ["attained"] = Attained(row.Letters),
        ["fulfilled"] = Fulfilled(row.Letters),
        ["status"] = row.Letters,
        ["ended"] = DayOrNull(row.Ended),
        ["successors"] = TextsOrNull(row.Successors),
        ["parts"] = row.Parts is null ? null : new JsonArray([.. row.Parts]),
    };

    private static decimal? Average(List<Row> counted) =>
        counted.Count == 0
            ? null
            : decimal.Round((decimal)counted.Sum(row => Fulfilled(row.Letters)) / counted.Count, 2, MidpointRounding.AwayFromZero);

    private static IEnumerable<JsonObject> Bands(List<Row> counted)
    {
        (int From, int To)[] bands = [(PlainSets.Criteria, PlainSets.Criteria), (15, PlainSets.Criteria - 1), (10, 14), (5, 9), (0, 4)];
        return bands.Select(band => new JsonObject
        {
            ["from"] = band.From,
            ["to"] = band.To,
            ["count"] = counted.Count(row => Fulfilled(row.Letters) >= band.From && Fulfilled(row.Letters) <= band.To),
        });
    }

    private static JsonObject ByCriterion(List<Row> counted, int criterion)
    {
        int Rows(char letter) => counted.Count(row => row.Letters[criterion - 1] == letter);
        return new JsonObject
        {
            ["criterion"] = criterion,
            ["A"] = Rows('A'),
            ["X"] = Rows('X'),
            ["L"] = Rows('L'),
            ["B"] = Rows('B'),
            ["N"] = Rows('N'),
            ["unassessed"] = Rows('-'),
        };
    }
}
