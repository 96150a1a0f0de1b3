using System.Collections.Immutable;
using Ntm.Domain.Criteria;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>One rule on the steps of a dossier; docs/reference/dossier-rules.md explains each.</summary>
/// <param name="Code"><c>dossier.reason</c>: of the irregularity, and of the refusal of a prepared step. Frozen once released.</param>
/// <param name="Steps">The steps it speaks of; empty for every one.</param>
/// <param name="Demand">What it asks for.</param>
/// <param name="Check">Pure; the same step gives the same irregularities in the same order.</param>
public sealed record DossierRule(
    string Code, ImmutableArray<StepKind> Steps, BilingualText Demand, Func<DossierRule, JudgedStep, IEnumerable<Irregularity>> Check)
{
    /// <summary>Where the rule stands, where that is not the regime's own document.</summary>
    public string? Document { get; init; }

    /// <summary>It is one of the conditions of a recognition, which stand in an article of their own.</summary>
    public bool IsCondition { get; init; }

    internal bool SpeaksOf(StepKind kind) => Steps.IsEmpty || Steps.Contains(kind);

    /// <summary>It cannot be so, or the order of the steps forbids it: refused whatever is sourced.</summary>
    internal Irregularity Broken(JudgedStep step, BilingualText message, bool isSourced = true) =>
        new(Code, IrregularityKind.Broken, message, CitationFor(step), isSourced, Refuses: true);

    /// <summary>A number is not met: refused only where somebody has sourced the number.</summary>
    internal Irregularity Broken(JudgedStep step, BilingualText message, RegimeParameter parameter) =>
        new(Code, IrregularityKind.Broken, message, CitationFor(step), parameter.IsSourced, parameter.IsSourced);

    internal Irregularity NotShown(JudgedStep step, BilingualText message, bool isSourced = true) =>
        new(Code, IrregularityKind.NotShown, message, CitationFor(step), isSourced, Refuses: true);

    /// <summary>Nothing shows that a number is met: refused only where somebody has sourced the number.</summary>
    internal Irregularity NotShown(JudgedStep step, BilingualText message, RegimeParameter parameter) =>
        new(Code, IrregularityKind.NotShown, message, CitationFor(step), parameter.IsSourced, parameter.IsSourced);

    private string? CitationFor(JudgedStep step) => Document ?? (IsCondition ? step.Regime?.Conditions : step.Regime?.Document.Number);
}
