using System.Globalization;
using Ntm.Domain.Refusals;

namespace Ntm.Host.Tables;

/// <summary>Sentences for files that cannot be read.</summary>
internal static class WorkbookRefusals
{
    internal static Refusal Unreadable() => new(TableRefusalCodes.FileUnreadable, null,
        "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng. Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx.",
        "The file is no Excel workbook (.xlsx), or is damaged. Open it in Excel or LibreOffice and save it as .xlsx.");

    internal static Refusal OldFormat() => new(TableRefusalCodes.FormatOld, null,
        "Tệp theo định dạng Excel cũ (.xls): trong đó lỗi công thức và ô chưa tính không phân biệt được với ô trống. Hãy mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) .xlsx rồi gửi lại.",
        "The file has the old Excel format (.xls), in which formula errors and uncalculated cells cannot be told from empty ones. Open it in Excel or LibreOffice, save it as .xlsx, and send that.");

    internal static Refusal Protected() => new(TableRefusalCodes.Protected, null,
        "Tệp được đặt mật khẩu mở. Hãy mở bằng Excel với mật khẩu, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi gửi. (Khóa trang tính không cản trở gì.)",
        "The file opens only with a password. Open it in Excel, go to File > Info > Protect Workbook > Encrypt with Password, clear the password, save, and send that. (Protected sheets are no obstacle.)");

    internal static Refusal FileTooLarge(long limit) => TooLarge(null,
        string.Create(CultureInfo.InvariantCulture, $"Tệp lớn hơn {limit >> 20} MiB."),
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limit >> 20} MiB."));

    internal static Refusal UnpackedTooLarge(string part) => TooLarge(part,
        $"Phần '{part}' của tệp bung ra quá lớn so với một bảng xã × tiêu chí.",
        $"The part '{part}' of the file unpacks to far more than a table of communes by criteria.");

    internal static Refusal TooMany(string? where, int limit, string vietnamese, string english) => TooLarge(where,
        string.Create(CultureInfo.InvariantCulture, $"Nhiều hơn {limit} {vietnamese}."),
        string.Create(CultureInfo.InvariantCulture, $"More than {limit} {english}."));

    private static Refusal TooLarge(string? where, string vietnamese, string english) => new(TableRefusalCodes.TooLarge, where,
        $"{vietnamese}{At(where)} Hãy chỉ giữ lại bảng xã × tiêu chí, chép sang tệp mới nếu cần.",
        $"{english}{At(where)} Keep only the table of communes by criteria; copy it to a new file if need be.");

    private static string At(string? where) => where is null ? "" : $" ({where})";
}
