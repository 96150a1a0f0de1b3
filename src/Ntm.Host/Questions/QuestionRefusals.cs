using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;

namespace Ntm.Host.Questions;

/// <summary>Sentences for questions that get no answer.</summary>
internal static class QuestionRefusals
{
    internal static QuestionRefusal Day(string parameter) => new(422, new("day.invalid", parameter,
        $"Ngày ('{parameter}') phải là một ngày có thật, viết YYYY-MM-DD.",
        $"'{parameter}' must be a day that exists, written YYYY-MM-DD."));

    /// <param name="entry">As it was asked for.</param>
    internal static QuestionRefusal EntryUnknown(string entry, long knownAt) => new(404, new(RefusalCodes.EntryUnknown, "entry",
        $"Theo điều đã biết đến số thứ tự {knownAt}, sổ không có mục ghi '{entry}'.",
        $"As known at sequence {knownAt}, the record has no entry '{entry}'."));

    internal static QuestionRefusal KnownAtInvalid(string parameter) => new(422, new("known_at.invalid", parameter,
        $"Điều đã biết đến ('{parameter}') phải là một số thứ tự, hoặc một thời điểm ISO 8601 có múi giờ, ví dụ 2018-12-31T17:00:00Z.",
        $"'{parameter}' must be a sequence number, or an ISO 8601 instant with its offset, such as 2018-12-31T17:00:00Z."));

    internal static QuestionRefusal KnownAtInFuture(string parameter) => new(422, new("known_at.in_future", parameter,
        "Thời điểm này chưa đến: câu trả lời còn có thể thay đổi.",
        "That instant has not come yet: the answer could still change."));

    internal static QuestionRefusal UnknownSequence(long asked, long head, string parameter) => new(422, new("known_at.unknown_sequence", parameter,
        $"Sổ mới có đến số thứ tự {head}; chưa có {asked}. Thêm minSequence={asked} để chờ.",
        $"The record ends at sequence {head}; {asked} is not there yet. Add minSequence={asked} to wait for it."));

    internal static QuestionRefusal MinSequenceInvalid() => new(422, new("min_sequence.invalid", "minSequence",
        "'minSequence' phải là một số thứ tự không âm.",
        "'minSequence' must be a sequence number that is not negative."));

    internal static QuestionRefusal MinSequenceNotReached(long asked) => new(503, new("min_sequence.not_reached", "minSequence",
        $"Đã chờ 5 giây mà số thứ tự {asked} vẫn chưa có. Hãy hỏi lại.",
        $"Sequence {asked} did not come within 5 seconds. Ask again."));

    internal static QuestionRefusal AssessedBy() => new(422, new("assessed_by.invalid", "assessedBy",
        "'assessedBy' phải là official, all, hoặc các tên commune, district, province, inspection, audit cách nhau bằng dấu phẩy.",
        "'assessedBy' must be official, all, or names of commune, district, province, inspection, audit joined by commas."));

    internal static QuestionRefusal SetUnknown(string set, CriteriaCatalog catalog) => new(422, new("set.unknown", "set",
        $"Không có bộ tiêu chí '{set}'.",
        $"There is no criteria set '{set}'."), Names(catalog));

    internal static QuestionRefusal NoSetInForce(DateOnly on, CriteriaCatalog catalog) => new(422, new("set.none_in_force", "set",
        $"Không có bộ tiêu chí nào (trong số đã có văn bản) có hiệu lực vào ngày {VietnamCalendar.Format(on)}. Hãy nêu 'set'.",
        $"No criteria set whose text is at hand is in force on {VietnamCalendar.Format(on)}. State 'set'."), Names(catalog));

    internal static QuestionRefusal Basis() => new(422, new("basis.invalid", "basis",
        "Văn bản căn cứ gồm đủ số hiệu, ngày (YYYY-MM-DD) và nơi ban hành, hoặc không nêu gì.",
        "The document is stated by number, day (YYYY-MM-DD) and issuer, all three or none."));

    internal static QuestionRefusal CriterionUnknown(int criterion, int most) => new(422, new(RefusalCodes.CriterionUnknown, "criterion",
        $"Tiêu chí có số từ 1 đến {most}; không có tiêu chí {criterion}.",
        $"Criteria are numbered from 1 to {most}; there is no criterion {criterion}."));

    internal static QuestionRefusal UnitUnknown(string unit, long sequence) => new(404, new("unit.unknown", "unit",
        $"Đến số thứ tự {sequence}, sổ chưa biết đơn vị '{unit}'.",
        $"At sequence {sequence} the record knows no unit '{unit}'."));

    internal static QuestionRefusal PlanUnknown(string plan, long sequence) => new(404, new(RefusalCodes.PlanUnknown, "plan",
        $"Đến số thứ tự {sequence}, sổ chưa biết kế hoạch '{plan}'.",
        $"At sequence {sequence} the record knows no plan '{plan}'."));

    internal static QuestionRefusal DossierUnknown(string dossier, long sequence) => new(404, new("dossier.unknown", "dossier",
        $"Đến số thứ tự {sequence}, sổ chưa có bước nào của hồ sơ '{dossier}'.",
        $"At sequence {sequence} the record has no step of the dossier '{dossier}'."));

    internal static QuestionRefusal StepInvalid(IEnumerable<string> steps) => new(422, FormRefusals.FieldInvalid("step", Expected.OneOf(steps)));

    internal static QuestionRefusal StateInvalid(IEnumerable<string> states) => new(422, FormRefusals.FieldInvalid("state", Expected.OneOf(states)));

    internal static QuestionRefusal UnderMissing() => new(422, FormRefusals.FieldMissing("under"));

    internal static QuestionRefusal ParameterUnknown(string parameter) => new(422, new("parameter.unknown", parameter,
        $"Địa chỉ này không có tham số '{parameter}'.",
        $"This address has no parameter '{parameter}'."));

    internal static QuestionRefusal NotANumber(string parameter) => new(422, new("parameter.invalid", parameter,
        $"'{parameter}' phải là một số nguyên không âm.",
        $"'{parameter}' must be a whole number that is not negative."));

    internal static QuestionRefusal NotAFlag(string parameter) => new(422, new("parameter.invalid", parameter,
        $"'{parameter}' phải là true hoặc false.",
        $"'{parameter}' must be true or false."));

    private static IReadOnlyList<string> Names(CriteriaCatalog catalog) => [.. catalog.Sets.Select(set => set.Id.Value)];
}
