
namespace Ntm.Domain.Refusals;

/// <summary>Sentences for lines that cannot be read as an entry.</summary>
public static class FormRefusals
{
    public static Refusal NotUtf8() => new(RefusalCodes.NotUtf8, null,
        "Dòng không phải là văn bản UTF-8. Hãy lưu tệp với bảng mã UTF-8.",
        "The line is not UTF-8 text. Save the file as UTF-8.");

    public static Refusal NotJson(long atByte) => new(RefusalCodes.NotJson, null,
        $"Dòng không phải là JSON (sai từ byte thứ {atByte}). Mỗi dòng là một đối tượng JSON trọn vẹn.",
        $"The line is not JSON (it fails at byte {atByte}). Each line is one whole JSON object.");

    public static Refusal TooDeep(int limit) => new(RefusalCodes.TooDeep, null,
        $"JSON lồng quá {limit} tầng.",
        $"The JSON is nested deeper than {limit} levels.");

    public static Refusal NotAnObject() => new(RefusalCodes.NotAnObject, null,
        "Mỗi dòng phải là một đối tượng JSON { … }.",
        "Each line must be a JSON object { … }.");

    public static Refusal LineTooLong(int limit) => new(RefusalCodes.LineTooLong, null,
        $"Dòng dài quá {limit} byte.",
        $"The line is longer than {limit} bytes.");

    public static Refusal BatchTooLong(int limit) => new(RefusalCodes.BatchTooLong, null,
        $"Một lần gửi chỉ nhận tối đa {limit} dòng; hãy chia nhỏ, hoặc dùng ntm import.",
        $"One batch takes at most {limit} lines; split it, or use ntm import.");

    public static Refusal TypeUnknown(string type, string field) => new(RefusalCodes.TypeUnknown, field,
        $"Không có loại mục ghi '{type}'. Xem docs/reference/entries.md.",
        $"There is no entry type '{type}'. See docs/reference/entries.md.");

    public static Refusal FieldUnknown(string field) => new(RefusalCodes.FieldUnknown, field,
        $"Loại mục ghi này không có trường '{field}'; không trường nào bị bỏ qua âm thầm.",
        $"This entry type has no field '{field}'; no field is dropped silently.");

    public static Refusal FieldMissing(string field) => new(RefusalCodes.FieldMissing, field,
        $"Thiếu trường bắt buộc '{field}'.",
        $"The required field '{field}' is missing.");

    public static Refusal FieldInvalid(string field, Expected expected) => new(RefusalCodes.FieldInvalid, field,
        $"Trường '{field}' phải là {expected.Vietnamese}.",
        $"The field '{field}' must be {expected.English}.");

    public static Refusal FieldRepeated(string field) => new(RefusalCodes.FieldRepeated, field,
        $"Trường '{field}' xuất hiện hơn một lần trong cùng một đối tượng.",
        $"The field '{field}' appears more than once in one object.");

    public static Refusal FieldNotAllowed(string field, string type) => new(RefusalCodes.FieldNotAllowed, field,
        $"Mục ghi loại '{type}' không mang trường '{field}'.",
        $"An entry of type '{type}' does not carry the field '{field}'.");

    public static Refusal TextHasNul(string field) => new(RefusalCodes.TextHasNul, field,
        $"Trường '{field}' chứa ký tự NUL (U+0000).",
        $"The field '{field}' contains the character NUL (U+0000).");

    public static Refusal ReplacementMissing(Guid replacedBy) => new(RefusalCodes.ReplacementMissing, "replacedBy",
        $"Mục rút lại này nêu mục thay thế {replacedBy:D}; mục đó phải đứng ngay ở dòng sau.",
        $"This retraction names its replacement {replacedBy:D}; that entry must stand on the very next line.");
}

/// <summary>What a field must be, in words.</summary>
public sealed record Expected(string Vietnamese, string English)
{
    public static readonly Expected Text = new("văn bản", "text");
    public static readonly Expected NonEmptyText = new("văn bản không rỗng", "text that is not empty");
    public static readonly Expected Day = new("một ngày có thật, viết YYYY-MM-DD", "a day that exists, written YYYY-MM-DD");
    public static readonly Expected Uuid = new("một UUID khác không", "a UUID other than nil");
    public static readonly Expected WholeNumber = new("một số nguyên", "a whole number");
    public static readonly Expected Count = new("một số nguyên không âm", "a whole number that is not negative");
    public static readonly Expected Number = new("một số (không quá 28 chữ số)", "a number (of at most 28 digits)");
    public static readonly Expected TrueOrFalse = new("true hoặc false", "true or false");
    public static readonly Expected NumberOrBoolean = new("một số (không quá 28 chữ số) hoặc true/false", "a number (of at most 28 digits) or true/false");
    public static readonly Expected Slug = new(
        "một định danh gồm chữ thường a-z, chữ số, dấu '-' hoặc '.' ở giữa", "an identity of a-z, digits, with '-' or '.' between");
    public static readonly Expected JsonObject = new("một đối tượng JSON", "a JSON object");
    public static readonly Expected JsonArray = new("một danh sách JSON", "a JSON array");
    public static readonly Expected NonEmptyJsonArray = new("một danh sách JSON không rỗng", "a JSON array that is not empty");
    public static readonly Expected Sha256 = new("SHA-256 viết bằng 64 chữ số thập lục phân thường", "a SHA-256 in 64 lower-case hexadecimal digits");
    public static readonly Expected IndicatorId = new("số hiệu chỉ tiêu như \"10.1\"", "the number of an indicator, such as \"10.1\"");

    public static Expected OneOf(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return new Expected($"một trong: {list}", $"one of: {list}");
    }
}
