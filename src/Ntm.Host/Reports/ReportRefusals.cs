using System.Globalization;
using Ntm.Domain.Refusals;
using Ntm.Host.Questions;
using Ntm.Projections;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>Sentences for reports that are not made, and files that cannot be checked.</summary>
internal static class ReportRefusals
{
    internal static QuestionRefusal KindUnknown(string kind) => new(StatusCodes.Status404NotFound, new(ReportRefusalCodes.KindUnknown, "kind",
        $"Không có mẫu báo cáo '{kind}'. Có: {Kinds}.",
        $"There is no report '{kind}'. There are: {Kinds}."));

    internal static QuestionRefusal FormUnknown() => Unprocessable(ReportRefusalCodes.FormUnknown, "format",
        "'format' phải là json, csv, xlsx hoặc docx.",
        "'format' must be json, csv, xlsx or docx.");

    internal static QuestionRefusal PeriodInvalid() => Unprocessable(ReportRefusalCodes.PeriodInvalid, "period",
        "Kỳ báo cáo ('period') phải là month, quarter, half hoặc year.",
        "'period' must be month, quarter, half or year.");

    internal static QuestionRefusal SinceAfterOn() => Unprocessable(ReportRefusalCodes.SinceAfterOn, "since",
        "Ngày so sánh ('since') không được sau ngày báo cáo.",
        "'since' must not be after the day of the report.");

    internal static QuestionRefusal FileUnreadable() => Unprocessable(ReportRefusalCodes.FileUnreadable, null,
        "Tệp không đọc được như một báo cáo .xlsx, .docx hoặc .csv, hoặc đã hỏng.",
        "The file cannot be read as a report in .xlsx, .docx or .csv, or is damaged.");

    internal static QuestionRefusal FileTooLarge(long limit) => new(StatusCodes.Status413PayloadTooLarge, new(ReportRefusalCodes.FileTooLarge, null,
        string.Create(CultureInfo.InvariantCulture, $"Tệp lớn hơn {limit >> 20} MiB, hoặc bung ra quá lớn so với một báo cáo."),
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limit >> 20} MiB, or unpacks to far more than a report.")));

    internal static QuestionRefusal NotOurs() => Unprocessable(ReportRefusalCodes.NotOurs, null,
        "Tệp không mang tham số của một báo cáo: không phải tệp do chương trình này lập, hoặc phần tham số đã bị bỏ.",
        "The file carries no parameters of a report: this program did not make it, or they were taken out.");

    internal static QuestionRefusal FormatOther(string format) => Unprocessable(ReportRefusalCodes.FormatOther, ReportParameter.Format,
        $"Báo cáo theo phiên bản mẫu '{format}'; chương trình này lập và kiểm phiên bản {Report.Format}, với các bộ tiêu chí của chính nó.",
        $"The report has format '{format}'; this program makes and checks format {Report.Format}, with the criteria sets of its own version.");

    internal static QuestionRefusal ParameterInvalid(string parameter) => Unprocessable(ReportRefusalCodes.ParameterInvalid, parameter,
        $"Tham số '{parameter}' ghi trong tệp thiếu hoặc không hiểu được: phần tham số đã bị sửa.",
        $"The parameter '{parameter}' in the file is missing or cannot be understood: the parameters were altered.");

    internal static QuestionRefusal RecordOther(long sequence, KnownAt here) => Unprocessable(ReportRefusalCodes.RecordOther, "sequence",
        string.Create(CultureInfo.InvariantCulture, $"Báo cáo theo một sổ khác: mục số {sequence} của sổ này {(here.Sequence < sequence ? "chưa có" : $"ghi lúc {here.RecordedAt}")}."),
        string.Create(CultureInfo.InvariantCulture, $"The report is of another record: entry {sequence} of this one {(here.Sequence < sequence ? "is not there yet" : $"was recorded at {here.RecordedAt}")}."));

    private static string Kinds => string.Join(", ", ReportKinds.All.Select(kind => kind.Slug));

    private static QuestionRefusal Unprocessable(string code, string? field, string vietnamese, string english) =>
        new(StatusCodes.Status422UnprocessableEntity, new(code, field, vietnamese, english));
}
