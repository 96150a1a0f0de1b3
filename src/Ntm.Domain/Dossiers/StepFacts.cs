using Ntm.Domain.Criteria;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;

namespace Ntm.Domain.Dossiers;

/// <summary>What is known at a sequence of the unit a step is about.</summary>
/// <param name="grounds">Null where no findings are at hand: what rests on them is then not judged.</param>
public sealed class StepFacts(Register register, CriteriaCatalog catalog, UnitId unit, long knownAt, GroundsOf? grounds)
{
    public CriteriaCatalog Catalog => catalog;

    internal bool HasFindings => grounds is not null;

    internal IReadOnlyList<CriterionGrounds> Grounds(CriteriaSet set, DateOnly on) => grounds!(unit, set, on);

    /// <summary>The debt declared last; null where none was.</summary>
    internal Fact<DebtDeclared>? DebtOn(DateOnly on) => Fold.Winner(register.DossiersOf(unit).Debts, on, knownAt);

    /// <summary>The last survey between two days, both included.</summary>
    internal Fact<SatisfactionSurveyed>? SurveyBetween(DateOnly from, DateOnly to) =>
        Fold.Winner(register.DossiersOf(unit).Surveys, to, knownAt) is { } survey && survey.EffectiveOn >= from ? survey : null;

    /// <summary>The unit whose dossier it was first said to be.</summary>
    internal UnitId? UnitOf(string dossier) => register.DossierUnits.TryGetValue(dossier, out var first) ? first : null;

    /// <summary>The units this one was made from by that day, each with the day it ended; ordinal order.</summary>
    internal IReadOnlyList<(UnitHistory Unit, DateOnly EndedOn)> PartsOn(DateOnly on) => TitleParts.Of(register, unit, on, knownAt);

    internal bool HeldTitle(UnitId part, TitleLevel title, DateOnly on) => TitleParts.HeldOn(register, part, on, knownAt).Any(held => held.Title >= title);
}
