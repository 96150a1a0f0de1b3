using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Projections.Appraisal;
using Ntm.Projections.Index;

namespace Ntm.Projections.Reports;

/// <summary>Phiếu thẩm định as a report: its head, its criteria, and a table for everything that stands behind them.</summary>
internal static class AppraisalSheetReport
{
    private static readonly ReportColumn[] HeadColumns = [new("item", "Mục", "Item", 26), new("value", "Nội dung", "Content", 104), new("entry", "Mục ghi", "Entry", 36) { IsForPrograms = true }];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var sources = question.Sources ?? throw new InvalidOperationException("an appraisal sheet is made from the entries of its unit");
        var sheet = AppraisalReading.Answer(new AppraisalQuestion(
            question.Index, question.Unit, question.On, question.KnownAt, question.Set, question.Assessors, question.Boundary, sources.Catalog, sources.Said))!;
        var names = question.Set.Criteria.ToDictionary(criterion => criterion.Number, criterion => criterion.Name.Vietnamese);
        return new ReportContent(
            [
                new ReportTable("unit", "Đơn vị và hồ sơ", "Unit and dossiers", HeadColumns, [.. Head(sheet, question.Set)]),
                AppraisedCriteriaTable.Of(sheet, names),
                .. AppraisalDetailTables.Of(sheet),
            ],
            [.. Notes(sheet)]);
    }

    private static IEnumerable<ReportRow> Head(AppraisalSheet sheet, CriteriaSet set)
    {
        yield return Row("name", "Đơn vị", AppraisalWords.Named(sheet.Unit, sheet.Name, sheet.Level) + (sheet.Code is { } code ? $", mã {code}" : ""));
        yield return Row("parents", "Thuộc", string.Join(", ", sheet.Parents.Select(above => AppraisalWords.Named(above.Unit, above.Name, above.Level))));
        if (sheet.EndedOn is { } ended)
            yield return Row("ended", "Chấm dứt từ", AppraisalWords.Day(ended) + (sheet.Successors is { Count: > 0 } after ? $", nhập vào {string.Join(", ", after)}" : ""));
        yield return Row("counts", "Kết quả", string.Create(
            CultureInfo.InvariantCulture, $"{sheet.Attained} tiêu chí đạt, {sheet.Fulfilled} đạt và không xét, trong {set.Criteria.Count}; {sheet.Criteria.Count(criterion => criterion.Present is null)} chưa đánh giá"));
        foreach (var plan in sheet.Plans)
            yield return Row($"plan/{plan.Plan}", "Kế hoạch", $"{plan.Title}{(AppraisalWords.Document(plan.Document) is { } document ? $" ({document})" : "")}");
        foreach (var title in sheet.Titles)
        {
            yield return Row($"title/{title.Decision.Entry:D}", "Danh hiệu", string.Create(CultureInfo.InvariantCulture, $"{AppraisalWords.Title(title.Title)}, năm đạt chuẩn {title.Year}, {AppraisalWords.Standing(title.Standing)}")
                + (AppraisalWords.Document(title.Decision.Document) is { } decision ? $"; {decision}" : "")
                + (title.Stale is null ? "" : "; quyết định mất căn cứ theo điều nay đã biết"), title.Decision.Entry);
        }

        if (sheet.Merger is { } merger)
            yield return Row("merger", "Sáp nhập", $"{AppraisalWords.Day(merger.On)}: {string.Join(", ", merger.Parts.Select(part => part.Name ?? part.Unit))}");
        foreach (var dossier in sheet.Dossiers)
        {
            yield return Row($"dossier/{dossier.Dossier}", "Hồ sơ", string.Create(CultureInfo.InvariantCulture, $"{dossier.Dossier}, {AppraisalWords.Title(dossier.Title)} năm {dossier.Year}")
                + (dossier.Steps is [.., var last] ? $"; bước sau cùng: {AppraisalWords.Step(last.Step)}, {AppraisalWords.Day(last.EffectiveOn)}" : ""),
                dossier.Steps is [.., { Entry: var entry }] ? entry : null);
        }

        yield return Row("inspections", "Kiểm tra", sheet.Inspections is [.., var latest]
            ? string.Create(CultureInfo.InvariantCulture, $"{sheet.Inspections.Count} cuộc, sau cùng {AppraisalWords.Day(latest.HeldOn)}, {latest.Team}")
            : "Sổ chưa có cuộc kiểm tra nào.", sheet.Inspections is [.., { Entry: var held }] ? held : null);
    }

    /// <param name="entry">The one that says it, where it is a single one.</param>
    private static ReportRow Row(string key, string item, string value, Guid? entry = null) =>
        new(key, [ReportCell.Of(item), ReportCell.Of(value), ReportCell.Of(entry?.ToString("D"))]);

    private static IEnumerable<string> Notes(AppraisalSheet sheet)
    {
        if (sheet.Criteria.All(criterion => criterion.Words.Count == 0 && criterion.Struck.Count == 0))
            yield return "Theo điều đã biết, sổ chưa có kết quả nào của đơn vị này theo bộ tiêu chí này; chưa đánh giá không phải là chưa đạt.";
        if (sheet.Criteria.SelectMany(criterion => criterion.Periods).Any(period => period.Finding.Note?.StartsWith(Finding.SyntheticNote, StringComparison.Ordinal) == true))
            yield return $"Có số liệu minh họa {Finding.SyntheticNote}, không phải kết quả thật; xem ghi chú của từng giai đoạn.";
        yield return "Trễ: số ngày từ ngày hiệu lực đến ngày ghi sổ. Giai đoạn: từ ngày một kết quả quyết định đến trước ngày kết quả sau quyết định.";
        yield return "Kiểm tra trước: cuộc kiểm tra gần nhất nêu tiêu chí ấy, vào ngày của kết quả hoặc trước đó. Không nêu không chứng tỏ là không xem.";
        yield return "Các cấp kết luận: lời sau cùng của mỗi cấp, kể cả xã, dù phiếu tính kết quả của ai. Bảng không có hàng: sổ không có gì để ghi.";
    }
}
