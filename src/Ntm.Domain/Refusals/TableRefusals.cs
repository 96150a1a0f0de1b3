using System.Globalization;

namespace Ntm.Domain.Refusals;

/// <summary>Sentences for what is doubtful in a table. The field is the cell, with its sheet.</summary>
public static class TableRefusals
{
    public static Refusal NotFound() => new(TableRefusalCodes.NotFound, null,
        "Không trang nào có bảng xã × tiêu chí: cần một hàng tiêu đề có đủ số hoặc tên các tiêu chí, và một cột tên xã. Xem mẫu: ntm import template.",
        "No sheet holds a table of communes by criteria: it needs a heading row with the number or name of every criterion, and a column of commune names. See the template: ntm import template.");

    public static Refusal SheetUnread(string sheet) => new(TableRefusalCodes.SheetUnread, sheet,
        $"Trang '{sheet}' có tên xã nhưng không tìm thấy hàng tiêu đề với các tiêu chí. Hãy sửa tiêu đề, hoặc bỏ trang này bằng --sheet \"{sheet}=-\".",
        $"The sheet '{sheet}' holds names of communes but no heading row with the criteria was found. Repair the heading, or leave the sheet out with --sheet \"{sheet}=-\".");

    public static Refusal SheetUnknown(string sheet) => new(TableRefusalCodes.SheetUnknown, sheet,
        $"Tệp không có trang '{sheet}' với bảng xã × tiêu chí.",
        $"The file has no sheet '{sheet}' with a table of communes by criteria.");

    public static Refusal Hidden(string cell) => new(TableRefusalCodes.Hidden, cell,
        $"{cell} bị ẩn nhưng có nội dung. Hãy bỏ ẩn và xem lại, hoặc thêm --include-hidden để đọc cả phần ẩn.",
        $"{cell} is hidden but has content. Unhide it and look, or add --include-hidden to read what is hidden as well.");

    public static Refusal HeadingUnclear(string cell, string text, string saidBefore) => new(TableRefusalCodes.HeadingUnclear, cell,
        $"Tiêu đề '{text}' ({cell}) mâu thuẫn với '{saidBefore}' của cùng cột, hoặc lặp lại một tiêu chí. Hãy sửa để mỗi cột là đúng một tiêu chí.",
        $"The heading '{text}' ({cell}) contradicts '{saidBefore}' of the same column, or repeats a criterion. Make each column exactly one criterion.");

    public static Refusal HeadingMerged(string cell, string text) => new(TableRefusalCodes.HeadingUnclear, cell,
        $"Tiêu đề '{text}' ({cell}) trải qua nhiều cột; không biết cột nào là kết quả. Hãy để mỗi tiêu chí một cột.",
        $"The heading '{text}' ({cell}) spans several columns; which of them holds the result is unclear. Give each criterion one column.");

    public static Refusal CriterionTooMany(string cell, int criterion, int criteria) => new(TableRefusalCodes.HeadingUnclear, cell,
        $"{cell} là tiêu chí {criterion}, nhưng bộ tiêu chí chỉ có {criteria}. Hãy kiểm tra --set.",
        $"{cell} says criterion {criterion}, but the set has {criteria}. Check --set.");

    public static Refusal NoNameColumn(string sheet) => new(TableRefusalCodes.HeadingUnclear, sheet,
        $"Trang '{sheet}' có các tiêu chí nhưng không thấy cột tên xã. Hãy đặt tiêu đề 'Xã' cho cột đó.",
        $"The sheet '{sheet}' has the criteria but no column of commune names was found. Give that column the heading 'Xã'.");

    public static Refusal CriterionMissing(string cell, IReadOnlyList<int> criteria) => new(TableRefusalCodes.CriterionMissing, cell,
        $"Hàng tiêu đề ({cell}) thiếu tiêu chí {Joined(criteria)}. Hãy ghi số của tiêu chí trên đầu mỗi cột.",
        $"The heading row ({cell}) lacks criterion {Joined(criteria)}. Write the number of the criterion over each column.");

