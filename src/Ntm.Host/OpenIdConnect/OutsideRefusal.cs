using Ntm.Host.Pages;

namespace Ntm.Host.OpenIdConnect;

/// <summary>Why somebody who came from the provider is not signed in.</summary>
internal enum OutsideRefusal
{
    NotConfigured,
    ProviderAway,
    Denied,
    RefusedThere,
    State,
    Code,
    Issuer,
    Audience,
    Nonce,
    Expired,
    Key,
    Token,
    UnknownPerson,
    Closed,
    NoOffice,
}

/// <summary>What the sign-in page says of it.</summary>
internal static class OutsideRefusals
{
    internal static string In(OutsideRefusal refusal, string provider, Wording say) => refusal switch
    {
        OutsideRefusal.NotConfigured => say[
            "Máy chủ này không đặt nhà cung cấp đăng nhập bên ngoài.",
            "This host has no outside sign-in provider."],
        OutsideRefusal.ProviderAway => say[
            $"'{provider}' hiện không trả lời. Hãy thử lại sau, hoặc đăng nhập bằng mật khẩu.",
            $"'{provider}' does not answer now. Try again later, or sign in with a password."],
        OutsideRefusal.Denied => say[
            $"Việc đăng nhập đã bị từ chối hoặc huỷ ở '{provider}'.",
            $"The sign-in was denied or cancelled at '{provider}'."],
        OutsideRefusal.RefusedThere => say[
            $"'{provider}' không nhận yêu cầu đăng nhập của máy chủ này. Người quản trị cần xem lại cấu hình.",
            $"'{provider}' does not take this host's sign-in request. The administrator has to look at the configuration."],
        OutsideRefusal.State => say[
            "Lượt đăng nhập này không bắt đầu từ trình duyệt này, đã dùng rồi, hoặc đã quá 10 phút. Hãy bắt đầu lại.",
            "This sign-in did not begin in this browser, was used already, or is older than 10 minutes. Begin again."],
        OutsideRefusal.Code => say[
            $"'{provider}' không nhận mã đăng nhập: mã đã dùng, hết hạn, hoặc không phải của máy chủ này. Hãy bắt đầu lại.",
            $"'{provider}' does not take the sign-in code: it was used, has expired, or is not of this host. Begin again."],
        OutsideRefusal.Issuer => say[
            $"Lời xác nhận nhận được không phải do '{provider}' phát hành.",
            $"The assertion received was not issued by '{provider}'."],
        OutsideRefusal.Audience => say[
            $"Lời xác nhận của '{provider}' dành cho một ứng dụng khác, không phải cho sổ này.",
            $"The assertion of '{provider}' is for another application, not for this record."],
        OutsideRefusal.Nonce => say[
            $"Lời xác nhận của '{provider}' không thuộc lượt đăng nhập này. Hãy bắt đầu lại.",
            $"The assertion of '{provider}' does not belong to this sign-in. Begin again."],
        OutsideRefusal.Expired => say[
            $"Lời xác nhận của '{provider}' đã hết hạn hoặc chưa có hiệu lực. Nếu lặp lại, đồng hồ của một trong hai máy chạy sai.",
            $"The assertion of '{provider}' has expired or is not yet valid. If this goes on, one of the two clocks is wrong."],
        OutsideRefusal.Key or OutsideRefusal.Token => say[
            $"Lời xác nhận của '{provider}' không đúng chữ ký hoặc không đúng dạng.",
            $"The assertion of '{provider}' has a wrong signature or a wrong form."],
        OutsideRefusal.UnknownPerson => say[
            $"Đã nhận ra bạn ở '{provider}', nhưng chưa tài khoản nào của sổ này được nối với bạn. Hãy gửi hai dòng dưới đây cho người quản trị.",
            $"You were recognised at '{provider}', but no account of this record is linked to you. Send the two lines below to the administrator."],
        OutsideRefusal.Closed => say[
            "Tài khoản được nối với bạn đã đóng. Hãy liên hệ người quản trị.",
            "The account linked to you is closed. Ask the administrator."],
        OutsideRefusal.NoOffice => say[
            "Tài khoản này hôm nay không giữ chức trách nào. Hãy liên hệ người quản trị.",
            "This account holds no office today. Ask the administrator."],
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "has no sentence"),
    };
}
