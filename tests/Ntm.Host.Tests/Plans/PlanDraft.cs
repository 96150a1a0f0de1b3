using System.Globalization;
using Ntm.Domain.Tables;
using Ntm.Host.Tables;
using Ntm.Host.Tests.Tables;

namespace Ntm.Host.Tests.Plans;

/// <summary>The template of Văn Quan as an office fills it in, right or wrong.</summary>
internal sealed class PlanDraft
{
    private readonly List<SheetDraft> _sheets;

    private PlanDraft(List<SheetDraft> sheets) => _sheets = sheets;

    internal SheetDraft this[string sheet] => _sheets.Single(draft => draft.Name == sheet);

    internal static PlanDraft Of(byte[] template) => new([.. WorkbookReader.Read(template).Select(Draft)]);

    /// <summary>A small plan: two communes, one count, two rows of a table, one task, one indicator.</summary>
    internal PlanDraft Filled()
    {
        var values = new object[] { "van-quan.16-kh-ubnd-2018", "16/KH-UBND", "05/02/2018", "UBND huyện Văn Quan", "Kế hoạch bổ sung năm 2018", "van-quan", "2018-02-05", 43465, "ntm-2016-2020", "BIỂU CHỈ TIÊU", "Biểu 1", "Xã" };
        for (var item = 0; item < values.Length; item++)
            this["Văn bản"][CellNames.Of(3 + item, 2)] = values[item];
        var (first, second) = (RowOf("Chỉ tiêu", "Hòa Bình"), RowOf("Chỉ tiêu", "Vân Mộng"));
        this["Chỉ tiêu"].Row(first, 3, "Đ", "D");
        this["Chỉ tiêu"].Row(first, 22, "30/11/2018", "Xã Hòa Bình đạt tiêu chí 1, duy trì tiêu chí 2", "II.1");
        this["Chỉ tiêu"].Row(second, 3, "Đ");
        this["Chỉ tiêu"].Row(second, 23, "Xã Vân Mộng đạt tiêu chí 1", "II.1");
        this["Số xã"].Row(6, 2, 2, "thêm", "Vĩnh Lại, Bình Phúc", "31/12/2018", "Phấn đấu thêm 2 xã đạt tiêu chí (Vĩnh Lại, Bình Phúc).", "II.2");
        this["Số xã"].Row(21, 2, 20, "có tất cả", null, null, "Phấn đấu có 20 xã đạt tiêu chí.", "II.2");
        this["Biểu số liệu"].Row(3, 1, "Số xã đạt 19 tiêu chí", "xã theo số tiêu chí", 19, 19, null, 3, 3);
        this["Biểu số liệu"].Row(4, 1, "Số km đường hoa", "khác", null, null, "km", 4, 5);
        this["Nhiệm vụ"].Row(3, 1, "I.1", "Kiểm tra các xã điểm", "BCĐ huyện", null, "VPĐP", "BCĐ xã", "Tháng 3, 6, 9, 11", null, "kiểm tra", "Phụ lục 1");
        this["Chỉ tiêu khác"].Row(3, 1, "Tỷ lệ hộ nghèo", 3, "%", "hộ", 11, "Giảm tỷ lệ hộ nghèo 3%", "II.3");
        return this;
    }

    internal int RowOf(string sheet, string label) =>
        Enumerable.Range(3, 100).First(row => (string?)this[sheet][CellNames.Of(row, 1)] == label);

    internal byte[] ToBytes() => WorkbookDraft.Of(_sheets);

    private static SheetDraft Draft(Grid grid)
    {
        var draft = new SheetDraft(grid.Name);
        foreach (var row in grid.Rows)
        {
            foreach (var (column, cell) in row.Cells)
                draft[CellNames.Of(row.Number, column)] = cell.Kind == CellKind.Number ? int.Parse(cell.Text, CultureInfo.InvariantCulture) : cell.Text;
        }

        return draft;
    }
}
