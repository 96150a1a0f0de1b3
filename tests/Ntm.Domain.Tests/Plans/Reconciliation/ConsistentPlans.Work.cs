using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

internal static partial class ConsistentPlans
{
    private static IEnumerable<PlanStatement> Duties(Facts facts)
    {
        yield return new DutyStated { Id = "duty-1", Text = "xã đã đạt chuẩn xây dựng 01 khu dân cư", Place = "I.1", Duty = "model-area", Cohorts = ["recognised"], Each = 1 };
        yield return new DutyStated { Id = "duty-2", Text = "mỗi xã đã đạt chuẩn 01 khu dân cư", Place = "II.3", Duty = "model-area", Cohorts = ["recognised"], Each = 1 };
        yield return new IndicatorStated
        {
            Id = "trained", Text = "tỷ lệ lao động qua đào tạo từ 25%", Place = "II.3", Measures = "trained", Value = 25, OrMore = true, UnitOfMeasure = "%", Of = "lao động",
        };
        yield return new IndicatorStated
        {
            Id = "poverty", Text = "giảm hộ nghèo 3 điểm phần trăm", Place = "II.3", Measures = "poverty", Value = 3, UnitOfMeasure = "điểm phần trăm", IsChange = true,
        };
        yield return Task("1", $"Xây dựng kế hoạch năm {facts.Year}", "Tháng 3", TaskPurpose.Work) with { Year = facts.Year };
        yield return Task("2", "Kiểm tra các xã điểm", "Tháng 3, 6, 9, 11", TaskPurpose.Inspection) with { Cohort = "pilot" };
        yield return Task("3", "Đôn đốc các xã điểm", "mỗi quý một lần", TaskPurpose.Inspection) with { Cohort = "pilot" };
        yield return Task("4", "Báo cáo", "hàng tháng", TaskPurpose.Report);
        yield return Task("5", "Hội nghị tổng kết", $"Tháng 01/{facts.Year + 1}", TaskPurpose.Meeting);
        yield return Task("6", "Tập huấn", "Quý II", TaskPurpose.Work);
    }

    private static TaskAssigned Task(string number, string text, string time, TaskPurpose purpose) => new()
    {
        Id = $"task-{number}", Text = text, Place = $"Biểu 2, {number}", Number = number, Implements = "Văn phòng Điều phối", Coordinates = "Các cơ quan liên quan",
        Time = time, Purpose = purpose,
    };

    private static IEnumerable<PlanStatement> Papers(Facts facts)
    {
        foreach (var (number, title) in new[] { ("I", "MỤC TIÊU"), ("II", "NHIỆM VỤ"), ("III", "TỔ CHỨC THỰC HIỆN"), ("IV", "KINH PHÍ") })
            yield return new SectionHeaded { Id = $"part-{number}", Text = $"{number}. {title}", Place = number, Number = number };
        foreach (var form in new[] { 1, 2 })
        {
            yield return new AttachmentMentioned { Id = $"cites-form-{form}", Text = $"(có Biểu {form} kèm theo)", Place = "I.2", Attachment = $"form-{form}", IsPresent = false };
            yield return new AttachmentMentioned { Id = $"form-{form}-heading", Text = $"Biểu {form}", Place = $"Biểu {form}", Attachment = $"form-{form}", IsPresent = true };
        }

        var day = new DateOnly(facts.Year - 1, 6, 1);
        yield return Cited("cites-1", "Căn cứ", $"80/{day.Year}/NQ-HĐND", day, "Hội đồng nhân dân tỉnh");
        yield return Cited("cites-2", "II.1", $"80/{day.Year}/NQ-HĐND", day, "HĐND tỉnh Lạng Sơn");
        yield return Cited("cites-3", "II.1", "1600/QĐ-TTg", new DateOnly(2016, 8, 16), "Thủ tướng Chính phủ");
        yield return Cited("cites-4", "II.1", "26-NQ/TW", new DateOnly(2008, 8, 5), null);
        yield return new RemarkStated { Id = "remark", Text = $"kế hoạch năm {facts.Year}", Place = "III", Year = facts.Year };
    }

    private static DocumentCited Cited(string id, string place, string number, DateOnly day, string? issuer) =>
        new() { Id = id, Text = $"{number} ngày {day:dd/MM/yyyy} ({place})", Place = place, Number = number, Date = day, Issuer = issuer };
}
