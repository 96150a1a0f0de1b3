using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Time;
using Ntm.Host.Accounts;

namespace Ntm.Host.Pages;

/// <summary>What accounts are in and what was done to them, in words.</summary>
internal static class AccountWords
{
    internal static string StateOf(Account account, DateTimeOffset now) =>
        account.IsClosed ? "đã đóng"
        : account.LockedUntil > now ? "đang khoá"
        : account.PasswordHash is not null ? "đang mở"
        : account.Outside is not null ? "đang mở, qua nhà cung cấp bên ngoài"
        : "đang mở, chưa có mật khẩu";

    /// <summary>The role beside what the office calls itself.</summary>
    internal static string Of(Office office) => office.Name is null ? AccessWords.Of(office) : $"{AccessWords.Of(office.Role)}: {AccessWords.Of(office)}";

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string Moment(DateTimeOffset at) => VietnamCalendar.ClockOf(at).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    internal static string Of(string act) => act switch
    {
        "added" => "thêm tài khoản",
        "office_given" => "giao chức trách",
        "office_ended" => "chấm dứt chức trách",
        "password_set" => "đặt mật khẩu",
        "closed" => "đóng tài khoản",
        "opened" => "mở lại tài khoản",
        "linked" => "nối với nhà cung cấp bên ngoài",
        "unlinked" => "bỏ nối với nhà cung cấp bên ngoài",
        "person_named" => "ghi tên người giữ",
        "person_erased" => "xoá tên người giữ",
        "signed_in" => "đăng nhập",
        "sign_in_refused" => "đăng nhập không được",
        "token_given" => "cấp mã truy cập",
        _ => act,
    };
}
