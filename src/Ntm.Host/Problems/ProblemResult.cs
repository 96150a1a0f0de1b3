using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Refusals;
using Ntm.EventStore;
using Ntm.Host.Questions;
using Ntm.Host.Recording;

namespace Ntm.Host.Problems;

/// <summary>The one place where refusals and faults become status codes and sentences.</summary>
internal sealed partial class ProblemResult(
    int status, Refusal summary, IReadOnlyList<LineRefusal>? lines = null, IReadOnlyList<string>? sets = null, IReadOnlyList<Refusal>? cells = null,
    TimeSpan? retryAfter = null) : IResult
{
    private static readonly TimeSpan InAMoment = TimeSpan.FromSeconds(1);

    internal static ProblemResult Of(QuestionRefusal refusal) => new(refusal.Status, refusal.Refusal, sets: refusal.Sets);

    /// <summary>400 only for what is not UTF-8 JSON, 413 for what is too long, 403 for what the office may not do, 422 for every rule.</summary>
    internal static ProblemResult Of(IReadOnlyList<LineRefusal> refusals)
    {
        var status = refusals.Any(line => RefusalCodes.TooLong.Contains(line.Refusal.Code)) ? StatusCodes.Status413PayloadTooLarge
            : refusals.Any(line => RefusalCodes.NotUtf8Json.Contains(line.Refusal.Code)) ? StatusCodes.Status400BadRequest
            : refusals.Any(line => AccessRefusalCodes.All.Contains(line.Refusal.Code)) ? StatusCodes.Status403Forbidden
            : StatusCodes.Status422UnprocessableEntity;
        var ordered = refusals.OrderBy(line => line.Line).ToList();
        return new ProblemResult(status, ordered[0].Refusal, ordered);
    }

    /// <summary>401 where signing in would help, else 403.</summary>
    internal static ProblemResult OfAccess(Refusal refusal) => new(StatusOf(refusal), refusal);

    internal static int StatusOf(Refusal refusal) =>
        refusal.Code is AccessRefusalCodes.SignIn or AccessRefusalCodes.TokenInvalid ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;

    /// <summary>What is doubtful in a table; each names its cell.</summary>
    internal static ProblemResult Of(IReadOnlyList<Refusal> cells) => new(
        cells.Any(cell => cell.Code == TableRefusalCodes.TooLarge) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity,
        cells[0], cells: cells);

    internal static ProblemResult TableMediaType() => new(StatusCodes.Status415UnsupportedMediaType, new("body.media_type", "Content-Type",
        $"Gửi tệp .xlsx với Content-Type: {Sheets.WorkbookWriter.MediaType}.",
        $"Send the .xlsx file with Content-Type: {Sheets.WorkbookWriter.MediaType}."));

    internal static ProblemResult Of(RecordingResult.VersionClash clash) => new(StatusCodes.Status409Conflict, new("stream.version_clash", "If-Match",
        $"Luồng '{clash.Stream}' đang ở phiên bản {clash.Actual}, không phải {clash.Expected}: đã có người ghi thêm. Hãy xem lại rồi gửi lại.",
        $"The stream '{clash.Stream}' is at version {clash.Actual}, not {clash.Expected}: somebody has recorded meanwhile. Look again, then send again."));

    internal static ProblemResult MediaType() => new(StatusCodes.Status415UnsupportedMediaType, new("body.media_type", "Content-Type",
        "Gửi các dòng NDJSON với Content-Type: application/x-ndjson, hoặc một đối tượng JSON với application/json.",
        "Send lines of NDJSON with Content-Type: application/x-ndjson, or one JSON object with application/json."));

    /// <summary>For an address that takes one kind of file only.</summary>
    internal static ProblemResult MediaType(string expected) => new(StatusCodes.Status415UnsupportedMediaType, new("body.media_type", "Content-Type",
        $"Gửi tệp với Content-Type: {expected}.",
        $"Send the file with Content-Type: {expected}."));

    internal static ProblemResult IfMatch() => new(StatusCodes.Status422UnprocessableEntity, new("if_match.invalid", "If-Match",
        "If-Match có dạng \"unit-<định danh>=<phiên bản>\".",
        "If-Match has the form \"unit-<identity>=<version>\"."));

    internal static ProblemResult Busy() => new(StatusCodes.Status503ServiceUnavailable, new("recorder.busy", null,
        "Quá nhiều người đang ghi cùng lúc; chưa có gì của lần gửi này được ghi. Hãy gửi lại.",
        "Too many are recording at once; nothing of this request was recorded. Send it again."));

    internal static ProblemResult Stopping() => new(StatusCodes.Status503ServiceUnavailable, new("host.stopping", null,
        "Máy chủ đang dừng và không nhận thêm; chưa có gì của lần gửi này được ghi. Hãy gửi lại khi máy chủ chạy lại.",
        "The host is stopping and takes nothing more; nothing of this request was recorded. Send it again when the host is back."));

    /// <summary>A fault of the store; null where it is none of those a caller can do something about.</summary>
    internal static ProblemResult? Of(Exception fault) => fault switch
    {
        ClockBehindException => new(StatusCodes.Status503ServiceUnavailable, new("clock.behind", null,
            "Đồng hồ của máy chủ cơ sở dữ liệu chậm hơn mục ghi mới nhất quá 5 giây. Không ghi gì thêm cho đến khi đồng hồ đúng.",
            "The database clock is more than 5 seconds behind the newest entry. Nothing is recorded until it is right.")),
        CommitOutcomeUnknownException => new(StatusCodes.Status503ServiceUnavailable, new("commit.outcome_unknown", null,
            "Kết nối đứt đúng lúc đang ghi; chưa biết mục ghi đã vào sổ hay chưa. Hãy gửi lại với cùng các id: điều đã ghi sẽ không bị ghi hai lần.",
            "The connection broke during the commit; whether the entries stand is not known. Send again with the same ids: nothing is recorded twice.")),
        // What the database answered with an error of its own is a fault of ours, to be logged.
        Npgsql.PostgresException => null,
        StoreUnavailableException unavailable => new(StatusCodes.Status503ServiceUnavailable, StoreProblems.Of(unavailable.Trouble)),
        Npgsql.NpgsqlException => new(StatusCodes.Status503ServiceUnavailable, StoreProblems.Of(StoreTrouble.Unreachable)),
        InvalidDataException unreadable => new(StatusCodes.Status500InternalServerError, new("record.unreadable", null,
            $"Sổ có mục ghi mà chương trình này không đọc được: {unreadable.Message}",
            $"The record holds an entry this program cannot read: {unreadable.Message}")),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => BodyTooSlow(),
        BadHttpRequestException bad => RequestInvalid(bad.StatusCode),
        // How the server's reader of chunks takes a size that no number holds.
        IOException { InnerException: OverflowException } => RequestInvalid(StatusCodes.Status400BadRequest),
        _ => null,
    };

    internal static ProblemResult Unexpected() => new(StatusCodes.Status500InternalServerError, new("fault", null,
        "Chương trình gặp lỗi ngoài dự kiến; chi tiết ở nhật ký của máy chủ.",
        "The program met a fault it did not expect; details are in the server's log."));

    /// <summary>For what routing refuses without a word.</summary>
    internal static ProblemResult OfBareStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => new(status, new("address.unknown", null,
            "Không có địa chỉ này. Xem /openapi/v1.json.",
            "There is no such address. See /openapi/v1.json.")),
        StatusCodes.Status405MethodNotAllowed => new(status, new("address.method", null,
            "Địa chỉ này không nhận phương thức HTTP đó. Xem /openapi/v1.json.",
            "This address does not take that HTTP method. See /openapi/v1.json.")),
        _ => RequestInvalid(status),
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = LanguageOf(httpContext.Request);
        var errors = lines?.Select(line => Error(line.Line, line.Refusal, language)).ToList()
            ?? cells?.Select(cell => Error(null, cell, language)).ToList() ?? [Error(null, summary, language)];
        var answer = new ProblemAnswer(
            $"urn:ntm:problem:{summary.Code}", Title(language), status, errors.Count == 1 ? errors[0].Message : Several(errors.Count, language),
            summary.Code, errors, sets);

        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.ContentLanguage = language == Language.English ? "en" : "vi";
        response.Headers.Vary = "Accept-Language";
        if (retryAfter is not null || status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = Seconds(retryAfter ?? InAMoment);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Written.ProblemAnswer), httpContext.RequestAborted);
    }

    /// <summary>Vietnamese unless English is preferred to it.</summary>
    internal static Language LanguageOf(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .FirstOrDefault(name => name.StartsWith("vi", StringComparison.OrdinalIgnoreCase) || name.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return first?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Vietnamese;
    }

    private static ProblemError Error(int? line, Refusal refusal, Language language) => new(line, refusal.Code, refusal.Field, refusal.In(language));

    // Rounded up: who comes a moment too early is sent away again.
    internal static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private string Title(Language language) => (status, language) switch
    {
        (StatusCodes.Status404NotFound, Language.English) => "Not found",
        (StatusCodes.Status404NotFound, _) => "Không tìm thấy",
        (StatusCodes.Status401Unauthorized, Language.English) => "Not signed in",
        (StatusCodes.Status401Unauthorized, _) => "Chưa đăng nhập",
        (StatusCodes.Status403Forbidden, Language.English) => "Not permitted; nothing was done",
        (StatusCodes.Status403Forbidden, _) => "Không được phép; không có gì được thực hiện",
        (StatusCodes.Status409Conflict, Language.English) => "Somebody recorded first",
        (StatusCodes.Status409Conflict, _) => "Đã có người ghi trước",
        (>= 500, Language.English) => "Not possible at the moment",
        (>= 500, _) => "Hiện chưa thực hiện được",
        (_, Language.English) when lines is null && cells is null => "Not answered",
        _ when lines is null && cells is null => "Chưa trả lời được",
        (_, Language.English) => "Refused; nothing was recorded",
        _ => "Bị từ chối; không có gì được ghi",
    };

    private static string Several(int count, Language language) => language == Language.English
        ? string.Create(CultureInfo.InvariantCulture, $"{count} errors; see 'errors'.")
        : string.Create(CultureInfo.InvariantCulture, $"Có {count} lỗi; xem 'errors'.");
}
