using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>Sentences for lists of units that cannot be compared, and for differences that cannot be confirmed.</summary>
public static class ListRefusals
{
    public const string Malformed = "list.malformed";
    public const string Empty = "list.empty";
    public const string Columns = "list.columns";
    public const string FieldMissing = "list.field_missing";
    public const string LevelUnknown = "list.level_unknown";
    public const string LevelConflicts = "list.level_conflicts";
    public const string CodeInvalid = "list.code_invalid";
    public const string CodeRepeated = "list.code_repeated";
    public const string NameRepeated = "list.name_repeated";
    public const string ParentUnknown = "list.parent_unknown";
    public const string ParentDoubtful = "list.parent_doubtful";
    public const string UnitAmbiguous = "list.unit_ambiguous";
    public const string UnderNotLiving = "list.under_not_living";
    public const string Doubtful = "list.doubtful";
    public const string DifferencesInvalid = "differences.invalid";
    public const string OtherList = "differences.other_list";
    public const string Stale = "differences.stale";
    public const string Undecided = "differences.undecided";

    public static IReadOnlyList<string> Codes { get; } =
    [
        Malformed, Empty, Columns, FieldMissing, LevelUnknown, LevelConflicts, CodeInvalid, CodeRepeated, NameRepeated, ParentUnknown,
        ParentDoubtful, UnitAmbiguous, UnderNotLiving, Doubtful, DifferencesInvalid, OtherList, Stale, Undecided,
    ];

    public static Refusal NotUtf8() => new(RefusalCodes.NotUtf8, null,
        "Danh mục không phải là văn bản UTF-8. Trong Excel, hãy lưu lại với loại 'CSV UTF-8'.",
        "The list is not UTF-8 text. In Excel, save it again as 'CSV UTF-8'.");

    public static Refusal IsMalformed() => new(Malformed, null,
        "Dấu nháy kép trong dòng không khép kín; không đọc được các cột. Hãy lưu lại danh mục thành CSV.",
        "A quotation mark in the line is not closed; its columns cannot be read. Save the list as CSV again.");

    public static Refusal IsEmpty() => new(Empty, null,
        "Danh mục không có dòng nào. Cần một dòng tên cột và ít nhất một đơn vị.",
        "The list has no rows. It needs a line of headings and at least one unit.");

    public static Refusal ColumnMissing(string vietnamese, string english) => new(Columns, vietnamese,
        $"Danh mục không có cột '{vietnamese}'. Tên cột đứng ở dòng đầu tiên.",
        $"The list has no column '{english}'. The headings stand in the first line.");

    public static Refusal ColumnTwice(string first, string second) => new(Columns, second,
        $"Hai cột '{first}' và '{second}' cùng nghĩa; hãy bỏ một cột.",
        $"The columns '{first}' and '{second}' mean the same; remove one of them.");

    public static Refusal IsMissing(string column) => new(FieldMissing, column,
        $"Cột '{column}' bỏ trống.",
        $"The column '{column}' is empty.");

    public static Refusal LevelIsUnknown(string column, string written) => new(LevelUnknown, column,
        $"Không hiểu cấp '{written}'. Dùng: Tỉnh, Thành phố Trung ương, Huyện, Quận, Thị xã, Thành phố, Xã, Phường, Thị trấn, Đặc khu.",
        $"'{written}' is no level. Use: province, district, commune, ward, township, special_zone, or their Vietnamese words.");

    public static Refusal LevelIsNotStated(string column) => new(LevelUnknown, column,
        "Danh mục không có cột 'Cấp' và tên không bắt đầu bằng cấp. Hãy thêm cột 'Cấp', hoặc viết 'Xã …', 'Thị trấn …'.",
        "The list has no column 'Cấp' and the name does not begin with a level. Add the column, or write 'Xã …', 'Thị trấn …'.");

    public static Refusal LevelsConflict(string column, string name, string level) => new(LevelConflicts, column,
        $"Tên '{name}' và cấp '{level}' nói khác nhau. Hãy sửa một trong hai.",
        $"The name '{name}' and the level '{level}' disagree. Correct one of them.");

    public static Refusal CodeIsInvalid(string column, string written, int digits) => new(CodeInvalid, column,
        $"Mã '{written}' không phải là mã của cấp này (gồm {digits} chữ số). Trong Excel, hãy định dạng cột mã là Văn bản.",
        $"'{written}' is no code of this level ({digits} digits). In Excel, format the column of codes as Text.");

