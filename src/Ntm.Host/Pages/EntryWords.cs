using System.Globalization;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Host.Pages;

/// <summary>What an entry says, in a phrase for a list. The entry itself has the last word; names and quotes in it stay as they were recorded.</summary>
internal static class EntryWords
{
    /// <param name="nameOf">What a unit is called; its slug where nothing is given.</param>
    internal static string Of(Entry entry, Wording say = default, Func<UnitId, string>? nameOf = null) => entry switch
    {
        FindingEntry e => $"{say["Tiêu chí", "Criterion"]} {e.Criterion}: {Words.Status(e.Status, say)} ({Words.Assessor(e.AssessedBy, say)})",
        IndicatorMeasured e => $"{say["Chỉ tiêu", "Indicator"]} {e.Indicator}: {Measured(e.Value, say)}{Measure(e.UnitOfMeasure, say)} ({Words.Assessor(e.AssessedBy, say)})",
        TargetAssigned e => $"{say["Giao chỉ tiêu", "Target"]}: {Kind(e.Kind, say)} {say["tiêu chí", "criterion"]} {e.Criterion}, {say["chậm nhất", "by"]} {Words.Day(e.Due)}",
        TargetWithdrawn => say["Rút chỉ tiêu được giao", "Target withdrawn"],
        UnitEntry e => OfUnit(e, say, unit => say.Quote((nameOf ?? (one => one.Value))(unit))),
        PlanIssued e => $"{say["Ban hành kế hoạch", "Plan issued"]}: {say.Quote(e.Title)}",
        PlanRevised e => $"{say["Điều chỉnh kế hoạch", "Plan revised"]}: {say.Quote(e.Title)}",
        InspectionScheduled or InspectionPostponed or InspectionCancelled or InspectionHeld or FollowUpHeld or RemedyDone => OfInspection(entry, say),
        DebtDeclared e => $"{say["Nợ đọng xây dựng cơ bản", "Construction debt outstanding"]}: {Words.Number(e.Amount, say)} {say["đồng", "dong"]}",
        SatisfactionSurveyed e => say[$"Khảo sát hài lòng: {e.Satisfied}/{e.Asked} hộ được hỏi, trong {e.Households} hộ", $"Satisfaction survey: {e.Satisfied} of {e.Asked} households asked, of {e.Households}"] + Contents(e, say),
        RecognitionGranted e => $"{say["Công nhận đạt chuẩn năm", "Recognised, standard attained in"]} {e.Year}",
        TitleVoted e => $"{OfStep(e, say)}, {e.Votes.For} {say["thuận", "for"]}, {e.Votes.Against} {say["chống", "against"]}, {e.Votes.Present}/{e.Votes.Members} {say["có mặt", "present"]}",
        TitleReturned e => $"{OfStep(e, say)}: {say.Quote(string.Join("; ", e.Returned.Reasons))}",
        DossierStep e => OfStep(e, say),
        EntryRetracted { ReplacedBy: null } e => $"{say["Rút lại", "Retracted"]}: {say.Quote(e.Reason)}",
        EntryRetracted e => $"{say["Đính chính", "Corrected"]}: {say.Quote(e.Reason)}",
        _ => EntryTypes.Of(entry).Name,
    };

    private static string OfStep(DossierStep step, Wording say) =>
        $"{say["Hồ sơ", "Dossier"]} {step.Dossier}: {say[StepKinds.Of(step).InVietnamese(), StepKinds.Of(step).InEnglish()]}";

    private static string OfInspection(Entry entry, Wording say) => entry switch
    {
        InspectionScheduled e => $"{say["Lịch kiểm tra, chậm nhất", "Inspection scheduled, by"]} {Words.Day(e.DueBy)}",
        InspectionPostponed e => $"{say["Hoãn kiểm tra đến chậm nhất", "Inspection put off, by"]} {Words.Day(e.DueBy)}",
        InspectionCancelled => say["Huỷ lịch kiểm tra", "Inspection cancelled"],
        InspectionHeld e => $"{say["Kiểm tra", "Inspection"]} ({say.Quote(e.Team)})" + (e.Findings.Count == 0 ? "" : ": "
            + string.Join("; ", e.Findings.Select(remark => $"{say["tiêu chí", "criterion"]} {remark.Criterion} {say.Quote(remark.Conclusion)}"))),
        FollowUpHeld e => $"{say["Phúc tra", "Follow-up"]} ({say.Quote(e.Team)}): "
            + string.Join("; ", e.Outcomes.Select(outcome => $"{say["tiêu chí", "criterion"]} {outcome.Criterion} {InspectionWords.Verdict(outcome.Verdict, say)}")),
        RemedyDone e => say[$"Đã khắc phục tiêu chí {e.Criterion}", $"Criterion {e.Criterion} put right"],
        _ => EntryTypes.Of(entry).Name,
    };

    private static string Contents(SatisfactionSurveyed survey, Wording say) => survey.Contents is { Count: > 0 } contents
        ? $"; {string.Join("; ", contents.Select(content => $"{say.Quote(content.Name)} {content.Satisfied}/{content.Asked}"))}"
        : "";

    private static string OfUnit(UnitEntry entry, Wording say, Func<UnitId, string> nameOf) => entry switch
    {
        UnitEstablished e => $"{say["Thành lập", "Established:"]} {say.Quote($"{Level(e.Level)} {e.Name}")}",
        UnitRenamed e => $"{say["Đổi tên thành", "Renamed"]} {say.Quote(e.Name)}",
        UnitRecoded e => $"{say["Đổi mã thành", "New code"]} {e.Code}",
        UnitReparented e => $"{say["Chuyển về", "Moved under"]} {(e.Parent is { } parent ? nameOf(parent) : "—")}",
        UnitLevelChanged e => $"{say["Đổi cấp thành", "Became a"]} {say.Quote(Level(e.Level))}",
        UnitsMerged e => $"{say["Sáp nhập", "Merged:"]} {Units(e.From, nameOf)} {say["vào", "into"]} {nameOf(e.Unit)}",
        UnitDissolved { Successors: { Count: > 0 } successors } => $"{say["Giải thể, chuyển vào", "Dissolved into"]} {Units(successors, nameOf)}",
        UnitDissolved => say["Giải thể", "Dissolved"],
        _ => EntryTypes.Of(entry).Name,
    };

    private static string Level(UnitLevel level) => Words.LevelBeforeName(level).ToLowerInvariant();

    private static string Units(IEnumerable<UnitId> units, Func<UnitId, string> nameOf) => string.Join(", ", units.Select(nameOf));

    private static string Kind(TargetKind kind, Wording say) => kind == TargetKind.Attain ? say["phấn đấu đạt", "attain"] : say["duy trì", "keep"];

    private static string Measured(MeasuredValue value, Wording say) =>
        value.Number is { } number ? number.ToString("0.############", CultureInfo.GetCultureInfo("vi-VN")) : value.YesNo == true ? say["có", "yes"] : say["không", "no"];

    private static string Measure(string? unit, Wording say) => unit is null ? "" : $" {say.Quote(unit)}";
}
