using System.Globalization;

namespace Ntm.Host.Problems;

/// <summary>What is refused for its size, its pace or its number, or because it is no request at all.</summary>
internal sealed partial class ProblemResult
{
    internal static ProblemResult BodyTooLarge(long limit) => new(StatusCodes.Status413PayloadTooLarge, new("body.too_large", null,
        string.Create(CultureInfo.InvariantCulture, $"Một lần gửi chỉ nhận tối đa {limit} byte; hãy chia nhỏ, hoặc dùng ntm import."),
        string.Create(CultureInfo.InvariantCulture, $"One request takes at most {limit} bytes; split it, or use ntm import.")));

    internal static ProblemResult BodyTooSlow() => new(StatusCodes.Status408RequestTimeout, new("body.too_slow", null,
        "Nội dung gửi đến quá chậm nên đã bị ngắt; chưa có gì được ghi. Hãy gửi lại, chia nhỏ nếu đường truyền yếu.",
        "The body came too slowly and was cut off; nothing was recorded. Send it again, in smaller parts on a weak line."));

    internal static ProblemResult FormInvalid() => new(StatusCodes.Status400BadRequest, new("form.invalid", null,
        "Biểu mẫu gửi lên không đọc được hoặc có quá nhiều trường; không có gì được ghi. Hãy mở lại trang và gửi lại.",
        "The form cannot be read, or has too many or too large fields; nothing was recorded. Open the page again and send it again."));

    internal static ProblemResult TimedOut() => new(StatusCodes.Status503ServiceUnavailable, new("request.timed_out", null,
        "Chưa trả lời xong trong thời hạn. Hãy hỏi lại, hỏi hẹp hơn nếu được.",
        "It was not answered in time. Ask again, for less if you can."));

    internal static ProblemResult TooMany(TimeSpan wait) => new(StatusCodes.Status429TooManyRequests, new("requests.too_many", null,
        "Quá nhiều yêu cầu trong thời gian ngắn; yêu cầu này chưa được thực hiện. Hãy chờ theo Retry-After rồi gửi lại.",
        "Too many requests in a short time; this one was not carried out. Wait as Retry-After says, then send it again."), retryAfter: wait);

    internal static ProblemResult TooManyParameters(int limit) => new(StatusCodes.Status414UriTooLong, new("address.too_many_parameters", null,
        string.Create(CultureInfo.InvariantCulture, $"Địa chỉ chỉ nhận tối đa {limit} tham số."),
        string.Create(CultureInfo.InvariantCulture, $"An address takes at most {limit} parameters.")));

    internal static ProblemResult HostUnknown(string host) => new(StatusCodes.Status400BadRequest, new("host.unknown", "Host",
        $"Máy chủ này không mang tên '{host}'. Hãy dùng tên của nó; người quản trị đặt các tên ở NTM_HOSTS.",
        $"This host is not called '{host}'. Use its name; the administrator states names in NTM_HOSTS."));

    private static ProblemResult RequestInvalid(int status) => new(status, new("request.invalid", null,
        "Yêu cầu HTTP không hợp lệ.",
        "The HTTP request is not valid."));
}
