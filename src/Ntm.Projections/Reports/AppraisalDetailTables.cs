using System.Globalization;
using Ntm.Projections.Appraisal;
using Ntm.Projections.PlanResults;

namespace Ntm.Projections.Reports;

/// <summary>What stands behind the criteria of an appraisal sheet: periods, inspections, evidence, words of the levels, targets, what was struck, and irregularities.</summary>
internal static class AppraisalDetailTables
{
    private static readonly ReportColumn Criterion = new("criterion", "TC", "Criterion", 4) { IsCentered = true };
    private static readonly ReportColumn Entry = new("entry", "Mục ghi", "Entry", 36) { IsForPrograms = true };

    internal static IEnumerable<ReportTable> Of(AppraisalSheet sheet)
    {
        yield return Table(sheet, "periods", "Các giai đoạn", "Periods", Periods,
        [
            Criterion, new("status", "Trạng thái", "Status", 12), new("from", "Từ ngày", "From", 13), new("to", "Đến trước", "To", 13),
            new("assessedBy", "Kết quả của", "Assessed by", 10), new("document", "Văn bản", "Document", 26), new("recordedOn", "Ghi sổ", "Recorded on", 13),
            new("lagDays", "Trễ (ngày)", "Lag (days)", 7), new("recordedAs", "Cơ quan ghi", "Recorded as", 20), new("note", "Ghi chú", "Note", 36), Entry,
        ]);
        var inspections = Table(sheet, "inspections", "Kiểm tra nêu gì", "Inspections", Inspections,
        [
            Criterion, new("heldOn", "Ngày kiểm tra", "Held on", 12), new("team", "Đoàn kiểm tra", "Team", 26), new("conclusion", "Kết luận", "Conclusion", 20),
            new("remark", "Nhận xét", "Remark", 28), new("remedyBy", "Khắc phục trước", "Remedy by", 12), new("remediedOn", "Đã khắc phục", "Remedied on", 12),
            new("when", "So với kết quả", "Before or after", 12), Entry,
        ]);
        yield return inspections with { Rows = [.. inspections.Rows, .. sheet.Inspections.Where(inspection => inspection.Criteria.Count == 0).Select(inspection => Silent(sheet, inspection))] };
        yield return Table(sheet, "evidence", "Minh chứng", "Evidence", Evidence,
        [
            Criterion, new("from", "Của kết quả ngày", "Of the finding of", 12), new("name", "Tên tệp", "File", 40), new("size", "Byte", "Bytes", 10),
            new("sha256", "SHA-256", "SHA-256", 66), Entry,
        ]);
        yield return Table(sheet, "words", "Các cấp kết luận khác nhau", "Differing conclusions", Words,
        [
            Criterion, new("assessedBy", "Cấp", "Assessed by", 14), new("status", "Kết luận", "Status", 14), new("since", "Từ ngày", "Since", 13),
            new("remark", "Lưu ý", "Remark", 60), Entry,
        ]);
        yield return Table(sheet, "targets", "Chỉ tiêu được giao", "Targets", Targets,
        [
            Criterion, new("plan", "Kế hoạch", "Plan", 20), new("kind", "Giao", "Kind", 8), new("due", "Hạn", "Due", 12), new("state", "Kết quả", "State", 16),
            new("since", "Từ ngày", "Since", 12), new("source", "Câu của kế hoạch", "Sentence", 50), Entry,
        ]);
        yield return Table(sheet, "struck", "Rút lại và đính chính", "Retractions and corrections", Struck,
        [
            Criterion, new("status", "Đã ghi", "Said", 12), new("effectiveOn", "Hiệu lực", "Effective on", 12), new("assessedBy", "Kết quả của", "Assessed by", 10),
            new("recordedOn", "Ghi sổ", "Recorded on", 12), new("struckOn", "Rút lại ngày", "Struck on", 12), new("how", "Cách", "How", 12),
            new("reason", "Lý do", "Reason", 44), Entry,
        ]);
        yield return new ReportTable("irregularities", "Sai so với quy định", "Irregularities",
        [
            new("dossier", "Hồ sơ", "Dossier", 18), new("step", "Bước", "Step", 18), new("on", "Ngày", "On", 12), new("kind", "Loại", "Kind", 12),
            new("sentence", "Nội dung", "What", 52), new("citation", "Theo", "Citation", 22), new("code", "Mã", "Code", 24), Entry,
        ], [.. Irregularities(sheet)]);
    }

    private static ReportTable Table(
        AppraisalSheet sheet, string name, string title, string english, Func<AppraisedCriterion, IEnumerable<(string Key, ReportCell[] Cells)>> rows, ReportColumn[] columns) =>
        new(name, title, english, columns,
        [
            .. sheet.Criteria.SelectMany(criterion => rows(criterion).Select(row =>
                new ReportRow(row.Key, [ReportCell.Whole(criterion.Criterion), .. row.Cells]) { Unit = sheet.Unit, Criterion = criterion.Criterion })),
        ])
        {
            FrozenColumns = 1,
        };