    public static Refusal CellUnclear(string cell, string text, int cells) => new(TableRefusalCodes.CellUnclear, cell,
        $"Không rõ '{text}' ({cell}{AndMore(cells, "ô nữa")}) nghĩa là gì. Nếu là ký hiệu, hãy nêu nghĩa: --mark \"{text}=attained\" (hoặc not_attained, basically_met, not_applicable, lost; blank: không ghi gì). Nếu không, hãy sửa ô.",
        $"What '{text}' means ({cell}{AndMore(cells, "more cells")}) is unclear. If it is a mark, state its meaning: --mark \"{text}=attained\" (or not_attained, basically_met, not_applicable, lost; blank: nothing is recorded). If not, correct the cell.");

    public static Refusal CellError(string cell, string text) => new(TableRefusalCodes.CellError, cell,
        $"Ô {cell} là lỗi công thức {text}. Hãy sửa công thức hoặc gõ kết quả.",
        $"The cell {cell} is the formula error {text}. Repair the formula or type the result.");

    public static Refusal NotCalculated(string cell) => new(TableRefusalCodes.NotCalculated, cell,
        $"Ô {cell} là công thức chưa có kết quả trong tệp. Hãy mở bằng Excel hoặc LibreOffice, để tính xong, rồi lưu lại.",
        $"The cell {cell} is a formula whose result is not in the file. Open it in Excel or LibreOffice, let it calculate, and save it.");

    public static Refusal CellMerged(string cell) => new(TableRefusalCodes.CellMerged, cell,
        $"Ô {cell} được gộp qua nhiều xã hoặc nhiều tiêu chí; không biết kết quả là của ô nào. Hãy bỏ gộp và điền từng ô.",
        $"The cell {cell} is joined across communes or criteria; whose result it is is unclear. Unmerge it and fill each cell.");

    public static Refusal CellOutside(string cell, string text) => new(TableRefusalCodes.CellOutside, cell,
        $"'{text}' ({cell}) nằm ở cột không có tiêu đề: hàng này có thể đã bị lệch cột. Hãy đưa về đúng cột.",
        $"'{text}' ({cell}) stands in a column without a heading: the row may be shifted. Move it to its column.");

    public static Refusal RowNameless(string cell) => new(TableRefusalCodes.RowNameless, cell,
        $"Hàng của ô {cell} có kết quả nhưng không có tên xã. Hãy điền tên xã, hoặc nêu bằng --match \"{cell}=ĐỊNH-DANH\" (\"{cell}=-\" để bỏ hàng).",
        $"The row of {cell} has results but no commune name. Fill in the name, or state it with --match \"{cell}=UNIT\" (\"{cell}=-\" leaves the row out).");

    public static Refusal CommuneUnknown(string cell, string name, string under, DateOnly on) => new(TableRefusalCodes.CommuneUnknown, cell,
        $"Vào ngày {Time.VietnamCalendar.Format(on)} '{under}' không có đơn vị nào tên '{name}' ({cell}). Hãy sửa tên, hoặc nêu bằng --match \"{name}=ĐỊNH-DANH\" (\"{name}=-\" để bỏ hàng).",
        $"On {Time.VietnamCalendar.Format(on)} '{under}' has no unit named '{name}' ({cell}). Correct the name, or state it with --match \"{name}=UNIT\" (\"{name}=-\" leaves the row out).");

    public static Refusal CommuneAmbiguous(string cell, string name) => new(TableRefusalCodes.CommuneAmbiguous, cell,
        $"Nhiều đơn vị cùng tên '{name}' ({cell}). Hãy nêu đơn vị nào: --match \"{cell}=ĐỊNH-DANH\".",
        $"Several units are named '{name}' ({cell}). State which: --match \"{cell}=UNIT\".");

    public static Refusal MatchUnknown(string key, string unit) => new(TableRefusalCodes.AnswerInvalid, key,
        $"'{key}={unit}': vào ngày của bảng không có đơn vị '{unit}' thuộc phạm vi này.",
        $"'{key}={unit}': on the day of the table there is no unit '{unit}' in its territory.");

