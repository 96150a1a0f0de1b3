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

/// <summary>What an entry says, in a Vietnamese phrase for a list. The entry itself has the last word.</summary>
internal static class EntryWords
{
    internal static string Of(Entry entry) => entry switch
    {
        FindingEntry e => $"Tiêu chí {e.Criterion}: {Words.Status(e.Status)} ({Words.Assessor(e.AssessedBy)})",
        IndicatorMeasured e => $"Chỉ tiêu {e.Indicator}: {Measured(e.Value)}{Measure(e.UnitOfMeasure)} ({Words.Assessor(e.AssessedBy)})",
        TargetAssigned e => $"Giao chỉ tiêu: {Kind(e.Kind)} tiêu chí {e.Criterion}, chậm nhất {Words.Day(e.Due)}",
        TargetWithdrawn => "Rút chỉ tiêu được giao",
        UnitEntry e => OfUnit(e),
        PlanIssued e => $"Ban hành kế hoạch: {e.Title}",
        PlanRevised e => $"Điều chỉnh kế hoạch: {e.Title}",
        InspectionScheduled e => $"Lịch kiểm tra, chậm nhất {Words.Day(e.DueBy)}",
        InspectionHeld e => $"Kiểm tra ({e.Team})" + (e.Findings.Count == 0 ? "" : ": "
            + string.Join("; ", e.Findings.Select(remark => $"tiêu chí {remark.Criterion} {remark.Conclusion}"))),
        InspectionPostponed e => $"Hoãn kiểm tra đến chậm nhất {Words.Day(e.DueBy)}",
        InspectionCancelled => "Huỷ lịch kiểm tra",
        FollowUpHeld e => $"Phúc tra ({e.Team}): "
            + string.Join("; ", e.Outcomes.Select(outcome => $"tiêu chí {outcome.Criterion} {InspectionWords.Verdict(outcome.Verdict)}")),
        RemedyDone e => $"Đã khắc phục tiêu chí {e.Criterion}",
        DebtDeclared e => $"Nợ đọng xây dựng cơ bản: {Words.Number(e.Amount)} đồng",
        SatisfactionSurveyed e => $"Khảo sát hài lòng: {e.Satisfied}/{e.Asked} hộ được hỏi, trong {e.Households} hộ{Contents(e)}",
        RecognitionGranted e => $"Công nhận đạt chuẩn năm {e.Year}",
        TitleVoted e => $"Hồ sơ {e.Dossier}: {StepKinds.Of(e).InVietnamese()}, {e.Votes.For} thuận, {e.Votes.Against} chống, {e.Votes.Present}/{e.Votes.Members} có mặt",
        TitleReturned e => $"Hồ sơ {e.Dossier}: {StepKinds.Of(e).InVietnamese()}: {string.Join("; ", e.Returned.Reasons)}",
        DossierStep e => $"Hồ sơ {e.Dossier}: {StepKinds.Of(e).InVietnamese()}",
        EntryRetracted { ReplacedBy: null } e => $"Rút lại: {e.Reason}",
        EntryRetracted e => $"Đính chính: {e.Reason}",
        _ => EntryTypes.Of(entry).Name,
    };

    private static string Contents(SatisfactionSurveyed survey) => survey.Contents is { Count: > 0 } contents
        ? $"; {string.Join("; ", contents.Select(content => $"{content.Name} {content.Satisfied}/{content.Asked}"))}"
        : "";

    private static string OfUnit(UnitEntry entry) => entry switch
    {
        UnitEstablished e => $"Thành lập {Level(e.Level)} {e.Name}",
        UnitRenamed e => $"Đổi tên thành {e.Name}",
        UnitRecoded e => $"Đổi mã thành {e.Code}",
        UnitReparented e => $"Chuyển về {e.Parent}",
        UnitLevelChanged e => $"Đổi cấp thành {Level(e.Level)}",
        UnitsMerged e => $"Sáp nhập {Units(e.From)} vào {e.Unit}",
        UnitDissolved { Successors: { Count: > 0 } successors } => $"Giải thể, chuyển vào {Units(successors)}",
        UnitDissolved => "Giải thể",
        _ => EntryTypes.Of(entry).Name,
    };

    private static string Level(UnitLevel level) => Words.LevelBeforeName(level).ToLowerInvariant();

    private static string Units(IEnumerable<UnitId> units) => string.Join(", ", units);

    private static string Kind(TargetKind kind) => kind == TargetKind.Attain ? "phấn đấu đạt" : "duy trì";

    private static string Measured(MeasuredValue value) =>
        value.Number is { } number ? number.ToString("0.############", CultureInfo.GetCultureInfo("vi-VN")) : value.YesNo == true ? "có" : "không";

    private static string Measure(string? unit) => unit is null ? "" : $" {unit}";
}
