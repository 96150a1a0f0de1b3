using Ntm.Domain.Tables;

namespace Ntm.Host.Tests.Tables;

/// <summary>A table as the office of Văn Quan district would send it: titles, joined headings, four communes, sums and signatures.</summary>
internal static class OfficeTable
{
    public const int FirstRow = 7;
    public const int FirstCriterion = 3;
    public const int Criteria = 19;
    public const int TotalColumn = FirstCriterion + Criteria;

    /// <summary>Communes from row 7 on; every row attains criteria 1 to 5, the sixth is basically met, 17 not attained, the rest blank.</summary>
    public static SheetDraft Of(string sheet, params string[] communes)
    {
        var table = new SheetDraft(sheet) { ["A1"] = "UBND HUYỆN VĂN QUAN", ["J1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" };
        table["A3"] = "TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC TIÊU CHÍ NÔNG THÔN MỚI 6 THÁNG NĂM 2018";
        table.Row(5, 1, "STT", "Tên xã", "Tiêu chí");
        table["V5"] = "Tổng số tiêu chí đạt";
        table["W5"] = "Ghi chú";
        table.Row(6, FirstCriterion, [.. Enumerable.Range(1, Criteria).Cast<object>()]);
        table.Merged.AddRange(["A3:W3", "A5:A6", "B5:B6", "C5:U5", "V5:V6", "W5:W6"]);
        for (var index = 0; index < communes.Length; index++)
            Commune(table, FirstRow + index, index + 1, communes[index]);

        var totals = FirstRow + communes.Length;
        table[$"B{totals}"] = "Tổng số xã đạt";
        for (var criterion = 1; criterion <= Criteria; criterion++)
            table[CellNames.Of(totals, FirstCriterion + criterion - 1)] = criterion <= 5 ? communes.Length : 0;
        table[$"P{totals + 2}"] = "Văn Quan, ngày 30 tháng 6 năm 2018";
        table.Row(totals + 3, 2, "NGƯỜI LẬP BIỂU");
        table[$"P{totals + 3}"] = "TM. BAN CHỈ ĐẠO";
        return table;
    }

    private static void Commune(SheetDraft table, int row, int number, string name)
    {
        table.Row(row, 1, number, name, "Đạt", "Đạt", "đạt", "ĐẠT", " Đạt ", "Cơ bản đạt");
        table[$"S{row}"] = "Chưa đạt";
        table[$"V{row}"] = 5;
    }
}
