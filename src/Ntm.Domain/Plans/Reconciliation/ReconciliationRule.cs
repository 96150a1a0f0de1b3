using Ntm.Domain.Criteria;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>One way in which a plan can be held against itself; docs/reference/plan-rules.md explains each.</summary>
/// <param name="Code">Frozen once released.</param>
/// <param name="Check">Pure; the same plan gives the same observations in the same order.</param>
public sealed record ReconciliationRule(string Code, BilingualText Title, Func<StatedPlan, IEnumerable<PlanObservation>> Check)
{
    internal PlanFinding Contradiction(BilingualText message, IReadOnlyList<string> quotes, UnitId? unit = null, int? criterion = null) =>
        new(Code, PlanSeverity.Contradiction, unit, criterion, message, quotes);

    internal PlanFinding Doubt(BilingualText message, IReadOnlyList<string> quotes, UnitId? unit = null, int? criterion = null) =>
        new(Code, PlanSeverity.Doubt, unit, criterion, message, quotes);

    internal PlanFinding Notice(BilingualText message, IReadOnlyList<string> quotes, UnitId? unit = null, int? criterion = null) =>
        new(Code, PlanSeverity.Notice, unit, criterion, message, quotes);

    internal PlanAgreement Agreement(BilingualText message, IReadOnlyList<string> quotes, UnitId? unit = null, int? criterion = null) =>
        new(Code, unit, criterion, message, quotes);
}
