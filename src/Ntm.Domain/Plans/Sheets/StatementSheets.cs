using System.Globalization;
using System.Text.Json.Nodes;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>Reads the sheets of a filled template as the statements a plan file would hold.</summary>
internal sealed partial class StatementSheets(PlanHeader header, List<Refusal> faults)
{
    /// <summary>One row a commune: its marks under the criteria, with the sentence that says so.</summary>
    internal IEnumerable<JsonObject> Targets(Grid grid)
    {
        var sheet = new PlanSheet(grid, PlanSheets.TargetHeadings(header.Set), faults);
        var first = new Dictionary<UnitId, string>();
        foreach (var row in sheet.Rows)
        {
            if (CommuneOf(sheet, row) is not { } commune)
                continue;
            if (!first.TryAdd(commune, sheet.Cell(row, 1)))
                faults.Add(PlanRefusals.CommuneTwice(sheet.Cell(row, 1), sheet.Text(row, 1)!, first[commune]));
            foreach (var statement in TargetsOf(sheet, row, commune))
                yield return statement;
        }
    }

    internal IEnumerable<JsonObject> Counts(Grid grid)
    {
        var sheet = new PlanSheet(grid, PlanSheets.CountHeadings, faults);
        var criteria = header.Set.Criteria.ToDictionary(PlanSheets.Criterion, criterion => criterion.Number);
        var times = new Dictionary<int, int>();
        foreach (var row in sheet.Rows)
        {
            if (!criteria.TryGetValue(sheet.Label(row, 1) ?? "", out var criterion))
            {
                faults.Add(PlanSheetRefusals.CellWord(sheet.Cell(row, 1), sheet.Text(row, 1) ?? "", "tiêu chí như trong mẫu · a criterion as in the template"));
                continue;
            }

            // The template lists every criterion; of most, a plan counts nothing.
            if (Enumerable.Range(2, PlanSheets.CountHeadings.Length - 1).All(column => sheet.IsEmpty(row, column)))
                continue;
            var time = times[criterion] = times.GetValueOrDefault(criterion) + 1;
            yield return CountOf(sheet, row, criterion, time == 1 ? Invariant($"count-{criterion}") : Invariant($"count-{criterion}-{time}"));
        }
    }

    private UnitId? CommuneOf(PlanSheet sheet, int row)
    {
        var name = sheet.Label(row, 1);
        var identity = sheet.Label(row, 2);
        if (name is null)
        {
            faults.Add(PlanSheetRefusals.CellMissing(sheet.Cell(row, 1), "Xã"));
            return null;
        }

        if (identity is null)
            return header.Territory.Find(sheet.Cell(row, 1), name, faults);
        if (header.Territory.Communes.FirstOrDefault(known => known.Unit.Value == identity) is not { } commune)
            return header.Territory.Find(sheet.Cell(row, 2), identity, faults);
        if (commune.Name == name)
            return commune.Unit;
        // Spelt otherwise, it is told as that; another commune altogether is a row that was mixed up.
        if (header.Territory.Find(sheet.Cell(row, 1), name, faults) is { } other && other != commune.Unit)
            faults.Add(PlanSheetRefusals.IdentityDiffers(sheet.Cell(row, 2), identity, name));
        return commune.Unit;
    }

    private List<JsonObject> TargetsOf(PlanSheet sheet, int row, UnitId commune)
    {
        var marks = new Dictionary<string, JsonArray> { [PlanSheets.Attain] = [], [PlanSheets.Maintain] = [] };
        foreach (var criterion in header.Set.Criteria)
        {
            var column = sheet.Column(PlanSheets.Criterion(criterion));
            if (sheet.Text(row, column) is not { } mark)
                continue;
            if (marks.TryGetValue(mark, out var criteria))
                criteria.Add(criterion.Number);
            else
                faults.Add(PlanSheetRefusals.CellWord(sheet.Cell(row, column), mark, $"{PlanSheets.Attain}, {PlanSheets.Maintain}"));
        }

        var due = sheet.Day(row, sheet.Column("Hạn đạt"));
        var said = marks.Where(mark => mark.Value.Count > 0).ToList();
        if (said.Count == 0)
            return [];
        var (text, place) = Words(sheet, row);
        return said.ConvertAll(mark =>
        {
            var isAttain = mark.Key == PlanSheets.Attain;
            var statement = Statement("targets", $"targets-{commune.Value}-{(isAttain ? "attain" : "maintain")}", text, place);
            statement["communes"] = new JsonArray(commune.Value);
            statement["criteria"] = mark.Value;
            statement["as"] = isAttain ? "attain" : "maintain";
            if (isAttain && due is { } day)
                statement["deadline"] = Deadline(day);
            return statement;
        });
    }

    private JsonObject CountOf(PlanSheet sheet, int row, int criterion, string id)
    {
        var kind = sheet.Word(row, 3, PlanSheets.CountWords);
        if (kind is null && sheet.IsEmpty(row, 3))
            faults.Add(PlanSheetRefusals.CellMissing(sheet.Cell(row, 3), "Cách tính"));
        var (text, place) = Words(sheet, row);
        var statement = Statement("count", id, text, place);
        statement["criterion"] = criterion;
        if (sheet.Whole(row, 2) is { } number)
            statement["number"] = number;
        statement["counts"] = CountKinds.Names.NameOf(kind ?? CountKind.Undetermined);
        AddCommunes(statement, sheet, row);
        if (sheet.Day(row, 5) is { } due)
            statement["deadline"] = Deadline(due);
        return statement;
    }

    private void AddCommunes(JsonObject statement, PlanSheet sheet, int row)
    {
        if (sheet.Text(row, 4) is not { } list)
            return;
        if (list == PlanSheets.EveryCommune)
        {
            statement["all"] = true;
            return;
        }

        var cell = sheet.Cell(row, 4);
        sheet.Label(row, 4);
        var communes = new List<UnitId>();
        foreach (var name in list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (header.Territory.Find(cell, name, faults) is not { } commune)
                continue;
            if (communes.Contains(commune))
                faults.Add(PlanRefusals.CommuneTwice(cell, name, cell));
            communes.Add(commune);
        }

        statement["communes"] = new JsonArray([.. communes.Select(commune => JsonValue.Create(commune.Value))]);
    }

    // The words that give a day stand in the sentence; the template asks for the day alone.
    private static JsonObject Deadline(DateOnly due) => new() { ["due"] = VietnamCalendar.Format(due), ["text"] = due.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) };

    private static JsonObject Statement(string kind, string id, string text, string place) => new() { ["kind"] = kind, ["id"] = id, ["text"] = text, ["place"] = place };

    private static (string Text, string Place) Words(PlanSheet sheet, int row) =>
        (sheet.RequiredText(row, sheet.Column("Nguyên văn")), sheet.RequiredText(row, sheet.Column("Mục")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