    public static Refusal CodeIsRepeated(string column, string code, int first) => new(CodeRepeated, column,
        $"Mã {code} đã có ở dòng {first}. Vào một ngày, mỗi mã chỉ thuộc một đơn vị.",
        $"The code {code} stands in line {first} already. On one day a code belongs to one unit.");

    public static Refusal NameIsRepeated(string column, string name, int first) => new(NameRepeated, column,
        $"Tên '{name}' dưới cùng một cấp trên đã có ở dòng {first}. Hãy bỏ một dòng, hoặc sửa cấp trên.",
        $"The name '{name}' under the same parent stands in line {first} already. Remove one line, or correct the parent.");

    public static Refusal ParentIsUnknown(string column, string written, int found) => new(ParentUnknown, column,
        found == 0
            ? $"Vào ngày đó, sổ không có cấp trên '{written}' trong phạm vi đã nêu. Hãy ghi đơn vị đó trước, hoặc nêu --under khác."
            : $"Vào ngày đó có {found} đơn vị khớp với cấp trên '{written}'. Hãy thêm cột mã cấp trên, hoặc nêu --under hẹp hơn.",
        found == 0
            ? $"On that day the record has no parent '{written}' in the area stated. Record it first, or state another --under."
            : $"On that day {found} units match the parent '{written}'. Add a column with its code, or state a narrower --under.");

    public static Refusal ParentIsDoubtful(string column, string written, int line) => new(ParentDoubtful, column,
        $"Cấp trên '{written}' (dòng {line}) còn chưa rõ là đơn vị đã có hay đơn vị mới. Hãy nhập riêng cấp đó trước.",
        $"The parent '{written}' (line {line}) is itself in doubt: recorded, or new. Import that level by itself first.");

    public static Refusal UnitIsAmbiguous(string column, string name, IEnumerable<UnitId> units) => new(UnitAmbiguous, column,
        $"Vào ngày đó, sổ có nhiều đơn vị cùng tên '{name}' dưới cùng cấp trên: {string.Join(", ", units)}. Hãy đính chính sổ trước.",
        $"On that day the record has several units '{name}' under one parent: {string.Join(", ", units)}. Correct the record first.");

    public static Refusal UnderIsNotLiving(UnitId unit, DateOnly on) => new(UnderNotLiving, "under",
        $"Đơn vị '{unit}' không tồn tại vào ngày {on:yyyy-MM-dd}.",
        $"The unit '{unit}' does not live on {on:yyyy-MM-dd}.");

    public static Refusal IsDoubtful(string unit, IEnumerable<string> readings) => new(Doubtful, "reading",
        $"Chưa rõ '{unit}': {string.Join(" hay ", readings)}. Hãy ghi các khác biệt ra tệp (--write-differences), chọn 'reading' rồi xác nhận tệp đó.",
        $"'{unit}' is in doubt: {string.Join(" or ", readings)}. Write the differences (--write-differences), choose a 'reading', confirm that file.");

    public static Refusal IsUndecided(string unit, IEnumerable<string> readings) => new(Undecided, "reading",
        $"Chưa chọn 'reading' cho '{unit}': {string.Join(" hay ", readings)}. Hãy điền, hoặc bỏ dòng này.",
        $"No 'reading' is chosen for '{unit}': {string.Join(" or ", readings)}. Fill it in, or remove the line.");

    public static Refusal DifferenceIsInvalid(string? field) => new(DifferencesInvalid, field,
        "Dòng này không còn như chương trình đã ghi ra. Chỉ bỏ dòng, hoặc sửa 'unit' và 'newUnit' của đơn vị mới, 'reading', 'successors'.",
        "The line is not as the program wrote it. Only remove lines, or edit 'unit' and 'newUnit' of new units, 'reading', 'successors'.");

    public static Refusal IsOfOtherList() => new(OtherList, null,
        "Tệp khác biệt thuộc danh mục, ngày hoặc phạm vi khác (dòng đầu tiên). Hãy ghi lại bằng --write-differences.",
        "The differences are of another list, day or area (first line). Write them again with --write-differences.");

    public static Refusal IsStale(string unit) => new(Stale, null,
        $"So với sổ lúc này, khác biệt về '{unit}' không còn như vậy: đã có người ghi thêm. Hãy so sánh lại.",
        $"Against the record as it is now, the difference about '{unit}' is no longer so: somebody has recorded meanwhile. Compare again.");
}
