using System.Collections.Immutable;
using Ntm.Domain.Folding;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>A step and all it is held against.</summary>
/// <param name="Before">What the steps before it had come to: those of earlier days, and of its own day those recorded before.</param>
/// <param name="Later">Steps of the same dossier that come after it, in order.</param>
/// <param name="Regime">Of the step's day; null where none is at hand.</param>
/// <param name="Today">Where the step is prepared: it cannot be taken tomorrow. Null for a fact.</param>
public sealed record JudgedStep(
    DossierStep Entry, DossierState Before, ImmutableArray<Fact<DossierStep>> Later, Regime? Regime, StepFacts Facts, DateOnly? Today)
{
    public StepKind Kind { get; } = StepKinds.Of(Entry);

    public DateOnly On => Entry.EffectiveOn;

    /// <summary>The last step of a kind before this one; null where there is none.</summary>
    internal Fact<DossierStep>? Last(StepKind kind) => Before.Steps.LastOrDefault(step => StepKinds.Of(step.Value) == kind);

    /// <param name="steps">Of the same dossier, on both clocks; this one may be among them.</param>
    /// <param name="sequence">Its own, or what it would have.</param>
    public static JudgedStep Of(
        DossierStep entry, long sequence, IEnumerable<Fact<DossierStep>> steps, long knownAt, StepFacts facts, DateOnly? today = null)
    {
        var standing = steps.Where(step => step.StandsAt(knownAt) && step.Sequence != sequence)
            .OrderBy(step => step.EffectiveOn).ThenBy(step => step.Sequence)
            .ToLookup(step => step.EffectiveOn < entry.EffectiveOn || (step.EffectiveOn == entry.EffectiveOn && step.Sequence < sequence));
        return new JudgedStep(entry, DossierState.Fold(standing[true]), [.. standing[false]], Regimes.On(entry.EffectiveOn), facts, today);
    }
}
