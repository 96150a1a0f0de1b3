using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>What speaks against a step.</summary>
public enum IrregularityKind
{
    /// <summary>What the record says breaks the rule.</summary>
    Broken,

    /// <summary>The record does not say what the rule asks for; nobody knows from it whether the rule was kept.</summary>
    NotShown,
}

public static class IrregularityKinds
{
    public static WireNames<IrregularityKind> Names { get; } = new(("broken", IrregularityKind.Broken), ("not_shown", IrregularityKind.NotShown));
}

/// <summary>A rule that a step breaks, or of which the record does not show that it was kept.</summary>
/// <param name="Code">The rule's.</param>
/// <param name="Citation">Where the rule stands; null for one that follows from the matter itself.</param>
/// <param name="IsSourced">A page at hand states the rule or its number; otherwise it is from general knowledge.</param>
/// <param name="Refuses">A step prepared in the system is not taken with it. What rests on a number nobody has sourced is only told.</param>
public sealed record Irregularity(string Code, IrregularityKind Kind, BilingualText Message, string? Citation, bool IsSourced, bool Refuses)
{
    /// <summary>The criteria it speaks of.</summary>
    public ImmutableArray<CriterionGrounds> Criteria { get; init; } = [];
}
