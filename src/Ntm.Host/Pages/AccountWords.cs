using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Time;
using Ntm.Host.Accounts;

namespace Ntm.Host.Pages;

/// <summary>What accounts are in and what was done to them, in words.</summary>
internal static class AccountWords
{
    internal static string StateOf(Account account, DateTimeOffset now, Wording say) =>
        account.IsClosed ? say["đã đóng", "closed"]
        : account.LockedUntil > now ? say["đang khoá", "locked"]
        : account.PasswordHash is not null ? say["đang mở", "open"]
        : account.Outside is not null ? say["đang mở, qua nhà cung cấp bên ngoài", "open, through the outside provider"]
        : say["đang mở, chưa có mật khẩu", "open, without a password yet"];

    /// <summary>The role beside what the office calls itself.</summary>
    internal static string Of(Office office, Wording say) =>
        office.Name is null ? AccessWords.Of(office, say) : $"{AccessWords.Of(office.Role, say)}: {AccessWords.Of(office, say)}";

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string Moment(DateTimeOffset at) => VietnamCalendar.ClockOf(at).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    internal static string Of(string act, Wording say) => act switch
    {
        "added" => say["thêm tài khoản", "account added"],
        "office_given" => say["giao chức trách", "office given"],
        "office_ended" => say["chấm dứt chức trách", "office ended"],
        "password_set" => say["đặt mật khẩu", "password set"],
        "closed" => say["đóng tài khoản", "account closed"],
        "opened" => say["mở lại tài khoản", "account opened again"],
        "linked" => say["nối với nhà cung cấp bên ngoài", "linked to the outside provider"],
        "unlinked" => say["bỏ nối với nhà cung cấp bên ngoài", "link to the outside provider removed"],
        "person_named" => say["ghi tên người giữ", "holder named"],
        "person_erased" => say["xoá tên người giữ", "holder's name erased"],
        "signed_in" => say["đăng nhập", "signed in"],
        "sign_in_refused" => say["đăng nhập không được", "sign-in refused"],
        "token_given" => say["cấp mã truy cập", "access token given"],
        _ => act,
    };
}
