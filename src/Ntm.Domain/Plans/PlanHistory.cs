using System.Collections.Immutable;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans;

/// <summary>The issues and revisions of one plan on both clocks. Immutable.</summary>
public sealed record PlanHistory(PlanId Plan)
{
    public ImmutableArray<Fact<PlanEntry>> Issues { get; init; } = [];

    /// <summary>Issued, on whatever day, and that not retracted. A revision alone makes no plan.</summary>
    public bool IsKnownAt(long knownAt) => IssueAt(knownAt) is not null;

    public Fact<PlanEntry>? IssueAt(long knownAt) => Fold.Winner(Issues, DateOnly.MaxValue, knownAt, said => said is PlanIssued);

    /// <summary>What the plan says: its last issue or revision, whatever the day; null where it was not issued.</summary>
    public Fact<PlanEntry>? StandingAt(long knownAt) => IsKnownAt(knownAt) ? Fold.Winner(Issues, DateOnly.MaxValue, knownAt) : null;

    /// <summary>Whether the plan was ever said to be of that unit.</summary>
    public bool IsOf(UnitId scope) => Issues.Any(issue => issue.Value.Scope == scope);
}
