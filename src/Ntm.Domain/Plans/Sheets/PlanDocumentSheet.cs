using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>Reads the sheet of the document: one item in each row, in the order of the template.</summary>
internal sealed class PlanDocumentSheet(Grid grid, List<Refusal> faults)
{
    private const int Content = 2;

    private readonly PlanSheet _sheet = new(grid, PlanSheets.DocumentHeadings, faults);

    /// <returns>Null where it has faults: nothing else can be read without it.</returns>
    internal PlanHeader? Read(CriteriaCatalog catalog, UnitMap map, long knownAt)
    {
        if (!_sheet.HasHeadings)
            return null;
        foreach (var (item, row) in PlanSheets.DocumentItems.Select((item, index) => (item, Row: RowOf(index))))
        {
            if (_sheet.Label(row, 1) is var label && label != item)
                faults.Add(PlanSheetRefusals.HeadingMoved(_sheet.Cell(row, 1), item, label ?? ""));
        }

        faults.AddRange(_sheet.Rows.Where(row => row > RowOf(PlanSheets.DocumentItems.Length - 1)).Select(row => PlanSheetRefusals.CellOutside(_sheet.Cell(row, 1))));
        if (faults.Count > 0)
            return null;

        var id = Required("Định danh kế hoạch");
        if (id.Length > 0 && !Slug.IsWellFormed(id))
            faults.Add(PlanSheetRefusals.CellWord(CellOf("Định danh kế hoạch"), id, "a-z, 0-9, '-', '.'"));
        var date = RequiredDay("Ngày ban hành");
        var (from, to) = (RequiredDay("Từ ngày"), RequiredDay("Đến ngày"));
        var set = catalog.Find(new SetId(Required("Bộ tiêu chí")));
        if (set is null)
            faults.Add(PlanSheetRefusals.CellWord(CellOf("Bộ tiêu chí"), Text("Bộ tiêu chí") ?? "", string.Join(", ", catalog.Sets.Select(known => known.Id.Value))));
        var (number, issuer, title, scope) = (Required("Số hiệu"), Required("Nơi ban hành"), Required("Tên kế hoạch"), Required("Đơn vị"));
        var territory = date is { } day && UnitId.TryParse(scope, out var unit) ? PlanTerritory.Of(map, unit, day, knownAt) : null;
        if (scope.Length > 0 && date is not null && territory is null)
            faults.Add(PlanSheetRefusals.CommuneUnknown(CellOf("Đơn vị"), scope, scope));
        return faults.Count > 0 ? null : new PlanHeader(
            id, number, date!.Value, issuer, title, from!.Value, to!.Value, set!, territory!, Text("Tên biểu số liệu"), Text("Mục của biểu"),
            Text("Đơn vị tính của biểu")) { TableCell = CellOf("Tên biểu số liệu") };
    }

    private static int RowOf(int item) => PlanSheets.HeadingRow + 1 + item;

    private static int RowOf(string item) => RowOf(PlanSheets.DocumentItems.IndexOf(item));

    private string CellOf(string item) => _sheet.Cell(RowOf(item), Content);

    private string? Text(string item) => _sheet.Text(RowOf(item), Content);

    private string Required(string item)
    {
        if (Text(item) is { } text)
            return text;
        faults.Add(PlanSheetRefusals.CellMissing(CellOf(item), item));
        return "";
    }

    private DateOnly? RequiredDay(string item)
    {
        Required(item);
        return _sheet.Day(RowOf(item), Content);
    }
}
