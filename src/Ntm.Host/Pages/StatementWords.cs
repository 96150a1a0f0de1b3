using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Host.Pages;

/// <summary>What a statement of a plan was read as, in a phrase beside its words. The words themselves have the last word.</summary>
internal static class StatementWords
{
    internal static string Of(PlanStatement statement, Func<UnitId, string> name, Wording say = default)
    {
        string Named(UnitId unit) => say.Quote(name(unit));
        return statement switch
        {
            ExtentStated e => $"{say["phạm vi", "extent"]}: {Named(e.Unit)} {say["có", "has"]} {Words.Communes(e.Communes, say)}",
            CohortMentioned e => $"{say["nhóm xã", "cohort"]} “{say.Quote(e.Name)}”{Count(e.Count, say)}{Some(e.Some, say)}{Units(e.Members, Named)}{Rest(e.AllBut, say)}{ReadAs(e.ReadAs, say)}",
            TargetsNamed e => $"{Target(e.Kind, say)} {say["tiêu chí", "criteria"]} {string.Join(", ", e.Criteria)}{(e.Unnumbered is { } other ? $" {say["và", "and"]} “{say.Quote(other)}”" : "")}: {Joined(e.Communes, Named)}{Until(e.Deadline, say)}",
            CommunesCounted e => $"{say["tiêu chí", "criterion"]} {e.Criterion}, {Counted(e.Counts, say)}{Count(e.Number, say)}{(e.All ? say[": mọi xã", ": every commune"] : Units(e.Communes, Named))}{Attained(e.AttainedIn, say)}{Until(e.Deadline, say)}",
            RecognitionsCounted e => $"{say["số xã được công nhận", "communes recognised"]}, {Counted(e.Counts, say)}: {e.Number}{Some(e.Some, say)}{Units(e.Communes, Named)}{Until(e.Deadline, say)}",
            MinimumIncrease e => say[$"mỗi xã nhóm {e.Cohort} tăng ít nhất {e.AtLeast} tiêu chí", $"each commune of the cohort {say.Quote(e.Cohort)} gains at least {e.AtLeast} criteria"],
            IncreaseFromBelow e => say[$"mỗi xã dưới {e.Below} tiêu chí tăng ít nhất {e.AtLeast}", $"each commune below {e.Below} criteria gains at least {e.AtLeast}"],
            AverageStated e => say["bình quân một xã", "average per commune"] + (e.Increase is { } by ? $" {say["tăng", "gains"]} {Words.Number(by, say)}" : "")
                + (e.Reaches is { } to ? $" {say["đạt", "reaches"]} {Words.Number(to, say)}" : "") + say[" tiêu chí", " criteria"],
            FloorStated e => say[$"không xã nào dưới {e.AtLeast} tiêu chí", $"no commune below {e.AtLeast} criteria"],
            StateStated e => $"{say["hiện trạng tiêu chí", "state of criterion"]} {e.Criterion}: {(e.All ? say["mọi xã", "every commune"] : Joined(e.Communes, Named))}{(e.Incomplete ? say[", chưa hoàn thiện", ", not complete"] : "")}",
            NumbersTabled e => say[$"bảng {e.Rows.Count} dòng, {e.Parts.Count} cột", $"table of {e.Rows.Count} rows and {e.Parts.Count} columns"],
            IndicatorStated e => $"{say["chỉ tiêu", "indicator"]} {say.Quote(e.Measures)}: {(e.OrMore ? say["từ ", "at least "] : "")}{Words.Number(e.Value, say)}{(e.UpTo is { } to ? $" {say["đến", "to"]} {Words.Number(to, say)}" : "")}{Measure(e, say)}{Until(e.Deadline, say)}",
            ObjectiveStated e => say["mục tiêu", "objective"] + ", " + (e.MeasuredBy.Count == 0 ? say["không được đo ở đâu", "measured nowhere"] : $"{say["đo bởi", "measured by"]} {string.Join(", ", e.MeasuredBy)}"),
            DutyStated e => $"{say["nhiệm vụ của xã", "duty of communes"]}: {say.Quote(e.Duty)}{Amount(e.Each, say["mỗi xã", "each"], e.UnitOfMeasure, say)}{Amount(e.Together, say["tất cả", "in all"], e.UnitOfMeasure, say)}{Cohorts(e.Cohorts, say)}{Units(e.Communes, Named)}",
            TaskAssigned e => $"{Purpose(e.Purpose, say)}{Numbered(e.Number)}: {(e.Time is { } time ? say.Quote(time) : say["không ghi thời gian", "no time given"])}{Office(e.Leads ?? e.Implements, say)}",
            AttachmentMentioned e => e.IsPresent ? say["phụ lục, biểu có trong văn bản", "annex or form, there in the document"] : say["nhắc đến phụ lục, biểu", "mentions an annex or form"],
            DocumentCited e => $"{say["dẫn văn bản", "cites document"]} {say.Quote(e.Number)}" + (e.Date is { } date ? $" {say["ngày", "of"]} {Words.Day(date)}" : ""),
            SectionHeaded e => $"{say["tiêu đề mục", "heading of section"]} {e.Number}",
            RemarkStated e => say["ghi nhận nguyên văn", "kept word by word"] + (e.Year is { } year ? $" ({say["năm", "year"]} {year})" : ""),
            _ => StatementKinds.NameOf(statement),
        };
    }

