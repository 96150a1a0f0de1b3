using Ntm.Domain.Units;

namespace Ntm.Domain.Access;

/// <summary>A role in an area: what somebody acts as. It is written beside every entry and stays there, whoever holds the office later.</summary>
/// <param name="Area">The unit whose ground it covers, itself and all below it; null for the whole record.</param>
/// <param name="Criteria">The criteria a criterion office is in charge of; empty for all, and for every other role.</param>
/// <param name="Name">As the office calls itself, such as <c>Phòng Nông nghiệp huyện Văn Quan</c>; never a person.</param>
public sealed record Office(Role Role, UnitId? Area, IReadOnlyList<int> Criteria, string? Name)
{
    public Office(Role role, UnitId? area) : this(role, area, [], null)
    {
    }

    /// <summary>The same office whoever holds it and whatever it calls itself: role and area.</summary>
    public bool IsSameAs(Office other) => Role == other.Role && Area == other.Area;
}

/// <summary>Who recorded an entry: the account, and the office it acted in.</summary>
/// <param name="Office">Null for what was recorded while the host had no accounts, or by another program.</param>
public sealed record RecordedBy(string? Actor, Office? Office);
