namespace Ntm.Domain.Refusals;

/// <summary>Sentences for what is wrong in a filled template of a plan. The field is the cell, with its sheet.</summary>
public static class PlanSheetRefusals
{
    public static Refusal SheetMissing(string sheet) => new(PlanRefusalCodes.SheetMissing, sheet,
        $"Tệp không có trang '{sheet}'. Hãy dùng mẫu do 'ntm plan template' tạo và giữ nguyên các trang.",
        $"The file has no sheet '{sheet}'. Use the template 'ntm plan template' writes and keep its sheets.");

    public static Refusal SheetUnknown(string sheet) => new(PlanRefusalCodes.SheetUnknown, sheet,
        $"Trang '{sheet}' không thuộc mẫu; không trang nào bị bỏ qua âm thầm. Hãy xóa trang này hoặc đổi lại tên.",
        $"The sheet '{sheet}' is not of the template; no sheet is passed over silently. Remove it or give it back its name.");

    public static Refusal HeadingMoved(string cell, string expected, string found) => new(PlanRefusalCodes.HeadingMoved, cell,
        $"Ô {cell} phải là '{expected}' nhưng là '{found}': cột hoặc hàng có thể đã bị dời. Hãy đưa về như trong mẫu.",
        $"The cell {cell} must be '{expected}' but is '{found}': a column or row may have been moved. Put it back as in the template.");

    public static Refusal LabelSpaces(string cell, string text) => new(PlanRefusalCodes.LabelSpaces, cell,
        $"'{text}' ({cell}) có khoảng trắng không như trong mẫu (khoảng trắng không ngắt, thừa, hoặc ký tự ẩn). Hãy gõ lại ô này.",
        $"'{text}' ({cell}) holds spaces that are not as in the template (non-breaking, too many, or hidden characters). Type the cell again.");

    public static Refusal NameSpelled(string cell, string text, string name) => new(PlanRefusalCodes.NameSpelled, cell,
        $"'{text}' ({cell}) được sổ viết là '{name}'. Hãy viết đúng như sổ.",
        $"The record writes '{text}' ({cell}) as '{name}'. Write it as the record does.");

    public static Refusal CommuneUnknown(string cell, string text, string unit) => new(PlanRefusalCodes.CommuneUnknown, cell,
        $"'{unit}' không có xã nào tên '{text}' ({cell}) vào ngày của kế hoạch. Hãy sửa tên theo mẫu, hoặc ghi định danh của xã.",
        $"'{unit}' has no commune named '{text}' ({cell}) on the day of the plan. Correct the name as in the template, or write the commune's identity.");

    public static Refusal CommuneAmbiguous(string cell, string text, string units) => new(PlanRefusalCodes.CommuneAmbiguous, cell,
        $"Nhiều xã cùng tên '{text}' ({cell}): {units}. Hãy ghi định danh thay cho tên.",
        $"Several communes are named '{text}' ({cell}): {units}. Write the identity in place of the name.");

    public static Refusal IdentityDiffers(string cell, string identity, string name) => new(PlanRefusalCodes.CommuneUnknown, cell,
        $"Định danh '{identity}' ({cell}) không phải của '{name}'. Hàng có thể đã bị trộn; hãy đưa về như trong mẫu.",
        $"The identity '{identity}' ({cell}) is not that of '{name}'. The row may have been mixed up; put it back as in the template.");

    public static Refusal CellFormula(string cell) => new(PlanRefusalCodes.CellFormula, cell,
        $"Ô {cell} là công thức. Kế hoạch được ghi như văn bản in: hãy gõ chính con số hoặc chữ.",
        $"The cell {cell} is a formula. A plan is entered as it is printed: type the number or text itself.");

    public static Refusal CellNumber(string cell, string text) => new(PlanRefusalCodes.CellNumber, cell,
        $"'{text}' ({cell}) phải là một số không âm, gõ dưới dạng số.",
        $"'{text}' ({cell}) must be a number that is not negative, typed as a number.");

    public static Refusal CellDay(string cell, string text) => new(PlanRefusalCodes.CellDay, cell,
        $"'{text}' ({cell}) phải là một ngày có thật, viết ngày/tháng/năm.",
        $"'{text}' ({cell}) must be a day that exists, written day/month/year.");

    public static Refusal CellWord(string cell, string text, string words) => new(PlanRefusalCodes.CellWord, cell,
        $"'{text}' ({cell}) phải là: {words}.",
        $"'{text}' ({cell}) must be: {words}.");

    public static Refusal CellMissing(string cell, string heading) => new(PlanRefusalCodes.CellMissing, cell,
        $"Ô {cell} ('{heading}') còn trống mà hàng này cần có.",
        $"The cell {cell} ('{heading}') is empty and this row needs it.");

    public static Refusal CellOutside(string cell) => new(PlanRefusalCodes.CellOutside, cell,
        $"Ô {cell} nằm ngoài các cột của mẫu. Hãy xóa hoặc đưa vào đúng cột.",
        $"The cell {cell} lies outside the columns of the template. Remove it or move it to its column.");

    public static Refusal CellHidden(string cell) => new(PlanRefusalCodes.CellHidden, cell,
        $"Ô {cell} bị ẩn nhưng có nội dung. Hãy bỏ ẩn và xem lại.",
        $"The cell {cell} is hidden but has content. Unhide it and look.");

    public static Refusal CellMerged(string cell) => new(PlanRefusalCodes.CellMerged, cell,
        $"Ô {cell} bị gộp với ô khác. Hãy bỏ gộp và điền từng ô.",
        $"The cell {cell} is joined with others. Unmerge it and fill each cell.");
}
