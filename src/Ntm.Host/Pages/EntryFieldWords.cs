using System.Globalization;

namespace Ntm.Host.Pages;

/// <summary>What the fields of entries are called on a form (docs/glossary.md).</summary>
internal static class EntryFieldWords
{
    private static readonly Dictionary<string, (string Vietnamese, string English)> Names = new(StringComparer.Ordinal)
    {
        ["type"] = ("Kết quả", "Finding"), ["unit"] = ("Đơn vị", "Unit"), ["effectiveOn"] = ("Ngày hiệu lực", "Day of effect"),
        ["set"] = ("Bộ tiêu chí", "Criteria set"), ["criterion"] = ("Tiêu chí", "Criterion"), ["assessedBy"] = ("Cấp đánh giá", "Assessed by"),
        ["indicator"] = ("Chỉ tiêu", "Indicator"), ["value"] = ("Giá trị", "Value"), ["unitOfMeasure"] = ("Đơn vị tính", "Unit of measure"),
        ["basis"] = ("Căn cứ", "Basis"), ["number"] = ("số hiệu", "number"), ["date"] = ("ngày", "date"), ["issuer"] = ("nơi ban hành", "issuer"),
        ["note"] = ("Ghi chú", "Note"), ["name"] = ("Tên", "Name"), ["code"] = ("Mã số", "Code"), ["level"] = ("Cấp", "Level"), ["parent"] = ("Trực thuộc", "Parent"),
        ["from"] = ("Các phần", "Parts"), ["successors"] = ("Nhập vào", "Successors"), ["plan"] = ("Kế hoạch", "Plan"), ["kind"] = ("Loại chỉ tiêu", "Kind of target"),
        ["due"] = ("Chậm nhất", "By"), ["dueBy"] = ("Chậm nhất", "By"), ["source"] = ("Câu trong kế hoạch", "Sentence of the plan"), ["target"] = ("Mục ghi chỉ tiêu", "Entry of the target"),
        ["team"] = ("Đoàn, cơ quan", "Team, office"), ["findings"] = ("Nhận xét", "Remark"), ["conclusion"] = ("kết luận", "conclusion"), ["remark"] = ("nhận xét", "remark"),
        ["remedyBy"] = ("khắc phục chậm nhất", "put right by"), ["inspection"] = ("Mục ghi kiểm tra", "Entry of the inspection"), ["schedule"] = ("Mục ghi lịch", "Entry of the schedule"),
        ["amount"] = ("Số tiền (đồng)", "Amount (dong)"), ["households"] = ("Số hộ", "Households"), ["asked"] = ("Số hộ được hỏi", "Asked"), ["satisfied"] = ("Số hộ hài lòng", "Satisfied"),
        ["dossier"] = ("Hồ sơ", "Dossier"), ["title"] = ("Danh hiệu", "Title"), ["year"] = ("Năm", "Year"), ["reason"] = ("Lý do", "Reason"), ["reasons"] = ("Lý do", "Reason"),
        ["evidence"] = ("Minh chứng", "Evidence"), ["mediaType"] = ("loại tệp", "type of file"), ["size"] = ("độ lớn", "size"), ["by"] = ("Cấp", "Level"), ["votes"] = ("Phiếu", "Votes"),
        ["members"] = ("thành viên", "members"), ["present"] = ("có mặt", "present"), ["for"] = ("thuận", "for"), ["against"] = ("chống", "against"), ["until"] = ("Đến hết ngày", "Until"),
    };

    /// <summary>The parts of a path, each by its name; a place in a list counts from one.</summary>
    internal static string Of(string path, Wording say) => string.Join(", ", path.Split('.').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        ? (place + 1).ToString(CultureInfo.InvariantCulture)
        : Names.TryGetValue(part, out var name) ? say[name.Vietnamese, name.English] : part));
}
