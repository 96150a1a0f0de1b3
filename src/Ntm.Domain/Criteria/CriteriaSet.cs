using System.Collections.Immutable;
using Ntm.Domain.Entries;

namespace Ntm.Domain.Criteria;

/// <summary>A national criteria set: data of the program, never an entry. In force from <see cref="From"/> to <see cref="To"/>, both days included.</summary>
public sealed record CriteriaSet(
    SetId Id, string Version, BilingualText Title, DocumentReference Decision, DateOnly From, DateOnly To,
    IReadOnlyList<CriteriaGroup> Groups, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>
    /// The criteria of which one must be lost for a title to fall before half of them are (18/2022/QĐ-TTg); empty for a set by which nothing
    /// is revoked.
    /// </summary>
    public ImmutableArray<int> RevocationCore { get; init; } = [];

    public bool IsInForceOn(DateOnly day) => From <= day && day <= To;
}

public sealed record CriteriaGroup(string Id, BilingualText Name);

/// <summary>Tiêu chí: numbered from 1 without gaps.</summary>
public sealed record Criterion(int Number, string Group, BilingualText Name, IReadOnlyList<Indicator> Indicators);

/// <summary>Chỉ tiêu của tiêu chí. Its thresholds and how far they are sourced stand in the set's data file.</summary>
public sealed record Indicator(string Id, BilingualText Text, string? UnitOfMeasure);

public sealed record BilingualText(string Vietnamese, string English);
