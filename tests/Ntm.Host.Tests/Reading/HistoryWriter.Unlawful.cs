using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class HistoryWriter
{
    private static readonly DateOnly FarAhead = new(2099, 1, 1);

    /// <summary>A line meant to be refused with this code and no other; whether it would be, the rules say.</summary>
    public JsonObject? Unlawful(string code)
    {
        var line = code switch
        {
            "unit.unknown" => OnUnknownUnit(),
            "set.unknown" => With(Finding(), "set", "ntm-2011-2015"),
            "criterion.unknown" => With(Finding(), "criterion", dice.Pick([0, 20, 99])),
            "plan.unknown" => OnUnknownPlan(),
            "unit.exists" => AnyUnit() is { } unit ? Established(unit, ranks[unit], AnyDay(), null) : null,
            "unit.not_yet" => FindingOn(unit => Now.EstablishedOn(unit)!.Value.AddDays(-1 - (dice.OneIn(2) ? 0 : dice.Below(40)))),
            "unit.ended" => dice.OneIn(2) ? FindingOn(AfterEnd) : EndedAgain(),
            "finding.effective_in_future" => FindingOn(_ => FarAhead),
            "unit.has_children" => ParentEnded(),
            "units.merger_unlawful" => UnlawfulMerger(),
            "unit.parent_cycle" => Circle(),
            "unit.has_entries" => EstablishmentTakenAway(),
            "entry.other_unit" => OfOtherUnit(),
            "entry.retracted" => Undo([.. Now.Said.Where(line => Now.Retracted.Contains(line.Id))]),
            "entry.is_retraction" => Undo([.. Now.Said.Where(line => line.IsRetraction)]),
            "entry.unknown" => AnyUnit() is { } unit ? Retraction(unit, dice.Id()) : null,
            "entry.is_decision" => Retracted(line => line.Type is "recognition_granted"),
            "entry.id_reused" => ReusedId(),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no line is made for this code"),
        };

        // A correction is judged by its replacement as well.
        return line is not null && dice.OneIn(4) && line["assessedBy"] is not null && code is not "entry.id_reused"
            && AnyEntry(entry => entry.IsFinding) is { } corrected
            ? Correction(corrected, line)
            : line;
    }

    private static JsonObject? With(JsonObject? line, string field, JsonNode value)
    {
        if (line is not null)
            line[field] = value;
        return line;
    }

    private JsonObject? FindingOn(Func<string, DateOnly> day) =>
        Finding() is { } finding ? With(finding, "effectiveOn", PlainLine.Text(day(finding["unit"]!.GetValue<string>()))) : null;

    private DateOnly AfterEnd(string unit) =>
        Now.EndedOn(unit, DateOnly.MaxValue) is { } end ? (dice.OneIn(2) ? end : DayFrom(end)) : AnyDay();

    private JsonObject? OnUnknownUnit()
    {
        const string Nowhere = "khong-co";
        var day = AnyDay();
        var living = LivingCommunes(day);
        return dice.Below(6) switch
        {
            0 => With(Finding(), "unit", Nowhere),
            // A unit whose establishment was retracted was never said to exist.
            1 => With(Finding(), "unit", dice.PickOrNone(NeverSaid()) ?? Nowhere),
            2 => With(Established("moi-lap", Commune, day, null), "parent", Nowhere),
            3 when living.Count > 1 => Merger(living[0], [living[1], Nowhere], day),
            4 when living.Count > 0 => With(Line("unit_dissolved", living[0], day), "successors", new JsonArray(Nowhere)),
            _ => With(Line("unit_reparented", dice.Pick([.. Ranked(Commune)]), day), "parent", Nowhere),
        };
    }

    private List<string> NeverSaid() => [.. ranks.Keys.Order(StringComparer.Ordinal).Where(unit => !Now.Knows(unit))];

    private JsonObject? OnUnknownPlan()
    {
        if (AnyUnit() is not { } unit || DayInLife(unit) is not { } day)
            return null;
        return dice.OneIn(2)
            ? Said("inspection_scheduled", unit, day,
                ("dueBy", PlainLine.Text(day)), ("team", "Văn phòng điều phối"), ("plan", "kh-khong-co"))
            : Said("target_assigned", unit, day, ("plan", "kh-khong-co"), ("set", "ntm-2016-2020"), ("criterion", AnyCriterion()),
                ("kind", "attain"), ("due", PlainLine.Text(day)));
    }

    private JsonObject? EndedAgain()
    {
        if (dice.PickOrNone([.. Now.Units().Where(unit => Now.EndedOn(unit, DateOnly.MaxValue) is not null)]) is not { } unit)
            return null;

        var day = DayFrom(Now.EstablishedOn(unit)!.Value);
        return dice.OneIn(2) || dice.PickOrNone(LivingCommunes(day)) is not { } successor
            ? Line("unit_dissolved", unit, day)
            : Merger(successor, [unit], day);
    }

    private JsonObject? ParentEnded()
    {
        var day = AnyDay();
        if (dice.PickOrNone([.. Ranked(District).Append("lang-son").Where(unit => LivesAndStays(unit, day))]) is not { } parent)
            return null;
        return dice.OneIn(2) || dice.PickOrNone([.. Ranked(District).Where(unit => unit != parent && Now.Lives(unit, day))]) is not { } heir
            ? Line("unit_dissolved", parent, day)
            : Merger(heir, [parent], day);
    }

    private JsonObject? UnlawfulMerger()
    {
        var day = AnyDay();
        var living = LivingCommunes(day);
        if (living.Count < 2)
            return null;
        if (dice.OneIn(2))
            return Merger(living[0], [living[1], living[0]], day);
        return dice.PickOrNone([.. Ranked(Commune).Where(unit => !Now.Lives(unit, day))]) is { } dead
            ? Merger(dead, [dice.Pick(living)], day)
            : null;
    }

    // Only among units that live and stay: whether parents of dead units make a circle is left open.
    private JsonObject? Circle()
    {
        var day = AnyDay();
        if (dice.PickOrNone([.. Ranked(District).Append("lang-son").Where(unit => LivesAndStays(unit, day))]) is not { } above)
            return null;
        List<string> below = [.. Ranked(Commune).Concat(Ranked(District)).Where(unit => LivesAndStays(unit, day))];
        var parent = dice.OneIn(4) ? above : dice.PickOrNone([.. below.Where(unit => unit != above)]);
        return parent is null ? null : With(Line("unit_reparented", above, day), "parent", parent);
    }

    private JsonObject? EstablishmentTakenAway()
    {
        if (AnyEntry(line => line.Type is "unit_established") is not { } establishment)
            return null;
        return dice.OneIn(3)
            ? Correction(establishment, With(Copy(establishment), "unit", "ten-khac")!)
            : Retraction(establishment.Unit, establishment.Id);
    }

    private JsonObject? OfOtherUnit() =>
        AnyEntry(line => line.IsFinding || IsRetractableUnitFact(line)) is { } entry && AnyUnit() is { } other
            ? Undone(entry, other)
            : null;

    private JsonObject? Undo(IReadOnlyList<PlainLine> entries) =>
        dice.PickOrNone([.. entries.Where(IsNamed)]) is { } entry ? Undone(entry, entry.Unit) : null;

    private JsonObject Undone(PlainLine entry, string unit) =>
        dice.OneIn(3) && entry.IsFinding ? With(Correction(entry, Copy(entry)), "unit", unit)! : Retraction(unit, entry.Id);

    private JsonObject? ReusedId()
    {
        // The retraction within a correction never comes alone.
        if (dice.PickOrNone([.. rules.Lines.Where(line => IsNamed(line) && line.Json["note"] is null && line.Json["replacedBy"] is null)])
            is not { } taken)
            return null;
        if (dice.OneIn(2))
            return Finding() is { } finding ? With(finding, "id", taken.Id) : null;

        var changed = (JsonObject)taken.Json.DeepClone();
        changed.Remove("sequence");
        changed.Remove("recordedAt");
        changed["note"] = "cùng mã, khác nội dung";
        return changed;
    }
}