    public static Refusal MatchUnused(string key) => new(TableRefusalCodes.AnswerInvalid, key,
        $"'{key}' không khớp với gì trong bảng. Hãy kiểm tra chính tả; không câu trả lời nào bị bỏ qua âm thầm.",
        $"'{key}' meets nothing in the table. Check its spelling; no answer is dropped silently.");

    public static Refusal CommuneTwice(string cell, string name, string first) => new(TableRefusalCodes.CommuneTwice, cell,
        $"'{name}' ({cell}) đã có ở {first}. Hãy bỏ một hàng: --match \"{cell}=-\", hoặc nêu đơn vị khác.",
        $"'{name}' ({cell}) stands at {first} already. Leave one row out: --match \"{cell}=-\", or state another unit.");

    public static Refusal CommuneMissing(string name, string unit) => new(TableRefusalCodes.CommuneMissing, unit,
        $"Bảng không có xã {name} ({unit}). Nếu đúng vậy: --without {unit}.",
        $"The table does not have the commune {name} ({unit}). If that is right: --without {unit}.");

    public static Refusal RecordedOtherwise(string cell) => new(TableRefusalCodes.RecordedOtherwise, cell,
        $"Chính tệp này đã được ghi trước đây với ngày, cấp đánh giá, căn cứ hoặc đơn vị khác ({cell} …). Nếu lần trước sai, hãy đính chính các mục ghi đó; nếu đây là lần đánh giá mới, hãy lưu lại tệp rồi nhập.",
        $"This very file was recorded before with another day, assessor, basis or unit ({cell} …). If that was wrong, correct those entries; if this is a new assessment, save the file anew and import that.");

    public static Refusal AnswerInvalid(string option, string given) => new(TableRefusalCodes.AnswerInvalid, option,
        $"'{given}' ({option}) không đúng dạng. Xem docs/reference/tables.md.",
        $"'{given}' ({option}) does not have the form it must have. See docs/reference/tables.md.");

    public static Refusal BasisIncomplete() => new(RefusalCodes.FieldMissing, "basis",
        "Căn cứ phải có đủ số hiệu, ngày và nơi ban hành, hoặc không nêu phần nào.",
        "A basis needs number, date and issuer, or none of them.");

    public static Refusal OptionMissing(string option) => new(RefusalCodes.FieldMissing, option,
        $"Thiếu '{option}': phải nêu một lần cho cả bảng.",
        $"'{option}' is missing: it has to be stated once for the table.");

    public static Refusal TotalDiffers(string cell, int said, int counted, int fulfilled) => new(TableRefusalCodes.TotalDiffers, cell,
        string.Create(CultureInfo.InvariantCulture, $"Tổng ở {cell} ghi {said}, nhưng đếm được {counted} 'đạt'{Fulfilled(counted, fulfilled, "kể cả không xét")}. Hãy sửa ô sai; nếu chỉ tổng sai: --accept \"{cell}\"."),
        string.Create(CultureInfo.InvariantCulture, $"The total at {cell} says {said}, but the cells give {counted} attained{Fulfilled(counted, fulfilled, "with the not applicable")}. Correct the wrong cell; if only the total is wrong: --accept \"{cell}\"."));

    public static Refusal TotalUnclear(string cell, string text) => new(TableRefusalCodes.TotalUnclear, cell,
        $"Ô {cell} ('{text}') là chỗ của một tổng nhưng không có số: hàng này có thể đã bị lệch cột. Hãy sửa; nếu đúng vậy: --accept \"{cell}\".",
        $"The cell {cell} ('{text}') is the place of a total but holds no number: the row may be shifted. Correct it; if it is right: --accept \"{cell}\".");

    private static string Joined(IEnumerable<int> numbers) => string.Join(", ", numbers);

    private static string AndMore(int cells, string words) =>
        cells == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" + {cells - 1} {words}");

    private static string Fulfilled(int counted, int fulfilled, string words) =>
        counted == fulfilled ? "" : string.Create(CultureInfo.InvariantCulture, $" ({fulfilled} {words})");
}
