using System.Text.Json.Nodes;
using Ntm.Domain.Names;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>The sheets that do not go by commune and criterion.</summary>
internal sealed partial class StatementSheets
{
    /// <summary>One table, its rows by the parts of the unit, with the totals as printed.</summary>
    internal IEnumerable<JsonObject> Table(Grid grid)
    {
        var parts = header.Territory.Parts;
        var sheet = new PlanSheet(grid, PlanSheets.TableHeadings(parts.Select(part => part.Name)), faults);
        var rows = sheet.Rows.Select(row => TableRowOf(sheet, row)).ToList();
        if (rows.Count == 0)
            yield break;
        if (header.TableText is null || header.TablePlace is null)
        {
            faults.Add(PlanSheetRefusals.CellMissing(header.TableCell, "Tên biểu số liệu, Mục của biểu"));
            yield break;
        }

        var table = Statement("table", "table", header.TableText, header.TablePlace);
        Add(table, "unitOfMeasure", header.TableUnitOfMeasure);
        table["parts"] = new JsonArray([.. parts.Select(part => new JsonObject { ["unit"] = part.Unit.Value, ["text"] = part.Name })]);
        table["rows"] = new JsonArray([.. rows]);
        yield return table;
    }

    internal IEnumerable<JsonObject> Tasks(Grid grid)
    {
        var sheet = new PlanSheet(grid, PlanSheets.TaskHeadings, faults);
        foreach (var row in sheet.Rows)
        {
            var task = Statement(
                "task", Invariant($"task-{row - PlanSheets.HeadingRow}"), sheet.RequiredText(row, sheet.Column("Nội dung")), sheet.RequiredText(row, sheet.Column("Mục")));
            foreach (var (field, heading) in new[] { ("number", "Số"), ("directs", "Chỉ đạo"), ("leads", "Chủ trì"), ("implements", "Thực hiện"), ("coordinates", "Phối hợp"), ("time", "Thời gian"), ("form", "Hình thức") })
                Add(task, field, sheet.Text(row, sheet.Column(heading)));
            task["purpose"] = TaskPurposes.Names.NameOf(sheet.Word(row, sheet.Column("Loại"), PlanSheets.PurposeWords) ?? TaskPurpose.Work);
            yield return task;
        }
    }

    internal IEnumerable<JsonObject> Indicators(Grid grid)
    {
        var sheet = new PlanSheet(grid, PlanSheets.IndicatorHeadings, faults);
        foreach (var row in sheet.Rows)
        {
            var (text, place) = Words(sheet, row);
            var indicator = Statement("indicator", Invariant($"indicator-{row - PlanSheets.HeadingRow}"), text, place);
            indicator["measures"] = SlugOf(sheet.RequiredText(row, 1), row);
            indicator["value"] = RequiredNumber(sheet, row, 2, "Giá trị");
            Add(indicator, "unitOfMeasure", sheet.Text(row, 3));
            Add(indicator, "of", sheet.Text(row, 4));
            if (sheet.Whole(row, 5) is { } criterion)
            {
                if (criterion < 1 || criterion > header.Set.Criteria.Count)
                    faults.Add(PlanSheetRefusals.CellNumber(sheet.Cell(row, 5), sheet.Text(row, 5)!));
                indicator["criterion"] = criterion;
            }

            yield return indicator;
        }
    }

    private JsonObject TableRowOf(PlanSheet sheet, int row)
    {
        var label = sheet.RequiredText(row, 1);
        var measure = PlanSheets.MeasureWords.FirstOrDefault(known => known.Word == sheet.Text(row, 2));
        if (measure.Word is null)
            faults.Add(PlanSheetRefusals.CellWord(sheet.Cell(row, 2), sheet.Text(row, 2) ?? "", string.Join(", ", PlanSheets.MeasureWords.Select(known => known.Word))));
        var said = new JsonObject
        {
            ["id"] = Invariant($"row-{row - PlanSheets.HeadingRow}"), ["text"] = label,
            ["measures"] = measure.BandOf is null ? SlugOf(label, row) : "communes",
        };
        Add(said, "unitOfMeasure", sheet.Text(row, 5));
        if (measure.BandOf is { } of)
        {
            said["band"] = new JsonObject { ["of"] = of, ["from"] = RequiredNumber(sheet, row, 3, "Từ") };
            if (sheet.Number(row, 4) is { } to)
                said["band"]!["to"] = to;
        }

        const int FirstPart = 6;
        var parts = header.Territory.Parts;
        said["values"] = new JsonArray([.. parts.Select((part, index) => JsonValue.Create(RequiredNumber(sheet, row, FirstPart + index, part.Name)))]);
        if (sheet.Number(row, FirstPart + parts.Count) is { } total)
            said["total"] = total;
        return said;
    }

    private decimal RequiredNumber(PlanSheet sheet, int row, int column, string heading)
    {
        if (sheet.IsEmpty(row, column))
            faults.Add(PlanSheetRefusals.CellMissing(sheet.Cell(row, column), heading));
        return sheet.Number(row, column) ?? 0;
    }

    private static void Add(JsonObject statement, string field, string? text)
    {
        if (text is not null)
            statement[field] = text;
    }

    private static string SlugOf(string text, int row)
    {
        var letters = VietnameseNames.Unmarked(text).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ');
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? Invariant($"measure-{row}") : string.Join('-', words);
    }
}
