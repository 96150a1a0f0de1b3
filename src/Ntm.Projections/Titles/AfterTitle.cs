using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>What has become of a title since it was given.</summary>
/// <param name="Lost">Criteria of the set it was given under that no longer stand, by a finding of a later day; null where that set is not shipped.</param>
/// <param name="Debts">Debt declared since, or found since of days before the decision.</param>
/// <param name="Revocation">Null on days for which no regime revokes anything.</param>
public sealed record AfterTitle(IReadOnlyList<CriterionSince>? Lost, IReadOnlyList<DebtSince> Debts, RevocationDistance? Revocation)
{
    internal bool HasAnything => Lost is { Count: > 0 } || Debts.Count > 0 || Revocation is { NotMet.Count: > 0 };
}

public sealed record CriterionSince(int Criterion, string Status, DateOnly Since, Guid Entry, string AssessedBy);

/// <param name="IsOfBefore">It is of a day up to the decision's, and was recorded after it.</param>
public sealed record DebtSince(Guid Entry, long Amount, DateOnly EffectiveOn, bool IsOfBefore);

/// <param name="Verdict"><c>reached</c>, <c>not_reached</c>, <c>undetermined</c>, or <c>undecidable</c> where the set of the title is not shipped.</param>
/// <param name="Uncertain">Criteria basically met or without a finding.</param>
/// <param name="DistanceFrom">Criteria more that reach the line, if all that is uncertain is not met; null where it is undecidable.</param>
/// <param name="DistanceTo">The same, if all that is uncertain is met.</param>
public sealed record RevocationDistance(
    string Verdict, string? Set, IReadOnlyList<int> NotMet, IReadOnlyList<int> Uncertain, IReadOnlyList<int> Core, int? DistanceFrom, int? DistanceTo);

/// <summary>Answers what has become of a title.</summary>
internal static class AfterTitleReading
{
    private const string Undecidable = "undecidable";

    internal static AfterTitle Read(RecordIndex index, Fact<DossierStep> decision, DateOnly asked, long knownAt, CriteriaCatalog catalog)
    {
        var (unit, title) = (decision.Value.Unit, decision.Value.Title);
        // What ended keeps what had become of its title on its last day.
        var on = index.Map.Find(unit)?.EndBy(asked, knownAt) is { } end ? VietnamCalendar.DayBefore(end.EffectiveOn) : asked;
        return new AfterTitle(
            TitleSets.Of(catalog, title, decision.Value.Year) is { } set ? LostOf(index, unit, set, decision.EffectiveOn, on, knownAt) : null,
            DebtsOf(index, decision, on, knownAt),
            DistanceOf(index, unit, Regimes.On(on), TitleSets.OfRevocation(catalog, title), on, knownAt));
    }

    private static List<CriterionSince> LostOf(RecordIndex index, UnitId unit, CriteriaSet set, DateOnly decidedOn, DateOnly on, long knownAt)
    {
        var lost = new List<CriterionSince>();
        var findings = index.Findings.Under(set).Of(unit);
        for (var place = 0; place < set.Criteria.Count; place++)
        {
            if (findings.Winner(place, on, knownAt, AssessorSet.Official) is { } winner && !winner.Status.IsFulfilled() && winner.EffectiveOn > decidedOn)
                lost.Add(new CriterionSince(
                    set.Criteria[place].Number, FindingStatuses.Names.NameOf(winner.Status), winner.EffectiveOn, index.EntryAt(winner.Sequence),
                    Assessors.Names.NameOf(winner.AssessedBy)));
        }

        return lost;
    }

    private static List<DebtSince> DebtsOf(RecordIndex index, Fact<DossierStep> decision, DateOnly on, long knownAt) =>
    [
        .. index.Register.DossiersOf(decision.Value.Unit).Debts
            .Where(debt => debt.EffectiveOn <= on && debt.StandsAt(knownAt) && debt.Value.Amount > 0)
            .Where(debt => debt.EffectiveOn > decision.EffectiveOn || debt.Sequence > decision.Sequence)
            .OrderBy(debt => debt.EffectiveOn).ThenBy(debt => debt.Sequence)
            .Select(debt => new DebtSince(debt.Entry, debt.Value.Amount, debt.EffectiveOn, debt.EffectiveOn <= decision.EffectiveOn)),
    ];

    private static RevocationDistance? DistanceOf(RecordIndex index, UnitId unit, Regime? regime, CriteriaSet? set, DateOnly on, long knownAt)
    {
        if (regime?.Find(StepKind.Revoked) is null)
            return null;
        if (set is null)
            return new RevocationDistance(Undecidable, null, [], [], [], null, null);
        var findings = index.Findings.Under(set).Of(unit);
        var statuses = new FindingStatus[set.Criteria.Count];
        for (var place = 0; place < statuses.Length; place++)
            statuses[place] = TitleGrounds.StatusOf(findings.Winner(place, on, knownAt, AssessorSet.Official));
        return RevocationLine.Of(regime, set, statuses) is { } line
            ? new RevocationDistance(LineVerdicts.Names.NameOf(line.Verdict), set.Id.Value, line.NotMet, line.Uncertain, line.Core, line.DistanceAtLeast, line.DistanceAtMost)
            : null;
    }
}
