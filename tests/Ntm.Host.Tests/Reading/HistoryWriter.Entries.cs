using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class HistoryWriter
{
    private static bool IsRetractableUnitFact(PlainLine line) => line.Type is "unit_renamed" or "unit_recoded" or "unit_reparented"
        or "unit_level_changed" or "units_merged" or "unit_dissolved" or "debt_declared" or "satisfaction_surveyed";

    private JsonObject? Retracted(Func<PlainLine, bool> which) => AnyEntry(which) is { } entry ? Retraction(entry.Unit, entry.Id) : null;

    private JsonObject? RetractedEstablishment() =>
        // Only one that no line ever mentioned, retracted or not: whether a retracted entry rests on its unit is left open.
        Retracted(line => line.Type is "unit_established" && !rules.Lines.Any(other => other != line && other.Json.ToJsonString()
            .Contains($"\"{line.Unit}\"", StringComparison.Ordinal)));

    private JsonObject Retraction(string unit, string entry)
    {
        var line = Line("entry_retracted", unit, null);
        line["entry"] = entry;
        line["reason"] = dice.Pick(["nhập nhầm", "nhầm xã", "sai văn bản"]);
        return line;
    }

    private JsonObject Correction(PlainLine entry, JsonObject replacement)
    {
        var line = Line("entry_corrected", entry.Unit, null);
        line["entry"] = entry.Id;
        line["reason"] = "sai ngày hoặc sai xã";
        line["replacement"] = replacement;
        return line;
    }

    private JsonObject? CorrectedFinding()
    {
        if (AnyEntry(line => line.IsFinding) is not { } finding)
            return null;

        var replacement = Copy(finding);
        if (dice.OneIn(3) && AnyUnit() is { } other)
            replacement["unit"] = other;
        if (dice.OneIn(3))
            replacement["criterion"] = AnyCriterion();
        if (dice.OneIn(4))
            replacement["set"] = dice.Pick(PlainSets.Ids);
        if (dice.OneIn(3))
            replacement["type"] = dice.Pick(FindingTypes);
        if (dice.OneIn(3))
            replacement["effectiveOn"] = PlainLine.Text(DayInLife(finding.Unit) ?? finding.EffectiveOn);
        return Correction(finding, replacement);
    }

    private JsonObject? CorrectedUnitFact()
    {
        if (AnyEntry(line => IsRetractableUnitFact(line) || line.Type is "unit_established" or "recognition_granted") is not { } fact)
            return null;

        var replacement = Copy(fact);
        switch (fact.Type)
        {
            case "unit_established" when CorrectedBirth(fact.Unit) is { } day:
                replacement["effectiveOn"] = PlainLine.Text(day);
                break;
            case "unit_renamed" or "unit_established":
                replacement["name"] = Typed(dice.Pick(Names).Name);
                break;
            case "units_merged" when dice.OneIn(2) && fact.Texts("from").Count > 1:
                replacement["from"]!.AsArray().RemoveAt(0);
                break;
            case "unit_dissolved" when dice.OneIn(2) && LivingCommunes(fact.EffectiveOn) is { Count: > 0 } living:
                // Not dissolved but merged: the entry moves to the stream of the successor.
                replacement["type"] = "units_merged";
                replacement["from"] = new JsonArray(fact.Unit);
                replacement["unit"] = dice.Pick(living);
                replacement.Remove("successors");
                break;
            case "recognition_granted":
                replacement["year"] = fact.Json["year"]!.GetValue<int>() - 1;
                break;
            default:
                replacement["effectiveOn"] = PlainLine.Text(CorrectedDay(fact));
                break;
        }

        return Correction(fact, replacement);
    }

    // Whether a unit may end before it is born is left open, so it does not.
    private DateOnly CorrectedDay(PlainLine fact)
    {
        var born = fact.Texts("from").Append(fact.Unit).Max(unit => Now.EstablishedOn(unit)!.Value);
        return dice.OneIn(2) ? DayFrom(born) : Max(born, dice.Pick(BusyDays));
    }

    // Not past a fact about parent or code, nor past the end: whether an establishment that names no parent
    // undoes an earlier one is left open.
    private DateOnly? CorrectedBirth(string unit)
    {
        var limit = Now.EndedOn(unit, DateOnly.MaxValue)?.AddDays(-1) ?? RandomHistory.LastDay;
        foreach (var line in Now.Counting.Where(line => line.Unit == unit && line.Type is "unit_recoded" or "unit_reparented"))
            limit = line.EffectiveOn < limit ? line.EffectiveOn : limit;
        return dice.OneIn(3) || limit < RandomHistory.FirstDay ? null : dice.Day(RandomHistory.FirstDay, limit);
    }

    /// <summary>A line posted once more, as after a lost answer; an absent value may have become an explicit null on the way.</summary>
    private JsonObject? Repeated()
    {
        if (dice.PickOrNone([.. said.Where(line => line["id"] is not null)]) is not { } once || !rules.Repeats(once))
            return null;

        var again = (JsonObject)once.DeepClone();
        if (dice.OneIn(2) && !again.ContainsKey("note"))
            again["note"] = null;
        return again;
    }
}
