namespace Ntm.Projections.Titles;

/// <summary>One dossier, step by step, on a day, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Debt">The last declaration; null where there was none.</param>
/// <param name="Survey">The last one; null where there was none.</param>
/// <param name="Next">The steps that come next in the regime of the day, each with its conditions.</param>
public sealed record DossierAnswer(
    string Dossier, string Unit, string? Name, string Title, int Year, DateOnly On, KnownAt KnownAt, string Stage, int Returns,
    IReadOnlyList<DossierStepRow> Steps, DebtRow? Debt, SurveyRow? Survey, IReadOnlyList<OpenStepRow> Next);

/// <param name="Step">In the regimes' words.</param>
/// <param name="Regime">The one that judges its day; null where none is at hand.</param>
/// <param name="By">The level of the office, where the step says it.</param>
/// <param name="Team">The office, where the step says it.</param>
/// <param name="IsAnnulled">A later decision says that it does not stand.</param>
/// <param name="RestsOn">Of a step that rests on findings.</param>
/// <param name="SinceReturn">Of a proposal after the dossier was sent back: criteria whose status is another than at the proposal before.</param>
public sealed record DossierStepRow(
    Guid Entry, string Type, string Step, DateOnly EffectiveOn, long Sequence, string RecordedAt, DocumentCited? Document, string? Regime,
    string? By, string? Team, VotesRow? Votes, bool IsAnnulled, IReadOnlyList<string> Reasons, BasisRow? RestsOn, IReadOnlyList<CriterionMoved>? SinceReturn,
    IReadOnlyList<IrregularityRow> Irregularities, StaleDecision? Stale);

/// <param name="IsStored">The step says so itself; otherwise it is what was known on its day when it was recorded.</param>
/// <param name="Evidence">The hashes of the papers behind it, as the step stores them; null where it stores nothing.</param>
public sealed record BasisRow(
    bool IsStored, DateOnly On, string? Set, string? SetVersion, IReadOnlyList<CriterionShown> Criteria, IReadOnlyList<string>? Evidence);

public sealed record CriterionMoved(int Criterion, string Before, string Now);

public sealed record VotesRow(long Members, long Present, long For, long Against);

public sealed record DebtRow(Guid Entry, DateOnly EffectiveOn, long Amount);

public sealed record SurveyRow(Guid Entry, DateOnly EffectiveOn, long Households, long Asked, long Satisfied);

/// <param name="By">The level of the office that takes it; null where the regime lays down none.</param>
/// <param name="Document">Of the regime.</param>
/// <param name="IsOpen">Prepared in the system it would be taken, once it is filled in.</param>
public sealed record OpenStepRow(string Step, string? By, string? Document, bool IsOpen, IReadOnlyList<ConditionRow> Conditions);

/// <param name="Code">Of the rule.</param>
/// <param name="IsKept">Nothing speaks against it.</param>
/// <param name="Refuses">A prepared step is not taken while this stands.</param>
public sealed record ConditionRow(string Code, string Vietnamese, string English, bool IsKept, bool Refuses, IReadOnlyList<IrregularityRow> Against);
