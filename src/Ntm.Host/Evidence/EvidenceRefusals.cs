using System.Globalization;
using Ntm.Domain.Refusals;
using Ntm.EventStore.Evidence;
using Ntm.Host.Questions;

namespace Ntm.Host.Evidence;

/// <summary>Sentences for files that are not taken, and for those that are not there.</summary>
internal static class EvidenceRefusals
{
    internal static QuestionRefusal Empty() => new(StatusCodes.Status422UnprocessableEntity, new(EvidenceRefusalCodes.Empty, null,
        "Tệp không có nội dung.",
        "The file has no content."));

    internal static QuestionRefusal TooLarge() => new(StatusCodes.Status413PayloadTooLarge, new(EvidenceRefusalCodes.TooLarge, null,
        string.Create(CultureInfo.InvariantCulture, $"Tệp lớn hơn {EvidenceStore.MostBytes >> 20} MB ({EvidenceStore.MostBytes} byte). Hãy quét ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp."),
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {EvidenceStore.MostBytes >> 20} MB ({EvidenceStore.MostBytes} bytes). Scan it at a lower resolution, or split it.")));

    internal static QuestionRefusal TypeUnknown() => new(StatusCodes.Status422UnprocessableEntity, new(EvidenceRefusalCodes.TypeUnknown, null,
        $"Nội dung tệp không thuộc loại được nhận: {EvidenceTypes.Listed}. Tệp có macro, trang HTML, ảnh SVG và văn bản không phải UTF-8 không được nhận; tệp .doc, .xls hãy lưu thành .docx, .xlsx hoặc .pdf.",
        $"The content of the file is of no kind that is taken: {EvidenceTypes.Listed}. Files with macros, HTML, SVG and text other than UTF-8 are not taken; save .doc and .xls as .docx, .xlsx or .pdf."));

    internal static QuestionRefusal HashInvalid() => new(StatusCodes.Status422UnprocessableEntity, new(EvidenceRefusalCodes.HashInvalid, "sha256",
        "Một tệp được gọi bằng SHA-256 của nó: 64 chữ số thập lục phân viết thường.",
        "A file is named by its SHA-256: 64 lower-case hexadecimal digits."));

    internal static QuestionRefusal NotStored(string sha256) => new(StatusCodes.Status404NotFound, new(EvidenceRefusalCodes.NotStored, "sha256",
        $"Chưa nộp tệp {sha256}.",
        $"The file {sha256} has not been handed in."));

    internal static QuestionRefusal Unknown(string sha256) => new(StatusCodes.Status404NotFound, new(EvidenceRefusalCodes.Unknown, "sha256",
        $"Chưa ai nộp tệp {sha256}, và không mục ghi nào dẫn đến nó.",
        $"Nobody has handed in the file {sha256}, and no entry rests on it."));
}
