using Ntm.Domain.Access;

namespace Ntm.Host.Pages;

/// <summary>Roles and offices in the words of the field (docs/glossary.md).</summary>
internal static class AccessWords
{
    internal static string Of(Role role, Wording say = default) => role switch
    {
        Role.CommuneOfficer => say["Cán bộ xã", "Commune officer"],
        Role.CriterionOffice => say["Cơ quan phụ trách tiêu chí", "Office of a criterion"],
        Role.CoordinationOffice => say["Văn phòng điều phối", "Coordination office"],
        Role.VerificationTeam => say["Đoàn thẩm tra", "Verification team"],
        Role.AppraisalTeam => say["Đoàn thẩm định", "Appraisal team"],
        Role.Auditor => say["Kiểm toán, thanh tra", "Auditor"],
        Role.Administrator => say["Quản trị", "Administrator"],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "has no word"),
    };

    /// <summary>As the office calls itself; else its role, and its area in any case.</summary>
    internal static string Of(Office office, Wording say = default)
    {
        var criteria = office.Criteria.Count == 0 ? "" : $" ({say["tiêu chí", "criteria"]} {string.Join(", ", office.Criteria)})";
        return $"{(office.Name is { } name ? say.Quote(name) : Of(office.Role, say))}{criteria}, {(office.Area is { } area ? area.Value : say["toàn bộ sổ", "the whole record"])}";
    }
}
