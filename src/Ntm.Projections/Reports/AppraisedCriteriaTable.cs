using System.Globalization;
using Ntm.Projections.Appraisal;
using Ntm.Projections.PlanResults;

namespace Ntm.Projections.Reports;

/// <summary>Each criterion of an appraisal sheet in one row.</summary>
internal static class AppraisedCriteriaTable
{
    private static readonly ReportColumn[] Columns =
    [
        new("criterion", "TC", "Criterion", 4) { IsCentered = true }, new("name", "Tên tiêu chí", "Name", 16), new("status", "Hiện trạng", "Status", 11),
        new("since", "Từ ngày", "Since", 13), new("attainedSince", "Đạt liên tục từ", "Attained since", 13),
        new("firstAttainedOn", "Đạt lần đầu", "First attained", 13), new("assessedBy", "Kết quả của", "Assessed by", 10),
        new("document", "Văn bản", "Document", 19), new("recordedOn", "Ghi sổ", "Recorded on", 13), new("lagDays", "Trễ (ngày)", "Lag (days)", 8),
        new("recordedAs", "Cơ quan ghi", "Recorded as", 14), new("inspectedBefore", "Kiểm tra trước", "Inspected before", 13),
        new("evidence", "Minh chứng", "Evidence", 8), new("remarks", "Lưu ý", "Remarks", 28), new("entry", "Mục ghi", "Entry", 36) { IsForPrograms = true },
    ];

    internal static ReportTable Of(AppraisalSheet sheet, IReadOnlyDictionary<int, string> names) =>
        new("criteria", "Từng tiêu chí", "Criteria", Columns, [.. sheet.Criteria.Select(criterion => RowOf(sheet, criterion, names[criterion.Criterion]))]) { FrozenColumns = 2 };

    private static ReportRow RowOf(AppraisalSheet sheet, AppraisedCriterion criterion, string name)
    {
        var (present, finding) = (criterion.Present, criterion.Present?.Finding);
        return new ReportRow(criterion.Criterion.ToString(CultureInfo.InvariantCulture),
        [
            ReportCell.Whole(criterion.Criterion), ReportCell.Of(name), ReportCell.Of(AppraisalWords.Status(criterion.Status)), ReportCell.Of(present?.From),
            ReportCell.Of(criterion.AttainedSince), ReportCell.Of(criterion.FirstAttainedOn),
            ReportCell.Of(present is null ? null : AppraisalWords.Assessor(present.AssessedBy)), ReportCell.Of(AppraisalWords.Document(finding?.Document)),
            ReportCell.Of(finding is null ? null : AppraisalWords.RecordDay(finding.RecordedAt)), ReportCell.Whole(finding?.LagDays),
            ReportCell.Of(AppraisalWords.Office(finding?.RecordedAs)), ReportCell.Of(InspectedBefore(criterion)), ReportCell.Whole(finding?.Evidence.Count),
            ReportCell.Of(string.Join("; ", Remarks(criterion))), ReportCell.Of(finding?.Entry.ToString("D")),
        ])
        {
            Unit = sheet.Unit, Criterion = criterion.Criterion,
        };
    }

    private static string? InspectedBefore(AppraisedCriterion criterion) => criterion.InspectedBefore switch
    {
        true => AppraisalWords.Day(criterion.Looks.Last(look => look.IsBefore).HeldOn),
        false => "Không nêu",
        null => null,
    };

    private static IEnumerable<string> Remarks(AppraisedCriterion criterion)
    {
        if (criterion.TimesLost > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"đã mất {criterion.TimesLost} lần");
        foreach (var contrary in criterion.Against)
            yield return $"{AppraisalWords.Assessor(contrary.AssessedBy)}: {AppraisalWords.Status(contrary.Status)} {AppraisalWords.Day(contrary.Since)}{(contrary.AnsweredBy is null ? "" : ", sau đó có kết quả khác")}";
        if (criterion.Disagree)
            yield return "các cấp kết luận khác nhau";
        foreach (var look in criterion.Looks.Where(look => look is { RemedyBy: not null, RemediedOn: null }))
            yield return $"chưa khắc phục, hạn {AppraisalWords.Day(look.RemedyBy!.Value)}";
        foreach (var target in criterion.Targets)
            yield return $"chỉ tiêu hạn {AppraisalWords.Day(target.Due)}: {PlanResultWords.State(target.State).Vietnamese}";
        if (criterion.Struck.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{criterion.Struck.Count} mục đã rút lại hoặc đính chính");
        if (criterion.Irregularities.Any(irregularity => irregularity.Kind == "broken"))
            yield return "hồ sơ sai quy định vì tiêu chí này";
        else if (criterion.Irregularities.Count > 0)
            yield return "chưa có kết quả mà hồ sơ cần";
    }
}
