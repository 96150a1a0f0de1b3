using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Names;
using Ntm.Domain.Tables;
using Ntm.Domain.Units;
using Ntm.Host.Sheets;
using Ntm.Projections.Index;
using Ntm.Projections.UnitList;

namespace Ntm.Host.Tables;

/// <summary>A table to fill in: the communes living that day, the criteria of the set, the words a cell takes.</summary>
internal static class TableTemplate
{
    private const int LongestSheetName = 31;
    private const string NotInSheetNames = "[]:*?/\\'";

    /// <returns>Null where the unit is not known at that sequence.</returns>
    internal static byte[]? Write(RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set)
    {
        if (UnitListReading.Answer(index, unit, on, knownAt, null) is not { } under)
            return null;
        var names = under.ToDictionary(row => row.Unit, row => row.Name ?? row.Unit);
        var title = index.Register.Find(unit)!.NameOn(on, knownAt) ?? unit.Value;
        var sheets = under.Where(row => row.Level == UnitLevels.Names.NameOf(UnitLevel.Commune))
            .GroupBy(row => row.Parent ?? unit.Value)
            .Select(group => (Name: names.GetValueOrDefault(group.Key) ?? title, Communes: group.Select(row => row.Name ?? row.Unit).Order(VietnameseNames.Order).ToList()))
            .OrderBy(group => group.Name, VietnameseNames.Order)
            .ToList();
        // A sheet is known by its district's name; where that cannot be, one sheet holds all.
        if (sheets.Exists(sheet => !CanNameSheet(sheet.Name)) || sheets.DistinctBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase).Count() != sheets.Count || sheets.Count == 0)
            sheets = [("Kết quả", [.. sheets.SelectMany(sheet => sheet.Communes)])];
        return WorkbookWriter.Write([.. sheets.Select(sheet => Sheet(sheet.Name, sheet.Communes, on, set)), Instructions(set)]);
    }

    private static bool CanNameSheet(string name) => name.Length <= LongestSheetName && name.IndexOfAny([.. NotInSheetNames]) < 0 && name != InstructionsName;

    private static Sheet Sheet(string name, List<string> communes, DateOnly on, CriteriaSet set) => new(
        name,
        [
            new SheetColumn("STT", 6, IsCentered: true), new SheetColumn("Xã", 24),
            .. set.Criteria.Select(criterion => new SheetColumn(string.Create(CultureInfo.InvariantCulture, $"{criterion.Number}. {criterion.Name.Vietnamese}"), 12, IsCentered: true) { Choices = StatusWords.Offered }),
            new SheetColumn("Ghi chú", 24),
        ],
        [.. communes.Select((commune, index) => (IReadOnlyList<SheetCell>)[SheetCell.Of(index + 1), SheetCell.Of(commune), .. set.Criteria.Select(_ => SheetCell.Empty), SheetCell.Empty])])
    {
        Above =
        [
            "KẾT QUẢ THỰC HIỆN TIÊU CHÍ NÔNG THÔN MỚI",
            $"{name} · đến ngày {on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} · {set.Title.Vietnamese} ({set.Decision.Number})",
        ],
        FrozenColumns = 2,
    };

    private const string InstructionsName = "Hướng dẫn";

    private static Sheet Instructions(CriteriaSet set) => new(
        InstructionsName,
        [new SheetColumn("Ghi vào ô", 20), new SheetColumn("Khi nào", 90)],
        [
            Row("Đạt", "Tiêu chí đạt chuẩn vào ngày của bảng."),
            Row("Chưa đạt", "Đã đánh giá và chưa đạt. Nếu sổ đang ghi là đạt thì kết quả được ghi là mất tiêu chí."),
            Row("Cơ bản đạt", "Cơ bản đạt; không được tính là đạt."),
            Row("Không xét", "Tiêu chí không phải xét với xã này; được tính vào số tiêu chí hoàn thành."),
            Row("(để trống)", "Chưa đánh giá. Không có gì được ghi; ô trống không bao giờ có nghĩa là chưa đạt."),
        ])
    {
        Above = [$"CÁCH ĐIỀN BẢNG ({set.Criteria.Count.ToString(CultureInfo.InvariantCulture)} tiêu chí, {set.Decision.Number})"],
        Below =
        [
            "Mỗi hàng một xã, mỗi cột một tiêu chí. Không đổi tên xã, không đổi hàng tiêu đề, không gộp ô.",
            "Ngày, cấp đánh giá và văn bản căn cứ được nêu một lần khi nộp tệp, không ghi trong bảng.",
            "Có thể thêm hàng tổng, chữ ký, ghi chú: những hàng đó được bỏ qua; hàng tổng được đối chiếu với các ô.",
        ],
    };

    private static IReadOnlyList<SheetCell> Row(string word, string when) => [SheetCell.Of(word), SheetCell.Of(when)];
}
