using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Dossiers.Rules;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>Answers which titles a unit has, how it came by them, and whether they still rest on what they rested on.</summary>
public static class TitlesReading
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static TitlesAnswer? Answer(RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        if (index.Register.Find(unit) is not { } history || !history.IsKnownAt(knownAt))
            return null;

        var merger = MergerOf(index, unit, on, knownAt);
        var dossiers = DossiersOf(index, unit, on, knownAt).ToList();
        var titles = dossiers.SelectMany(dossier => TitlesOf(index, dossier.Steps, dossier.State, merger, on, knownAt, catalog))
            .OrderBy(title => title.Decision.EffectiveOn).ThenBy(title => title.Decision.Sequence).ToList();
        var end = history.EndBy(on, knownAt);
        return new TitlesAnswer(
            unit.Value, history.NameOn(on, knownAt), history.LivesOn(on, knownAt), end?.EffectiveOn,
            end is null ? null : [.. end.Value.Select(successor => successor.Value)], on, KnownAt.Of(index, knownAt),
            StandingOf(titles, merger), merger, titles,
            [.. dossiers.Where(dossier => !dossier.State.Steps.IsEmpty).Select(dossier => RowOf(dossier.Name, dossier.State))]);
    }

    /// <summary>Everything that speaks against a step, by what is known at a sequence.</summary>
    internal static IReadOnlyList<Irregularity> Judge(RecordIndex index, Fact<DossierStep> step, long knownAt, CriteriaCatalog catalog)
    {
        var facts = new StepFacts(index.Register, catalog, step.Value.Unit, knownAt, TitleGrounds.At(index, knownAt));
        return DossierRules.Judge(JudgedStep.Of(step.Value, step.Sequence, index.Register.DossiersOf(step.Value.Unit).Of(step.Value.Dossier), knownAt, facts));
    }

    internal static DecisionRow DecisionOf(RecordIndex index, Fact<DossierStep> step) => new(
        step.Entry, EntryTypes.Of(step.Value).Name, step.EffectiveOn, step.Sequence, RecordTime.Format(index.RecordedAt(step.Sequence)!.Value),
        DocumentCited.Of(step.Value.Basis));

    internal static DossierRow RowOf(string dossier, DossierState state) => new(
        dossier, TitleLevels.Names.NameOf(state.Steps[0].Value.Title), state.Steps[0].Value.Year, DossierStages.Names.NameOf(state.Stage), state.Returns);

    internal static IEnumerable<(string Name, IReadOnlyList<Fact<DossierStep>> Steps, DossierState State)> DossiersOf(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt) =>
        index.Register.DossiersOf(unit).Steps.Where(step => step.StandsAt(knownAt)).GroupBy(step => step.Value.Dossier)
            .OrderBy(steps => steps.Key, StringComparer.Ordinal)
            .Select(steps => (steps.Key, (IReadOnlyList<Fact<DossierStep>>)[.. steps], DossierState.Fold(steps, on, knownAt)));

    internal static string StandingOf(DossierState state, DateOnly decidedOn, DateOnly? mergedOn) => state.Stage switch
    {
        DossierStage.Revoked => "revoked",
        DossierStage.Annulled => "annulled",
        _ => decidedOn < mergedOn ? "undetermined" : "held",
    };

    private static TitleMerger? MergerOf(RecordIndex index, UnitId unit, DateOnly on, long knownAt)
    {
        var parts = TitleParts.Of(index.Register, unit, on, knownAt);
        return parts.Count == 0 ? null : new TitleMerger(parts.Max(part => part.EndedOn),
        [
            .. parts.Select(part => new TitlePart(
                part.Unit.Unit.Value, part.Unit.NameOn(part.EndedOn, knownAt), part.EndedOn,
                [.. TitleParts.HeldOn(index.Register, part.Unit.Unit, part.EndedOn, knownAt).Select(held => TitleLevels.Names.NameOf(held.Title))])),
        ]);
    }

    // Without a title anywhere there is none to be undetermined about.
    private static string StandingOf(List<TitleRow> titles, TitleMerger? merger) =>
        titles.Exists(title => title.Standing == "held") ? "held"
        : titles.Exists(title => title.Standing == "undetermined") || merger?.Parts.Any(part => part.Titles.Count > 0) == true ? "undetermined"
        : "none";

    private static IEnumerable<TitleRow> TitlesOf(
        RecordIndex index, IReadOnlyList<Fact<DossierStep>> steps, DossierState state, TitleMerger? merger, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        // An annulled decision is no step of the state any more, and is told all the same.
        var annulment = steps.FirstOrDefault(step => step.Value is DecisionAnnulled && step.EffectiveOn <= on && state.Stage == DossierStage.Annulled);
        var decision = state.Recognition ?? (annulment is { Value: DecisionAnnulled { Decision: var annulled } } ? steps.FirstOrDefault(step => step.Entry == annulled) : null);
        if (decision is null)
            yield break;
        var standing = StandingOf(state, decision.EffectiveOn, merger?.On);
        yield return new TitleRow(
            TitleLevels.Names.NameOf(decision.Value.Title), decision.Value.Dossier, decision.Value.Year, standing, DecisionOf(index, decision),
            state.Announcement?.EffectiveOn,
            (standing == "annulled" ? annulment : state.Revocation) is { } endedBy ? DecisionOf(index, endedBy) : null,
            IrregularityRow.Of(Judge(index, decision, knownAt, catalog)),
            standing == "annulled" ? null : StaleDecisions.Of(index, decision, knownAt, catalog),
            standing is "held" or "undetermined" ? AfterTitleReading.Read(index, decision, on, knownAt, catalog) : null);
    }
}
