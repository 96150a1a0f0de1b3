using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Domain.Names;
using Ntm.Domain.Plans;
using Ntm.Projections.PlanResults;

namespace Ntm.Projections.Reports;

/// <summary>Kế hoạch - kết quả: every target the plans of the unit gave, with its deadline and what became of it, and the numbers they state.</summary>
internal static class PlanAgainstResult
{
    private static readonly ReportColumn[] StateColumns =
    [
        new("plan", "Kế hoạch", "Plan", 18), new("state", "Kết quả", "State", 22), new("count", "Số chỉ tiêu", "Targets", 10), new("share", "Tỷ lệ (%)", "Share (%)", 9),
    ];

    private static readonly ReportColumn[] TargetColumns =
    [
        new("unit", "Định danh", "Unit", 24) { IsForPrograms = true }, new("target", "Mục giao chỉ tiêu", "Target", 36) { IsForPrograms = true },
        new("number", "TT", "No.", 5) { IsCentered = true }, new("name", "Xã", "Commune", 18), new("criterion", "Tiêu chí", "Criterion", 7) { IsCentered = true },
        new("kind", "Giao", "Kind", 8), new("due", "Hạn", "Due", 12), new("state", "Kết quả", "State", 16), new("since", "Từ ngày", "Since", 12),
        new("reachedOn", "Ngày đạt", "Reached on", 12), new("status", "Hiện trạng", "Status", 14), new("plan", "Kế hoạch", "Plan", 14),
        new("by", "Mục ghi quyết định", "By", 36) { IsForPrograms = true },
    ];

    private static readonly ReportColumn[] NumberColumns =
    [
        new("statement", "Phát biểu", "Statement", 20) { IsForPrograms = true }, new("plan", "Kế hoạch", "Plan", 14), new("place", "Chỗ", "Place", 12),
        new("measure", "Nội dung", "Measure", 26), new("criterion", "Tiêu chí", "Criterion", 7) { IsCentered = true }, new("name", "Của", "Of", 18),
        new("planned", "Kế hoạch giao", "Planned", 9), new("actual", "Thực tế", "Actual", 9), new("asOf", "Tính đến", "As of", 12), new("state", "Kết luận", "State", 26),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var plans = PlansOfUnit.Of(question);
        var results = plans.Select(plan => (Plan: plan, Result: PlanResultReading.Answer(
            question.Index, plan, question.On, question.KnownAt, question.Set, question.Assessors))).ToList();
        var targets = results.SelectMany(result => result.Result.Targets.Select(target => (result.Plan, Target: target)))
            .OrderBy(target => target.Target.Name ?? target.Target.Unit, VietnameseNames.Order).ThenBy(target => target.Target.Unit, StringComparer.Ordinal)
            .ThenBy(target => target.Target.Criterion).ThenBy(target => target.Target.Kind, StringComparer.Ordinal).ThenBy(target => target.Target.Due)
            .ThenBy(target => target.Target.Target);
        return new ReportContent(
            [
                new ReportTable("states", "Tổng hợp", "Summary", StateColumns, [.. results.SelectMany(result => States(result.Plan, result.Result))]),
                new ReportTable("targets", "Chỉ tiêu được giao", "Targets", TargetColumns, [.. targets.Select((target, place) => RowOf(target.Plan, target.Target, place + 1))]) { FrozenColumns = 2 },
                new ReportTable("numbers", "Con số của kế hoạch", "Numbers of the plan", NumberColumns, [.. results.SelectMany(result => Numbers(result.Plan, result.Result))]),
            ],
            [
                PlansOfUnit.Note(plans),
                string.Create(CultureInfo.InvariantCulture, $"Có nguy cơ: chưa đạt khi còn không quá {TargetReading.RiskDays} ngày đến hạn. Tăng thêm tính từ ngày trước kỳ kế hoạch; con số hết hạn tính đến ngày hết hạn."),
            ]);
    }

    private static IEnumerable<ReportRow> States(PlanDocument plan, PlanResultAnswer result) => result.ByState.Select(state => new ReportRow(
        $"{plan.Id.Value}/{state.State}",
        [
            ReportCell.Of(PlansOfUnit.NameOf(plan)), ReportCell.Of(PlanResultWords.State(state.State).Vietnamese), ReportCell.Whole(state.Count),
            ReportCell.Percent(state.Count, result.Targets.Count),
        ]));

    private static ReportRow RowOf(PlanDocument plan, TargetResult target, int number) => new(
        target.Target.ToString("D"),
        [
            ReportCell.Of(target.Unit), ReportCell.Of(target.Target.ToString("D")), ReportCell.Whole(number), ReportCell.Of(target.Name ?? target.Unit),
            ReportCell.Whole(target.Criterion), ReportCell.Of(PlanResultWords.TargetKind(target.Kind).Vietnamese), ReportCell.Of(target.Due),
            ReportCell.Of(PlanResultWords.State(target.State).Vietnamese), ReportCell.Of(target.Since), ReportCell.Of(target.ReachedOn),
            ReportCell.Of(StatusWord(target.Status)), ReportCell.Of(PlansOfUnit.NameOf(plan)), ReportCell.Of(target.By?.ToString("D")),
        ])
    {
        Unit = target.Unit, Criterion = target.Criterion,
    };

    private static IEnumerable<ReportRow> Numbers(PlanDocument plan, PlanResultAnswer result) => result.Numbers.Select((number, place) => new ReportRow(
        string.Create(CultureInfo.InvariantCulture, $"{plan.Id.Value}/{place}/{number.Statement}"),
        [
            ReportCell.Of(number.Statement), ReportCell.Of(PlansOfUnit.NameOf(plan)), ReportCell.Of(number.Place), ReportCell.Of(PlanResultWords.Measure(number.Measure).Vietnamese),
            ReportCell.Whole(number.Criterion), ReportCell.Of(number.Name ?? number.Unit), ReportCell.Average(number.Planned), ReportCell.Average(number.Actual),
            ReportCell.Of(number.AsOf), ReportCell.Of(PlanResultWords.Outcome(number).Vietnamese),
        ])
    {
        Unit = number.Unit, Criterion = number.Criterion,
    });

    private static string StatusWord(string status) => FindingStatuses.Names.TryParse(status, out var found) ? found switch
    {
        FindingStatus.Attained => "Đạt",
        FindingStatus.NotAttained => "Chưa đạt",
        FindingStatus.Lost => "Mất",
        FindingStatus.BasicallyMet => "Cơ bản đạt",
        FindingStatus.NotApplicable => "Không xét",
        FindingStatus.Unassessed => "Chưa đánh giá",
        _ => throw new System.Diagnostics.UnreachableException(),
    } : status;
}
