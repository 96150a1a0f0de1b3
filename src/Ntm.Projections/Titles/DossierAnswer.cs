namespace Ntm.Projections.Titles;

/// <summary>One dossier, step by step, on a day, as known at a sequence (docs/reference/http.md).</summary>
public sealed record DossierAnswer(
    string Dossier, string Unit, string? Name, string Title, int Year, DateOnly On, KnownAt KnownAt, string Stage, int Returns,
    IReadOnlyList<DossierStepRow> Steps);

/// <param name="Step">In the regimes' words.</param>
/// <param name="Regime">The one that judges its day; null where none is at hand.</param>
/// <param name="IsAnnulled">A later decision says that it does not stand.</param>
/// <param name="RestsOn">Of a step that rests on findings.</param>
/// <param name="SinceReturn">Of a proposal after the dossier was sent back: criteria whose status is another than at the proposal before.</param>
public sealed record DossierStepRow(
    Guid Entry, string Type, string Step, DateOnly EffectiveOn, long Sequence, string RecordedAt, DocumentCited? Document, string? Regime,
    bool IsAnnulled, IReadOnlyList<string> Reasons, BasisRow? RestsOn, IReadOnlyList<CriterionMoved>? SinceReturn,
    IReadOnlyList<IrregularityRow> Irregularities, StaleDecision? Stale);

/// <param name="IsStored">The step says so itself; otherwise it is what was known on its day when it was recorded.</param>
public sealed record BasisRow(bool IsStored, DateOnly On, string? Set, string? SetVersion, IReadOnlyList<CriterionShown> Criteria);

public sealed record CriterionMoved(int Criterion, string Before, string Now);
