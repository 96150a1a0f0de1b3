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
    internal static string In(OutsideRefusal refusal, string provider) => refusal switch
    {
        OutsideRefusal.NotConfigured => "Máy chủ này không đặt nhà cung cấp đăng nhập bên ngoài.",
        OutsideRefusal.ProviderAway => $"'{provider}' hiện không trả lời. Hãy thử lại sau, hoặc đăng nhập bằng mật khẩu.",
        OutsideRefusal.Denied => $"Việc đăng nhập đã bị từ chối hoặc huỷ ở '{provider}'.",
        OutsideRefusal.RefusedThere => $"'{provider}' không nhận yêu cầu đăng nhập của máy chủ này. Người quản trị cần xem lại cấu hình.",
        OutsideRefusal.State => "Lượt đăng nhập này không bắt đầu từ trình duyệt này, đã dùng rồi, hoặc đã quá 10 phút. Hãy bắt đầu lại.",
        OutsideRefusal.Code => $"'{provider}' không nhận mã đăng nhập: mã đã dùng, hết hạn, hoặc không phải của máy chủ này. Hãy bắt đầu lại.",
        OutsideRefusal.Issuer => $"Lời xác nhận nhận được không phải do '{provider}' phát hành.",
        OutsideRefusal.Audience => $"Lời xác nhận của '{provider}' dành cho một ứng dụng khác, không phải cho sổ này.",
        OutsideRefusal.Nonce => $"Lời xác nhận của '{provider}' không thuộc lượt đăng nhập này. Hãy bắt đầu lại.",
        OutsideRefusal.Expired => $"Lời xác nhận của '{provider}' đã hết hạn hoặc chưa có hiệu lực. Nếu lặp lại, đồng hồ của một trong hai máy chạy sai.",
        OutsideRefusal.Key or OutsideRefusal.Token => $"Lời xác nhận của '{provider}' không đúng chữ ký hoặc không đúng dạng.",
        OutsideRefusal.UnknownPerson => $"Đã nhận ra bạn ở '{provider}', nhưng chưa tài khoản nào của sổ này được nối với bạn. Hãy gửi hai dòng dưới đây cho người quản trị.",
        OutsideRefusal.Closed => "Tài khoản được nối với bạn đã đóng. Hãy liên hệ người quản trị.",
        OutsideRefusal.NoOffice => "Tài khoản này hôm nay không giữ chức trách nào. Hãy liên hệ người quản trị.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "has no sentence"),
    };
}
