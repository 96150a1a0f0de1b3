using Ntm.Domain.Criteria;

namespace Ntm.Projections.Reports;

/// <param name="Slug">Its name for programs and in addresses; never changes.</param>
/// <param name="Compares">It shows what changed since the last day of the period before.</param>
/// <param name="Produce">Pure; asked only where the unit is known.</param>
public sealed record ReportKind(string Slug, BilingualText Title, bool Compares, Func<ReportQuestion, ReportContent> Produce)
{
    /// <summary>It counts findings, so the set and the assessors stand in its heading.</summary>
    public bool CountsFindings { get; init; } = true;

    /// <summary>It quotes what entries of the unit say, which the index does not keep: its question carries them.</summary>
    public bool QuotesEntries { get; init; }

    /// <summary>A sheet (phiếu) and no report: that word does not stand above its title.</summary>
    public bool IsSheet { get; init; }

    /// <summary>Who signs it, side by side; none: one office, as below every report.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];
}

/// <summary>The list of reports. A new one is a line here, a section in docs/reference/reports.md and a snapshot in the tests.</summary>
public static class ReportKinds
{
    /// <summary>Also a page and a command of its own.</summary>
    public static ReportKind AppraisalSheet { get; } = new("appraisal-sheet", new("Phiếu thẩm định", "Appraisal sheet"), Compares: false, AppraisalSheetReport.Produce)
    {
        QuotesEntries = true, IsSheet = true, Signatures = ["Đại diện Ủy ban nhân dân xã", "Người lập phiếu", "Trưởng đoàn thẩm định"],
    };

    public static IReadOnlyList<ReportKind> All { get; } =
    [
        new("communes-by-criterion", new("Tổng hợp kết quả thực hiện tiêu chí theo xã", "Communes by criterion"), Compares: true, CommunesByCriterion.Produce),
        new("bands", new("Phân nhóm xã theo số tiêu chí đạt", "Communes by number of criteria"), Compares: true, CommunesByBand.Produce),
        new("criteria", new("Số xã đạt theo từng tiêu chí", "Communes per criterion"), Compares: true, CommunesPerCriterion.Produce),
        new("average", new("Bình quân số tiêu chí đạt trên một xã", "Average of criteria per commune"), Compares: true, AverageByUnit.Produce),
        new("recognised", new("Danh sách xã được công nhận", "Recognised communes"), Compares: false, RecognisedCommunes.Produce),
        new("plan-against-result", new("Kế hoạch và kết quả", "Plan against result"), Compares: false, PlanAgainstResult.Produce),
        new("tasks", new("Nhiệm vụ của kế hoạch", "Tasks of the plan"), Compares: false, TasksOfPlans.Produce) { CountsFindings = false },
        new("inspections", new("Kết quả kiểm tra và khắc phục", "Inspections and remedies"), Compares: false, InspectionsAndRemedies.Produce) { CountsFindings = false },
        AppraisalSheet,
    ];

    public static ReportKind? Find(string slug) => All.FirstOrDefault(kind => kind.Slug == slug);
}