    private static IEnumerable<(string, ReportCell[])> Periods(AppraisedCriterion criterion) => criterion.Periods.Select(period => (Id(period.Finding.Entry), new[]
    {
        ReportCell.Of(AppraisalWords.Status(period.Status)), ReportCell.Of(period.From), ReportCell.Of(period.To), ReportCell.Of(AppraisalWords.Assessor(period.AssessedBy)),
        ReportCell.Of(AppraisalWords.Document(period.Finding.Document)), ReportCell.Of(AppraisalWords.RecordDay(period.Finding.RecordedAt)),
        ReportCell.Whole(period.Finding.LagDays), ReportCell.Of(AppraisalWords.Office(period.Finding.RecordedAs)), ReportCell.Of(period.Finding.Note),
        ReportCell.Of(Id(period.Finding.Entry)),
    }));

    private static IEnumerable<(string, ReportCell[])> Inspections(AppraisedCriterion criterion) => criterion.Looks.Select((look, place) => (Key(look.Entry, criterion.Criterion, place), new[]
    {
        ReportCell.Of(look.HeldOn), ReportCell.Of(look.Team), ReportCell.Of(look.Conclusion), ReportCell.Of(look.Remark), ReportCell.Of(look.RemedyBy),
        ReportCell.Of(look.RemediedOn), ReportCell.Of(criterion.Present is null ? null : look.IsBefore ? "Trước" : "Sau"), ReportCell.Of(Id(look.Entry)),
    }));

    private static ReportRow Silent(AppraisalSheet sheet, InspectionMade inspection) => new(Id(inspection.Entry),
    [
        ReportCell.Empty, ReportCell.Of(inspection.HeldOn), ReportCell.Of(inspection.Team), ReportCell.Of("không nêu tiêu chí nào"), ReportCell.Empty,
        ReportCell.Empty, ReportCell.Empty, ReportCell.Empty, ReportCell.Of(Id(inspection.Entry)),
    ])
    {
        Unit = sheet.Unit,
    };

    private static IEnumerable<(string, ReportCell[])> Evidence(AppraisedCriterion criterion) => criterion.Periods.SelectMany(period =>
        period.Finding.Evidence.Select((file, place) => (Key(period.Finding.Entry, criterion.Criterion, place), new[]
        {
            ReportCell.Of(period.From), ReportCell.Of(file.Name), ReportCell.Whole(file.Size), ReportCell.Of(file.Sha256), ReportCell.Of(Id(period.Finding.Entry)),
        })));

    private static IEnumerable<(string, ReportCell[])> Words(AppraisedCriterion criterion) =>
        (criterion.Disagree || criterion.Against.Count > 0 ? criterion.Words : []).Select(word => (Id(word.Entry), new[]
        {
            ReportCell.Of(AppraisalWords.Assessor(word.AssessedBy)), ReportCell.Of(AppraisalWords.Status(word.Status)), ReportCell.Of(word.Since),
            ReportCell.Of(criterion.Against.FirstOrDefault(against => against.Entry == word.Entry) is { } contrary ? Contrary(contrary) : null), ReportCell.Of(Id(word.Entry)),
        }));

    private static string Contrary(ContraryFinding finding) =>
        finding.AnsweredBy is null ? "chưa có kết quả nào trả lời" : "sau đó có kết quả khác";

    private static IEnumerable<(string, ReportCell[])> Targets(AppraisedCriterion criterion) => criterion.Targets.Select(target => (Id(target.Target), new[]
    {
        ReportCell.Of(target.Document?.Number ?? target.Plan), ReportCell.Of(PlanResultWords.TargetKind(target.Kind).Vietnamese), ReportCell.Of(target.Due),
        ReportCell.Of(PlanResultWords.State(target.State).Vietnamese), ReportCell.Of(target.Since), ReportCell.Of(target.Source), ReportCell.Of(Id(target.Target)),
    }));

    private static IEnumerable<(string, ReportCell[])> Struck(AppraisedCriterion criterion) => criterion.Struck.Select(struck => (Id(struck.Entry), new[]
    {
        ReportCell.Of(AppraisalWords.Status(struck.Status)), ReportCell.Of(struck.EffectiveOn), ReportCell.Of(AppraisalWords.Assessor(struck.AssessedBy)),
        ReportCell.Of(AppraisalWords.RecordDay(struck.RecordedAt)), ReportCell.Of(AppraisalWords.RecordDay(struck.StruckAt)),
        ReportCell.Of(struck.ReplacedBy is null ? "Rút lại" : "Đính chính"), ReportCell.Of(struck.Reason), ReportCell.Of(Id(struck.Entry)),
    }));

    private static IEnumerable<ReportRow> Irregularities(AppraisalSheet sheet) =>
        from dossier in sheet.Dossiers
        from step in dossier.Steps
        from irregularity in step.Irregularities.Select((value, place) => (value, place))
        let said = irregularity.value
        select new ReportRow(
            string.Create(CultureInfo.InvariantCulture, $"{step.Entry:D}/{said.Code}/{irregularity.place}"),
            [
                ReportCell.Of(dossier.Dossier), ReportCell.Of(AppraisalWords.Step(step.Step)), ReportCell.Of(step.EffectiveOn),
                ReportCell.Of(AppraisalWords.Irregularity(said.Kind)), ReportCell.Of(said.Vietnamese),
                ReportCell.Of(said.Citation is { } cited ? cited + (said.IsSourced ? "" : " (chưa đối chiếu)") : null), ReportCell.Of(said.Code), ReportCell.Of(Id(step.Entry)),
            ])
        {
            Unit = sheet.Unit,
        };

    private static string Id(Guid entry) => entry.ToString("D");

    private static string Key(Guid entry, int criterion, int place) => string.Create(CultureInfo.InvariantCulture, $"{entry:D}/{criterion}/{place + 1}");
}
