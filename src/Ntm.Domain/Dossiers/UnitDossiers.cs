using System.Collections.Immutable;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>What the rules on titles need of one unit beside its findings, on both clocks: steps of its dossiers, debt, surveys. Immutable.</summary>
public sealed record UnitDossiers
{
    public static UnitDossiers None { get; } = new();

    /// <summary>Of every dossier, in record order.</summary>
    public ImmutableArray<Fact<DossierStep>> Steps { get; private init; } = [];

    public ImmutableArray<Fact<DebtDeclared>> Debts { get; private init; } = [];

    public ImmutableArray<Fact<SatisfactionSurveyed>> Surveys { get; private init; } = [];

    /// <summary>The dossiers of which anything stands at that sequence, ordinal.</summary>
    public IEnumerable<string> DossiersAt(long knownAt) =>
        Steps.Where(step => step.StandsAt(knownAt)).Select(step => step.Value.Dossier).Distinct().Order(StringComparer.Ordinal);

    public IEnumerable<Fact<DossierStep>> Of(string dossier) => Steps.Where(step => step.Value.Dossier == dossier);

    internal UnitDossiers With(DatedEntry entry, Guid id, long sequence) => entry switch
    {
        DossierStep step => this with { Steps = Steps.Add(new(id, sequence, step.EffectiveOn, step)) },
        DebtDeclared debt => this with { Debts = Debts.Add(new(id, sequence, debt.EffectiveOn, debt)) },
        SatisfactionSurveyed survey => this with { Surveys = Surveys.Add(new(id, sequence, survey.EffectiveOn, survey)) },
        _ => this,
    };

    internal UnitDossiers Strike(Guid entry, long sequence) => this with
    {
        Steps = Fold.Strike(Steps, entry, sequence),
        Debts = Fold.Strike(Debts, entry, sequence),
        Surveys = Fold.Strike(Surveys, entry, sequence),
    };
}
