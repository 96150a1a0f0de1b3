using Ntm.Domain.Criteria;
using Ntm.Domain.Plans;
using Ntm.Domain.Units;
using static Ntm.Domain.Time.VietnamCalendar;

namespace Ntm.Domain.Refusals;

/// <summary>Sentences for well-formed lines that a rule refuses.</summary>
public static class RuleRefusals
{
    public static Refusal UnitUnknown(UnitId unit, string field) => new(RefusalCodes.UnitUnknown, field,
        $"Chưa có đơn vị '{unit}' trong sổ. Hãy ghi việc thành lập (unit_established) trước.",
        $"The record knows no unit '{unit}'. Record its establishment (unit_established) first.");

    public static Refusal UnitExists(UnitId unit) => new(RefusalCodes.UnitExists, "unit",
        $"Đơn vị '{unit}' đã có. Định danh không bao giờ dùng lại; muốn sửa ngày hay tên, hãy đính chính mục ghi thành lập.",
        $"The unit '{unit}' exists already. An identity is never reused; to change a day or a name, correct the establishment.");

    public static Refusal UnitNotYet(UnitId unit, DateOnly established) => new(RefusalCodes.UnitNotYet, "effectiveOn",
        $"Đơn vị '{unit}' chỉ có từ ngày {Format(established)}; kết quả không thể có trước ngày đó.",
        $"The unit '{unit}' exists from {Format(established)} only; nothing can be found of it before.");

    public static Refusal FindingAfterEnd(UnitId unit, DateOnly ended) => new(RefusalCodes.UnitEnded, "effectiveOn",
        $"Đơn vị '{unit}' đã chấm dứt từ ngày {Format(ended)}; kết quả phải có ngày trước đó.",
        $"The unit '{unit}' ended on {Format(ended)}; a finding must be dated before that day.");

    public static Refusal UnitEndedTwice(UnitId unit, DateOnly ended, string field) => new(RefusalCodes.UnitEnded, field,
        $"Đơn vị '{unit}' đã được ghi là chấm dứt từ ngày {Format(ended)}. Hãy đính chính mục ghi đó nếu ngày sai.",
        $"The unit '{unit}' is recorded as ended on {Format(ended)}. Correct that entry if the day is wrong.");

    public static Refusal UnitHasChildren(UnitId unit, UnitId child, string field) => new(RefusalCodes.UnitHasChildren, field,
        $"Đơn vị '{unit}' còn là cấp trên của '{child}' vào ngày đó. Hãy chuyển hoặc chấm dứt đơn vị trực thuộc trước.",
        $"The unit '{unit}' is still the parent of '{child}' on that day. Move or end the units under it first.");

    public static Refusal UnitHasEntries(UnitId unit) => new(RefusalCodes.UnitHasEntries, "entry",
        $"Còn mục ghi khác dựa trên việc thành lập đơn vị '{unit}'. Hãy đính chính mục thành lập và giữ nguyên đơn vị.",
        $"Other entries rest on the establishment of '{unit}'. Correct the establishment instead, keeping its unit.");

    public static Refusal UnitParentCycle(UnitId unit, DateOnly on, string field) => new(RefusalCodes.UnitParentCycle, field,
        $"Vào ngày {Format(on)} đơn vị '{unit}' sẽ là cấp trên của chính nó.",
        $"On {Format(on)} the unit '{unit}' would stand above itself.");

    public static Refusal MergedIntoItself(UnitId unit) => new(RefusalCodes.MergerUnlawful, "from",
        $"Đơn vị '{unit}' không thể nhập vào chính nó.",
        $"The unit '{unit}' cannot be merged into itself.");

    public static Refusal MergedIntoNoLivingUnit(UnitId unit, DateOnly on) => new(RefusalCodes.MergerUnlawful, "unit",
        $"Đơn vị nhận sáp nhập '{unit}' không tồn tại vào ngày {Format(on)}.",
        $"The unit '{unit}' that shall take in the others does not exist on {Format(on)}.");

