using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Sheets;
using Ntm.Host.Sheets;
using static Ntm.Domain.Plans.Sheets.PlanSheets;

namespace Ntm.Host.Plans;

/// <summary>A workbook to fill a plan in on: its document, the communes with the criteria of the set, and what else a plan says.</summary>
internal static class PlanTemplate
{
    private const int Wide = 60;
    private const int Middle = 24;
    private const int Narrow = 12;
    private const int EmptyRows = 40;

    internal static byte[] Write(PlanTerritory territory, CriteriaSet set) => WorkbookWriter.Write(
        DocumentSheet(territory, set), TargetSheet(territory, set), CountSheet(set), TableSheet(territory), TaskSheet(), IndicatorSheet(), InstructionSheet());

    private static Sheet DocumentSheet(PlanTerritory territory, CriteriaSet set) => new(
        PlanSheets.Document, Columns(DocumentHeadings, (0, Middle), (1, Wide)),
        [
            .. DocumentItems.Select(item => (IReadOnlyList<SheetCell>)[SheetCell.Of(item), item switch
            {
                "Đơn vị" => SheetCell.Of(territory.Unit.Value),
                "Bộ tiêu chí" => SheetCell.Of(set.Id.Value),
                _ => SheetCell.Empty,
            }]),
        ]) { Above = ["KẾ HOẠCH: VĂN BẢN"] };

    private static Sheet TargetSheet(PlanTerritory territory, CriteriaSet set)
    {
        var headings = TargetHeadings(set);
        var columns = headings.Select((heading, index) => index switch
        {
            0 or 1 => new SheetColumn(heading, Middle),
            _ when index < headings.Length - 3 => new SheetColumn(heading, Narrow, IsCentered: true) { Choices = [Attain, Maintain] },
            _ => new SheetColumn(heading, index == headings.Length - 2 ? Wide : Narrow),
        });
        return new Sheet(
            Targets, [.. columns],
            [.. territory.Communes.Select(commune => Row(headings.Length, SheetCell.Of(commune.Name), SheetCell.Of(commune.Unit.Value)))])
        {
            Above = ["CHỈ TIÊU GIAO CHO TỪNG XÃ (Đ: phấn đấu đạt, D: duy trì)"], FrozenColumns = 1,
        };
    }

    private static Sheet CountSheet(CriteriaSet set) => new(
        Counts,
        [
            .. Columns(CountHeadings, (0, 36), (3, Wide), (5, Wide)).Select((column, index) =>
                index == 2 ? column with { Choices = [.. CountWords.Select(word => word.Word)] } : column),
        ],
        [.. set.Criteria.Select(criterion => Row(CountHeadings.Length, SheetCell.Of(Criterion(criterion))))])
    {
        Above = ["SỐ XÃ THEO TỪNG TIÊU CHÍ"], FrozenColumns = 1,
    };

    private static Sheet TableSheet(PlanTerritory territory)
    {
        var headings = TableHeadings(territory.Parts.Select(part => part.Name));
        return Blank(Table, "BIỂU SỐ LIỆU, VỚI TỔNG NHƯ ĐÃ IN", [
            .. Columns(headings, (0, Wide), (1, Middle)).Select((column, index) =>
                index == 1 ? column with { Choices = [.. MeasureWords.Select(word => word.Word)] } : column),
        ]);
    }

    private static Sheet TaskSheet() => Blank(Tasks, "NHIỆM VỤ VÀ TIẾN ĐỘ", [
        .. Columns(TaskHeadings, (1, Wide), (4, Middle), (5, Middle)).Select(column =>
            column.Heading == "Loại" ? column with { Choices = [.. PurposeWords.Select(word => word.Word)] } : column),
    ]);

    private static Sheet IndicatorSheet() => Blank(Indicators, "CHỈ TIÊU KHÁC", Columns(IndicatorHeadings, (0, Middle), (3, Middle), (5, Wide)));

    private static Sheet InstructionSheet() => new(
        Instructions, [new SheetColumn("Trang", Middle), new SheetColumn("Cách điền", 110)],
        [
            Line(PlanSheets.Document, "Mỗi mục một ô. Định danh kế hoạch gồm chữ thường không dấu, chữ số, '-' và '.', ví dụ van-quan.15-kh-ubnd-2018. Ngày viết ngày/tháng/năm."),
            Line(Targets, "Mỗi xã một hàng, đã có sẵn. Đ: phấn đấu đạt; D: duy trì; để trống: không giao. Hàng nào có dấu thì phải có nguyên văn và mục của văn bản. Hạn đạt áp dụng cho các ô Đ; để trống: ngày cuối của kế hoạch."),
            Line(Counts, $"Số xã như văn bản ghi. Cách tính: {string.Join(", ", CountWords.Select(word => word.Word))}. Các xã: tên cách nhau bằng dấu phẩy, hoặc '{EveryCommune}'. Cần thêm dòng cho một tiêu chí thì chép lại nhãn của tiêu chí đó ở dưới."),
            Line(Table, "Mỗi dòng của biểu một hàng; tổng ghi như văn bản in, kể cả khi sai. Tên biểu và mục của biểu ghi ở trang Văn bản."),
            Line(Tasks, $"Chép như văn bản. Loại: {string.Join(", ", PurposeWords.Select(word => word.Word))}."),
            Line(Indicators, "Các con số khác: tỷ lệ hộ nghèo, số lớp tập huấn …"),
        ])
    {
        Above = ["CÁCH ĐIỀN KẾ HOẠCH"],
        Below =
        [
            "Ghi đúng như văn bản, kể cả lỗi in và chỗ mâu thuẫn. Không đổi tên trang, hàng tiêu đề, tên xã; không chèn cột, không gộp ô, không dùng công thức.",
            "Kiểm tra: ntm plan validate TỆP. Xem sẽ ghi gì: ntm plan import TỆP --dry-run.",
        ],
    };

    private static Sheet Blank(string name, string title, IReadOnlyList<SheetColumn> columns) => new(
        name, columns, [.. Enumerable.Range(0, EmptyRows).Select(_ => Row(columns.Count))]) { Above = [title], FrozenColumns = 1 };

    private static IReadOnlyList<SheetColumn> Columns(IEnumerable<string> headings, params (int Index, int Width)[] widths) =>
        [.. headings.Select((heading, index) => new SheetColumn(heading, widths.Where(width => width.Index == index).Select(width => width.Width).FirstOrDefault(Narrow)))];

    private static IReadOnlyList<SheetCell> Row(int columns, params SheetCell[] first) =>
        [.. first, .. Enumerable.Repeat(SheetCell.Empty, columns - first.Length)];

    private static IReadOnlyList<SheetCell> Line(string sheet, string how) => [SheetCell.Of(sheet), SheetCell.Of(how)];
}
