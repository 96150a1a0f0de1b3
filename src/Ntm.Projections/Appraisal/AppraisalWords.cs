using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Titles;

namespace Ntm.Projections.Appraisal;

/// <summary>The words of a sheet (docs/glossary.md), the same in every form of it.</summary>
internal static class AppraisalWords
{
    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The Vietnamese day an entry was recorded on.</summary>
    internal static DateOnly RecordDay(string recordedAt) =>
        VietnamCalendar.DayOf(DateTimeOffset.Parse(recordedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    internal static string Status(string name) => FindingStatuses.Names.TryParse(name, out var status) ? status switch
    {
        FindingStatus.Attained => "Đạt",
        FindingStatus.NotAttained => "Chưa đạt",
        FindingStatus.Lost => "Mất",
        FindingStatus.BasicallyMet => "Cơ bản đạt",
        FindingStatus.NotApplicable => "Không xét",
        FindingStatus.Unassessed => "Chưa đánh giá",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "has no word"),
    } : name;

    internal static string Assessor(string name) => Assessors.Names.TryParse(name, out var assessor) ? assessor switch
    {
        Domain.Findings.Assessor.Commune => "Xã",
        Domain.Findings.Assessor.District => "Huyện",
        Domain.Findings.Assessor.Province => "Tỉnh",
        Domain.Findings.Assessor.Inspection => "Kiểm tra",
        Domain.Findings.Assessor.Audit => "Kiểm toán",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "has no word"),
    } : name;

    internal static string Level(string? name) => UnitLevels.Names.TryParse(name, out var level) ? level switch
    {
        UnitLevel.Province => "Tỉnh",
        UnitLevel.District => "Huyện",
        UnitLevel.Commune => "Xã",
        UnitLevel.Township => "Thị trấn",
        UnitLevel.Ward => "Phường",
        UnitLevel.SpecialZone => "Đặc khu",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "has no word"),
    } : "";

    internal static string Title(string name) => TitleLevels.Names.TryParse(name, out var title) ? title switch
    {
        TitleLevel.Ntm => "Nông thôn mới",
        TitleLevel.Advanced => "Nông thôn mới nâng cao",
        TitleLevel.Model => "Nông thôn mới kiểu mẫu",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "has no word"),
    } : name;

    internal static string Standing(string standing) => standing switch
    {
        "held" => "đang giữ",
        "undetermined" => "chưa xác định sau sáp nhập",
        "revoked" => "đã thu hồi",
        "annulled" => "quyết định đã bị bãi bỏ",
        _ => "không có",
    };

    internal static string Step(string name) => StepKinds.Names.TryParse(name, out var step) ? step.InVietnamese() : name;

    internal static string Irregularity(string kind) => kind == "broken" ? "Sai quy định" : "Sổ chưa chứng tỏ";

    internal static string Named(string unit, string? name, string? level) => $"{Level(level)} {name ?? unit}".TrimStart();

    internal static string? Document(DocumentCited? document) =>
        document is null ? null : $"{document.Number}, {Day(document.Date)}, {document.Issuer}";

    /// <summary>As the office calls itself; else its role, and its area in any case.</summary>
    internal static string? Office(OfficeShown? office) =>
        office is null ? null : $"{office.Office ?? RoleOf(office.Role)}, {office.Area ?? "toàn bộ sổ"}";

    private static string RoleOf(string name) => Roles.Names.TryParse(name, out var role) ? role switch
    {
        Role.CommuneOfficer => "Cán bộ xã",
        Role.CriterionOffice => "Cơ quan phụ trách tiêu chí",
        Role.CoordinationOffice => "Văn phòng điều phối",
        Role.VerificationTeam => "Đoàn thẩm tra",
        Role.AppraisalTeam => "Đoàn thẩm định",
        Role.Auditor => "Kiểm toán, thanh tra",
        Role.Administrator => "Quản trị",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "has no word"),
    } : name;
}
