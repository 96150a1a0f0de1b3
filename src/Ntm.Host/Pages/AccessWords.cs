using Ntm.Domain.Access;

namespace Ntm.Host.Pages;

/// <summary>Roles and offices in the words of the field (docs/glossary.md).</summary>
internal static class AccessWords
{
    internal static string Of(Role role) => role switch
    {
        Role.CommuneOfficer => "Cán bộ xã",
        Role.CriterionOffice => "Cơ quan phụ trách tiêu chí",
        Role.CoordinationOffice => "Văn phòng điều phối",
        Role.VerificationTeam => "Đoàn thẩm tra",
        Role.AppraisalTeam => "Đoàn thẩm định",
        Role.Auditor => "Kiểm toán, thanh tra",
        Role.Administrator => "Quản trị",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "has no word"),
    };

    /// <summary>As the office calls itself; else its role, and its area in any case.</summary>
    internal static string Of(Office office)
    {
        var criteria = office.Criteria.Count == 0 ? "" : $" (tiêu chí {string.Join(", ", office.Criteria)})";
        return $"{office.Name ?? Of(office.Role)}{criteria}, {(office.Area is { } area ? area.Value : "toàn bộ sổ")}";
    }
}