    private static string Target(TargetKind kind, Wording say) => kind == TargetKind.Attain ? say["phấn đấu đạt", "strive for"] : say["duy trì", "maintain"];

    internal static string Counted(CountKind kind, Wording say = default) => kind switch
    {
        CountKind.Additional => say["đạt thêm", "additional"],
        CountKind.Cumulative => say["tính cả các xã đã đạt", "those that attained it before included"],
        CountKind.Maintained => say["duy trì", "maintained"],
        CountKind.Undetermined => say["không rõ thêm hay cộng dồn", "additional or in all: not clear"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no word"),
    };

    private static string Purpose(TaskPurpose purpose, Wording say) => purpose switch
    {
        TaskPurpose.Work => say["nhiệm vụ", "task"],
        TaskPurpose.Inspection => say["kiểm tra", "inspection"],
        TaskPurpose.Report => say["báo cáo", "report"],
        TaskPurpose.Meeting => say["họp, hội nghị", "meeting"],
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "has no word"),
    };

    private static string Joined(IEnumerable<UnitId>? units, Func<UnitId, string> name) => string.Join(", ", units?.Select(name) ?? []);

    private static string Units(IReadOnlyList<UnitId>? units, Func<UnitId, string> name) => units is null ? "" : $": {Joined(units, name)}";

    private static string Count(int? count, Wording say) => count is { } number ? $", {Words.Communes(number, say)}" : "";

    private static string Some(bool some, Wording say) => some ? say[", trong đó có", ", among them"] : "";

    private static string Rest(IReadOnlyList<string>? others, Wording say) => others is null ? "" : $", {say["trừ nhóm", "without the cohort"]} {Quotes(others, say)}";

    private static string ReadAs(IReadOnlyList<string>? cohorts, Wording say) => cohorts is null ? "" : $", {say["hiểu là nhóm", "read as the cohort"]} {Quotes(cohorts, say)}";

    private static string Cohorts(IReadOnlyList<string>? cohorts, Wording say) => cohorts is null ? "" : $", {say["nhóm", "cohort"]} {Quotes(cohorts, say)}";

    private static string Quotes(IEnumerable<string> names, Wording say) => string.Join(", ", names.Select(name => say.Quote(name)));

    private static string Attained(int? year, Wording say) => year is { } given ? $", {say["các xã đã đạt năm", "communes that attained it in"]} {given}" : "";

    private static string Until(Deadline? deadline, Wording say) => deadline is null ? "" : $", {say["chậm nhất", "by"]} {Words.Day(deadline.Due)}";

    private static string Measure(IndicatorStated indicator, Wording say) =>
        (indicator.UnitOfMeasure is { } unit ? $" {say.Quote(unit)}" : "") + (indicator.Of is { } of ? $" {say["của", "of"]} {say.Quote(of)}" : "")
        + (indicator.InEachPart ? say[", mỗi đơn vị", ", in each unit"] : "") + (indicator.IsChange ? say[", so với trước", ", against before"] : "");

    private static string Amount(decimal? amount, string word, string? unit, Wording say) =>
        amount is { } number ? $", {word} {Words.Number(number, say)}{(unit is null ? "" : $" {say.Quote(unit)}")}" : "";

    private static string Office(string? office, Wording say) => office is null ? "" : $", {say["thực hiện", "done by"]}: {say.Quote(office)}";

    private static string Numbered(string? number) => number is null ? "" : $" {number}";
}
