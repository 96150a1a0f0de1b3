using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Host.Pages;

/// <summary>What a statement of a plan was read as, in a Vietnamese phrase beside its words. The words themselves have the last word.</summary>
internal static class StatementWords
{
    internal static string Of(PlanStatement statement, Func<UnitId, string> name) => statement switch
    {
        ExtentStated e => $"phạm vi: {name(e.Unit)} có {e.Communes} xã",
        CohortMentioned e => $"nhóm xã “{e.Name}”{Count(e.Count)}{Some(e.Some)}{Units(e.Members, name)}{Rest(e.AllBut)}{ReadAs(e.ReadAs)}",
        TargetsNamed e => $"{Target(e.Kind)} tiêu chí {string.Join(", ", e.Criteria)}{(e.Unnumbered is { } other ? $" và “{other}”" : "")}: {Joined(e.Communes, name)}{Until(e.Deadline)}",
        CommunesCounted e => $"tiêu chí {e.Criterion}, {Counted(e.Counts)}{Count(e.Number)}{(e.All ? ": mọi xã" : Units(e.Communes, name))}{Attained(e.AttainedIn)}{Until(e.Deadline)}",
        RecognitionsCounted e => $"số xã được công nhận, {Counted(e.Counts)}: {e.Number}{Some(e.Some)}{Units(e.Communes, name)}{Until(e.Deadline)}",
        MinimumIncrease e => $"mỗi xã nhóm {e.Cohort} tăng ít nhất {e.AtLeast} tiêu chí",
        IncreaseFromBelow e => $"mỗi xã dưới {e.Below} tiêu chí tăng ít nhất {e.AtLeast}",
        AverageStated e => "bình quân một xã" + (e.Increase is { } by ? $" tăng {Words.Number(by)}" : "") + (e.Reaches is { } to ? $" đạt {Words.Number(to)}" : "") + " tiêu chí",
        FloorStated e => $"không xã nào dưới {e.AtLeast} tiêu chí",
        StateStated e => $"hiện trạng tiêu chí {e.Criterion}: {(e.All ? "mọi xã" : Joined(e.Communes, name))}{(e.Incomplete ? ", chưa hoàn thiện" : "")}",
        NumbersTabled e => $"bảng {e.Rows.Count} dòng, {e.Parts.Count} cột",
        IndicatorStated e => $"chỉ tiêu {e.Measures}: {(e.OrMore ? "từ " : "")}{Words.Number(e.Value)}{(e.UpTo is { } to ? $" đến {Words.Number(to)}" : "")}{Measure(e)}{Until(e.Deadline)}",
        ObjectiveStated e => "mục tiêu, " + (e.MeasuredBy.Count == 0 ? "không được đo ở đâu" : $"đo bởi {string.Join(", ", e.MeasuredBy)}"),
        DutyStated e => $"nhiệm vụ của xã: {e.Duty}{Amount(e.Each, "mỗi xã", e.UnitOfMeasure)}{Amount(e.Together, "tất cả", e.UnitOfMeasure)}{Cohorts(e.Cohorts)}{Units(e.Communes, name)}",
        TaskAssigned e => $"{Purpose(e.Purpose)}{Numbered(e.Number)}: {e.Time ?? "không ghi thời gian"}{Office("thực hiện", e.Leads ?? e.Implements)}",
        AttachmentMentioned e => e.IsPresent ? "phụ lục, biểu có trong văn bản" : "nhắc đến phụ lục, biểu",
        DocumentCited e => $"dẫn văn bản {e.Number}" + (e.Date is { } date ? $" ngày {Words.Day(date)}" : ""),
        SectionHeaded e => $"tiêu đề mục {e.Number}",
        RemarkStated e => "ghi nhận nguyên văn" + (e.Year is { } year ? $" (năm {year})" : ""),
        _ => StatementKinds.NameOf(statement),
    };

    private static string Target(TargetKind kind) => kind == TargetKind.Attain ? "phấn đấu đạt" : "duy trì";

    internal static string Counted(CountKind kind) => kind switch
    {
        CountKind.Additional => "đạt thêm",
        CountKind.Cumulative => "tính cả các xã đã đạt",
        CountKind.Maintained => "duy trì",
        CountKind.Undetermined => "không rõ thêm hay cộng dồn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no word"),
    };

    private static string Purpose(TaskPurpose purpose) => purpose switch
    {
        TaskPurpose.Work => "nhiệm vụ",
        TaskPurpose.Inspection => "kiểm tra",
        TaskPurpose.Report => "báo cáo",
        TaskPurpose.Meeting => "họp, hội nghị",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "has no word"),
    };

    private static string Joined(IEnumerable<UnitId>? units, Func<UnitId, string> name) => string.Join(", ", units?.Select(name) ?? []);

    private static string Units(IReadOnlyList<UnitId>? units, Func<UnitId, string> name) => units is null ? "" : $": {Joined(units, name)}";

    private static string Count(int? count) => count is { } number ? $", {number} xã" : "";

    private static string Some(bool some) => some ? ", trong đó có" : "";

    private static string Rest(IReadOnlyList<string>? others) => others is null ? "" : $", trừ nhóm {string.Join(", ", others)}";

    private static string ReadAs(IReadOnlyList<string>? cohorts) => cohorts is null ? "" : $", hiểu là nhóm {string.Join(", ", cohorts)}";

    private static string Cohorts(IReadOnlyList<string>? cohorts) => cohorts is null ? "" : $", nhóm {string.Join(", ", cohorts)}";

    private static string Attained(int? year) => year is { } given ? $", các xã đã đạt năm {given}" : "";

    private static string Until(Deadline? deadline) => deadline is null ? "" : $", chậm nhất {Words.Day(deadline.Due)}";

    private static string Measure(IndicatorStated indicator) =>
        (indicator.UnitOfMeasure is { } unit ? $" {unit}" : "") + (indicator.Of is { } of ? $" của {of}" : "") + (indicator.InEachPart ? ", mỗi đơn vị" : "")
        + (indicator.IsChange ? ", so với trước" : "");

    private static string Amount(decimal? amount, string word, string? unit) =>
        amount is { } number ? $", {word} {Words.Number(number)}{(unit is null ? "" : $" {unit}")}" : "";

    private static string Office(string word, string? office) => office is null ? "" : $", {word}: {office}";

    private static string Numbered(string? number) => number is null ? "" : $" {number}";
}
