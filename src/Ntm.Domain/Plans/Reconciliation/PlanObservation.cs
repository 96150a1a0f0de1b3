using Ntm.Domain.Criteria;
using Ntm.Domain.Interchange;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>What holding a plan against itself shows: something found, or something that agrees.</summary>
/// <param name="Rule">The code of the rule that saw it.</param>
/// <param name="Unit">The unit it speaks of; null where it is several or none.</param>
/// <param name="Quotes">The plan's own words, verbatim, each once, in the plan's order.</param>
public abstract record PlanObservation(string Rule, UnitId? Unit, int? Criterion, BilingualText Message, IReadOnlyList<string> Quotes);

/// <summary>Something a careful reader stumbles over.</summary>
public sealed record PlanFinding(
    string Rule, PlanSeverity Severity, UnitId? Unit, int? Criterion, BilingualText Message, IReadOnlyList<string> Quotes)
    : PlanObservation(Rule, Unit, Criterion, Message, Quotes);

/// <summary>Something that could have disagreed and does not.</summary>
public sealed record PlanAgreement(string Rule, UnitId? Unit, int? Criterion, BilingualText Message, IReadOnlyList<string> Quotes)
    : PlanObservation(Rule, Unit, Criterion, Message, Quotes);

public enum PlanSeverity
{
    /// <summary>Mâu thuẫn: the plan's words cannot all hold.</summary>
    Contradiction,

    /// <summary>Nghi vấn: the words can be read in two ways, or there is nothing to hold them against.</summary>
    Doubt,

    /// <summary>Lưu ý: a defect of form.</summary>
    Notice,
}

public static class PlanSeverities
{
    public static WireNames<PlanSeverity> Names { get; } = new(
        ("contradiction", PlanSeverity.Contradiction), ("doubt", PlanSeverity.Doubt), ("notice", PlanSeverity.Notice));
}
