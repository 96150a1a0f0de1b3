using System.Text;
using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>Makes up lines in the form in which they are posted. They are meant to be lawful; whether they are, the rules say.</summary>
internal sealed partial class HistoryWriter(Dice dice, PlainRules rules)
{
    private readonly List<JsonObject> said = [];

    private PlainKnowledge Now => rules.Now;

    public IEnumerable<JsonObject> Something() => dice.Below(100) switch
    {
        < 40 => One(Finding()),
        < 42 => Appraised(),
        < 47 => One(SameFindingAgain()),
        < 54 => One(CorrectedFinding()),
        < 59 => One(Retracted(line => line.IsFinding)),
        < 63 => EstablishedSomewhere(),
        < 66 => One(Renamed()),
        < 69 => One(Recoded()),
        < 71 => One(LevelChanged()),
        < 74 => One(Reparented()),
        < 80 => Merged(),
        < 82 => One(Dissolved()),
        < 83 => DistrictClosed(),
        < 86 => One(Retracted(IsRetractableUnitFact)),
        < 90 => One(CorrectedUnitFact()),
        < 91 => One(RetractedEstablishment()),
        < 93 => One(Repeated()),
        _ => One(Other()),
    };

    private static IEnumerable<JsonObject> One(JsonObject? line) => line is null ? [] : [line];

    private JsonObject Line(string type, string unit, DateOnly? effectiveOn)
    {
        var line = new JsonObject { ["type"] = type, ["unit"] = unit };
        if (effectiveOn is { } day)
            line["effectiveOn"] = PlainLine.Text(day);
        if (!dice.OneIn(12))
            line["id"] = dice.Id();
        if (dice.OneIn(3))
            line["basis"] = Basis();
        if (dice.OneIn(8))
            line["note"] = dice.Pick(["theo báo cáo của huyện", "bổ sung hồ sơ", "ghi lại sau kiểm tra"]);
        said.Add(line);
        return line;
    }

    private JsonObject Basis() => new()
    {
        ["number"] = $"{1 + dice.Below(3000)}/QĐ-UBND",
        ["date"] = PlainLine.Text(AnyDay()),
        ["issuer"] = "UBND tỉnh Lạng Sơn",
    };

    private DateOnly AnyDay() => dice.Day(RandomHistory.FirstDay, RandomHistory.LastDay);

    private DateOnly DayFrom(DateOnly first) =>
        dice.Day(first < RandomHistory.LastDay ? first : RandomHistory.LastDay, RandomHistory.LastDay);

    // Keyboards send both forms of the same word; the record holds one.
    private string Typed(string text) => dice.OneIn(5) ? text.Normalize(NormalizationForm.FormD) : text;

    private string? AnyUnit() => dice.PickOrNone([.. Now.Units()]);

    private PlainLine? AnyEntry(Func<PlainLine, bool> which) =>
        dice.PickOrNone([.. Now.Counting.Where(line => which(line) && IsNamed(line))]);

    // Only an id that came with the line is known to whoever writes the next one.
    private static bool IsNamed(PlainLine line) => !line.Id.StartsWith(PlainStorage.MadeUp, StringComparison.Ordinal);

    /// <summary>The line as it could be said once more under a new id.</summary>
    private JsonObject Copy(PlainLine line)
    {
        var copy = (JsonObject)line.Json.DeepClone();
        foreach (var givenBySystem in (string[])["sequence", "recordedAt", "replacedBy", "id"])
            copy.Remove(givenBySystem);
        if (!dice.OneIn(12))
            copy["id"] = dice.Id();
        return copy;
    }
}
