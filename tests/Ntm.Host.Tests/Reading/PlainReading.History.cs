using System.Globalization;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class PlainReading
{
    public JsonObject? History(string unit, long knownAt, string? set, int? criterion)
    {
        var known = new PlainKnowledge(lines, knownAt);
        if (!known.Knows(unit))
            return null;

        List<PlainLine> own = [.. known.Said.Where(line => line.Unit == unit)];
        List<PlainLine> shown = [.. own.Where(line => (set is null && criterion is null) || Speaks(line, own, set, criterion))];
        var replacements = shown.Select(line => line.Text("replacedBy")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<PlainLine> bearing = [.. known.Said.Where(line => line.Unit != unit
            && (replacements.Contains(line.Id) || (set is null && criterion is null && line.Ends(unit))))];
        var elsewhere = known.Said.Where(line => bearing.Contains(line)
            || (line.IsRetraction && line.Unit != unit && bearing.Exists(other => other.Id == line.Text("entry"))));

        var answer = Life(known, unit);
        answer["endedBy"] = known.Counting.LastOrDefault(line => line.Ends(unit))?.Id;
        answer["knownAt"] = KnownAt(knownAt);
        answer["set"] = set;
        answer["criterion"] = criterion;
        answer["entries"] = new JsonArray([.. shown.Select(line => WithKnowledge(known, line))]);
        answer["elsewhere"] = new JsonArray([.. elsewhere.Select(line => WithKnowledge(known, line))]);
        return answer;
    }

    private static JsonObject Life(PlainKnowledge known, string unit) => new()
    {
        ["unit"] = unit,
        ["name"] = known.Name(unit, DateOnly.MaxValue.AddDays(-1)),
        ["establishedOn"] = DayOrNull(known.EstablishedOn(unit)),
        ["endedOn"] = DayOrNull(known.EndedOn(unit, DateOnly.MaxValue.AddDays(-1))),
        ["successors"] = TextsOrNull(known.Successors(unit, DateOnly.MaxValue.AddDays(-1))),
    };

    private static JsonObject WithKnowledge(PlainKnowledge known, PlainLine line)
    {
        var entry = (JsonObject)line.Json.DeepClone();
        entry["lagDays"] = line.IsRetraction ? null : VietnameseDay(line.RecordedAt).DayNumber - line.EffectiveOn.DayNumber;
        entry["retractedBy"] = known.Said.FirstOrDefault(other => other.IsRetraction && other.Text("entry") == line.Id)?.Id;
        return entry;
    }

    private static DateOnly VietnameseDay(string recordedAt) => DateOnly.FromDateTime(
        DateTime.Parse(recordedAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).AddHours(7));

    private static bool Speaks(PlainLine line, List<PlainLine> own, string? set, int? criterion)
    {
        PlainLine? Named(string field) => own.Find(other => other.Id == line.Text(field));
        bool Asked(string? ofSet, int number) => (set is null || ofSet is null || ofSet == set) && (criterion is null || number == criterion);
        IEnumerable<(string Set, int Criterion)> Remarks(PlainLine? inspection) => (inspection?.Json["findings"]?.AsArray() ?? [])
            .Select(remark => (remark!["set"]!.GetValue<string>(), remark["criterion"]!.GetValue<int>()));

        switch (line.Type)
        {
            case "entry_retracted":
                return Named("entry") is { } struck && Speaks(struck, own, set, criterion);
            case "indicator_measured":
                return Asked(line.Set, int.Parse(line.Text("indicator")!.Split('.')[0], CultureInfo.InvariantCulture));
            case "target_withdrawn":
                return Named("target") is { Type: "target_assigned" } target && Asked(target.Set, target.Criterion!.Value);
            case "inspection_held":
                return Remarks(line).Any(remark => Asked(remark.Set, remark.Criterion));
            case "remedy_done":
                List<string> sets = [.. Remarks(Named("inspection")).Where(remark => remark.Criterion == line.Criterion).Select(remark => remark.Set)];
                return sets.Count == 0 ? Asked(null, line.Criterion!.Value) : sets.Exists(one => Asked(one, line.Criterion!.Value));
            default:
                return (line.IsFinding || line.Type is "target_assigned") && Asked(line.Set, line.Criterion!.Value);
        }
    }
}
