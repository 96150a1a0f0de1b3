using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>Reads a filled template as a plan: what a plan file would say, or every fault with its cell.</summary>
public static class PlanWorkbook
{
    private static readonly string[] Required =
        [PlanSheets.Document, PlanSheets.Targets, PlanSheets.Counts, PlanSheets.Table, PlanSheets.Tasks, PlanSheets.Indicators];

    /// <param name="map">The units as the record knows them.</param>
    public static ReadPlan Read(IReadOnlyList<Grid> grids, CriteriaCatalog catalog, UnitMap map, long knownAt)
    {
        var faults = new List<Refusal>();
        faults.AddRange(Required.Where(name => grids.All(grid => grid.Name != name)).Select(PlanSheetRefusals.SheetMissing));
        faults.AddRange(grids.Select(grid => grid.Name).Where(name => !Required.Contains(name) && name != PlanSheets.Instructions).Select(PlanSheetRefusals.SheetUnknown));
        if (faults.Count > 0)
            return new ReadPlan(null, faults);

        Grid Named(string name) => grids.First(grid => grid.Name == name);
        var document = new PlanDocumentSheet(Named(PlanSheets.Document), faults);
        if (document.Read(catalog, map, knownAt) is not { } header)
            return new ReadPlan(null, faults);

        var statements = new StatementSheets(header, faults);
        List<JsonObject> said =
        [
            .. statements.Targets(Named(PlanSheets.Targets)), .. statements.Counts(Named(PlanSheets.Counts)), .. statements.Table(Named(PlanSheets.Table)),
            .. statements.Tasks(Named(PlanSheets.Tasks)), .. statements.Indicators(Named(PlanSheets.Indicators)),
        ];
        return faults.Count > 0 ? new ReadPlan(null, faults) : PlanFile.Read(JsonSerializer.SerializeToUtf8Bytes(File(header, said)));
    }

    private static JsonObject File(PlanHeader header, IEnumerable<JsonObject> statements) => new()
    {
        ["id"] = header.Id, ["number"] = header.Number, ["date"] = VietnamCalendar.Format(header.Date), ["issuer"] = header.Issuer,
        ["title"] = header.Title, ["scope"] = header.Territory.Unit.Value, ["from"] = VietnamCalendar.Format(header.From),
        ["to"] = VietnamCalendar.Format(header.To),
        ["content"] = new JsonObject
        {
            ["format"] = PlanContent.Format, ["set"] = header.Set.Id.Value, ["statements"] = new JsonArray([.. statements]),
        },
    };
}

/// <summary>What the first sheet says.</summary>
/// <param name="TableText">The heading of the table; null where the plan has none.</param>
internal sealed record PlanHeader(
    string Id, string Number, DateOnly Date, string Issuer, string Title, DateOnly From, DateOnly To, CriteriaSet Set, PlanTerritory Territory,
    string? TableText, string? TablePlace, string? TableUnitOfMeasure)
{
    internal string TableCell { get; init; } = "";
}
