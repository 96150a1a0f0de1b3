using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>What is known of a plan beside what it says.</summary>
/// <param name="Issued">The day of the document.</param>
/// <param name="Criteria">How many criteria the plan's set has.</param>
/// <param name="Communes">The communes of the scope on that day as the record knows them; none where it does not.</param>
/// <param name="NameOf">The record's name of a unit on that day; null where it has none.</param>
public sealed record PlanFrame(
    UnitId Scope, DateOnly Issued, DateOnly From, DateOnly To, int Criteria, IReadOnlyList<UnitId> Communes, Func<UnitId, string?> NameOf)
{
    internal bool IsOwnYear(int year) => From.Year <= year && year <= To.Year;
}