    public static Refusal SetUnknown(SetId set, string field) => new(RefusalCodes.SetUnknown, field,
        $"Không có bộ tiêu chí '{set}'.",
        $"There is no criteria set '{set}'.");

    public static Refusal CriterionUnknown(SetId set, int criterion, int criteria, string field) => new(RefusalCodes.CriterionUnknown, field,
        $"Bộ tiêu chí '{set}' có các tiêu chí từ 1 đến {criteria}; không có tiêu chí {criterion}.",
        $"The set '{set}' has criteria 1 to {criteria}; there is no criterion {criterion}.");

    public static Refusal PlanUnknown(PlanId plan) => new(RefusalCodes.PlanUnknown, "plan",
        $"Chưa có kế hoạch '{plan}' trong sổ. Hãy ghi việc ban hành (plan_issued) trước.",
        $"The record knows no plan '{plan}'. Record its issue (plan_issued) first.");

    public static Refusal InspectionUnknown(Guid named, UnitId unit, string field) => new(RefusalCodes.InspectionUnknown, field,
        $"Mục ghi {named:D} không phải là lịch hay lần kiểm tra còn giá trị của đơn vị '{unit}'.",
        $"The entry {named:D} is no standing schedule or inspection of the unit '{unit}'.");

    public static Refusal InspectionNotRemarked(Guid inspection, int criterion, string field) => new(RefusalCodes.InspectionNotRemarked, field,
        $"Lần kiểm tra {inspection:D} không có kết luận nào về tiêu chí {criterion}.",
        $"The inspection {inspection:D} remarked nothing on criterion {criterion}.");

    public static Refusal FindingInFuture(DateOnly effectiveOn, DateOnly today) => new(RefusalCodes.FindingInFuture, "effectiveOn",
        $"Ngày {Format(effectiveOn)} còn ở phía trước (hôm nay {Format(today)}). Điều dự kiến là chỉ tiêu (target_assigned), không phải kết quả.",
        $"{Format(effectiveOn)} lies ahead (today is {Format(today)}). What is planned is a target (target_assigned), not a finding.");

    public static Refusal EntryUnknown(Guid entry) => new(RefusalCodes.EntryUnknown, "entry",
        $"Không có mục ghi {entry:D} trong sổ.",
        $"The record has no entry {entry:D}.");

    public static Refusal EntryRetracted(Guid entry) => new(RefusalCodes.EntryRetracted, "entry",
        $"Mục ghi {entry:D} đã được rút lại rồi.",
        $"The entry {entry:D} has been retracted already.");

    public static Refusal EntryIsRetraction(Guid entry) => new(RefusalCodes.EntryIsRetraction, "entry",
        $"Mục ghi {entry:D} là một lần rút lại, không rút lại được. Hãy ghi lại điều đúng thành mục mới.",
        $"The entry {entry:D} is a retraction and cannot be retracted. Record what is right as a new entry.");

    public static Refusal EntryIsDecision(Guid entry) => new(RefusalCodes.EntryIsDecision, "entry",
        $"Mục ghi {entry:D} là một quyết định: chỉ có thể bãi bỏ hoặc đính chính (entry_corrected), không rút lại.",
        $"The entry {entry:D} is a decision: it can be annulled or corrected (entry_corrected), never retracted.");

    public static Refusal EntryOtherUnit(Guid entry, UnitId unit) => new(RefusalCodes.EntryOtherUnit, "unit",
        $"Mục ghi {entry:D} thuộc đơn vị '{unit}'; hãy nêu đúng đơn vị đó.",
        $"The entry {entry:D} is of the unit '{unit}'; name that unit.");

    public static Refusal EntryIdReused(Guid id) => new(RefusalCodes.EntryIdReused, "id",
        $"Mã {id:D} đã được dùng cho một mục ghi có nội dung khác. Mục mới cần mã mới.",
        $"The id {id:D} stands for an entry with other content. A new entry needs a new id.");
}
