using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Dossiers.Rules;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>Answers what a dossier can do next on a day, and what stands against it.</summary>
public static class OpenStepReading
{
    /// <summary>The steps that come next; also of a dossier that has not begun.</summary>
    public static IReadOnlyList<OpenStepRow> Next(RecordIndex index, DossierName name, DateOnly on, long knownAt, CriteriaCatalog catalog) =>
        [.. NextSteps.Of(name, StepsOf(index, name, knownAt), on, knownAt, FactsOf(index, name, knownAt, catalog)).Select(step => RowOf(step, on))];

    /// <summary>Any step, whether it comes next or not.</summary>
    public static OpenStepRow Look(RecordIndex index, DossierName name, StepKind kind, DateOnly on, long knownAt, CriteriaCatalog catalog) =>
        RowOf(NextSteps.Look(kind, name, StepsOf(index, name, knownAt), on, knownAt, FactsOf(index, name, knownAt, catalog)), on);

    /// <summary>The debt declared last; null where none was.</summary>
    public static DebtRow? DebtOn(RecordIndex index, UnitId unit, DateOnly on, long knownAt) =>
        Fold.Winner(index.Register.DossiersOf(unit).Debts, on, knownAt) is { } debt ? new DebtRow(debt.Entry, debt.EffectiveOn, debt.Value.Amount) : null;

    /// <summary>The last survey; null where there was none.</summary>
    public static SurveyRow? SurveyBy(RecordIndex index, UnitId unit, DateOnly on, long knownAt) =>
        Fold.Winner(index.Register.DossiersOf(unit).Surveys, on, knownAt) is { Value: var said } survey
            ? new SurveyRow(survey.Entry, survey.EffectiveOn, said.Households, said.Asked, said.Satisfied)
            : null;

    private static List<Fact<DossierStep>> StepsOf(RecordIndex index, DossierName name, long knownAt) =>
        [.. index.Register.DossiersOf(name.Unit).Of(name.Dossier).Where(step => step.StandsAt(knownAt))];

    private static StepFacts FactsOf(RecordIndex index, DossierName name, long knownAt, CriteriaCatalog catalog) =>
        new(index.Register, catalog, name.Unit, knownAt, TitleGrounds.At(index, knownAt));

    private static OpenStepRow RowOf(OpenStep step, DateOnly on) => new(
        StepKinds.Names.NameOf(step.Kind), step.Regime?.Find(step.Kind)?.ByOn(on) is { } by ? OfficeLevels.Names.NameOf(by) : null, step.Regime?.Document.Number,
        step.IsOpen,
        [
            .. step.Conditions.Select(condition => new ConditionRow(
                condition.Rule.Code, condition.Rule.Demand.Vietnamese, condition.Rule.Demand.English, condition.Against.IsEmpty,
                condition.Against.Any(irregularity => irregularity.Refuses), IrregularityRow.Of(condition.Against))),
        ]);
}
