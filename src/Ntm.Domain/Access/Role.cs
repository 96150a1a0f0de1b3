using System.Text.Json.Serialization;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Access;

/// <summary>What an office is there for. A person acts in one office at a time (docs/reference/access.md).</summary>
[JsonConverter(typeof(RoleJsonConverter))]
public enum Role
{
    /// <summary>Cán bộ xã: the commune's own word, its debt, its remedies.</summary>
    CommuneOfficer,

    /// <summary>Cơ quan phụ trách tiêu chí: some criteria in an area.</summary>
    CriterionOffice,

    /// <summary>Văn phòng điều phối: units, plans, targets and what reaches it on paper.</summary>
    CoordinationOffice,

    /// <summary>Đoàn thẩm tra: verification, by the district.</summary>
    VerificationTeam,

    /// <summary>Đoàn thẩm định: appraisal, by the province.</summary>
    AppraisalTeam,

    /// <summary>Kiểm toán, thanh tra: reads everything of its area and records what it finds itself.</summary>
    Auditor,

    /// <summary>Quản trị: accounts, and no facts.</summary>
    Administrator,
}

public static class Roles
{
    public static WireNames<Role> Names { get; } = new(
        ("commune_officer", Role.CommuneOfficer),
        ("criterion_office", Role.CriterionOffice),
        ("coordination_office", Role.CoordinationOffice),
        ("verification_team", Role.VerificationTeam),
        ("appraisal_team", Role.AppraisalTeam),
        ("auditor", Role.Auditor),
        ("administrator", Role.Administrator));
}

internal sealed class RoleJsonConverter() : WireNameJsonConverter<Role>(Roles.Names);
