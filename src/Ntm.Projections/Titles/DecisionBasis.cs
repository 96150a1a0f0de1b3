using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>What a step rests on: as it says itself, or else what was known on its day when it was recorded.</summary>
internal sealed class DecisionBasis
{
    private readonly RecordIndex _index;
    private readonly Fact<DossierStep> _decision;
    private readonly StepBasis? _stored;

    internal DecisionBasis(RecordIndex index, Fact<DossierStep> decision, CriteriaCatalog catalog)
    {
        (_index, _decision) = (index, decision);
        _stored = (decision.Value as IRestsOn)?.RestsOn;
        Set = _stored?.Set is { } set ? catalog.Find(set) : SetOf(StepKinds.Of(decision.Value), DossierName.Of(decision.Value), catalog);
        Assessors = AssessorsOf(StepKinds.Of(decision.Value));
    }

    /// <summary>The day whose findings were looked at.</summary>
    internal DateOnly On => _stored?.On ?? _decision.EffectiveOn;

    /// <summary>Null where the set is not shipped.</summary>
    internal CriteriaSet? Set { get; }

    /// <summary>Whose word counts for such a step.</summary>
    internal AssessorSet Assessors { get; }

    internal UnitId Unit => _decision.Value.Unit;

    internal bool IsRevocation => _decision.Value is RecognitionRevoked;

    /// <summary>What stood of a criterion, by its place in the set.</summary>
    internal (FindingStatus Status, Guid? Entry) Stood(int place, SetFindings.OnUnit findings)
    {
        if (_stored is { Findings.Count: > 0 })
        {
            var number = Set!.Criteria[place].Number;
            var stored = _stored.Findings.FirstOrDefault(finding => finding.Criterion == number);
            return (stored?.Status ?? FindingStatus.Unassessed, stored?.Entry);
        }

        var winner = findings.Winner(place, On, _decision.Sequence, Assessors);
        return (TitleGrounds.StatusOf(winner), winner is { Sequence: var sequence } ? _index.EntryAt(sequence) : null);
    }

    internal static CriteriaSet? SetOf(StepKind kind, DossierName name, CriteriaCatalog catalog) => kind == StepKind.Revoked
        ? TitleSets.OfRevocation(catalog, name.Title)
        : TitleSets.Of(catalog, name.Title, name.Year);

    // A commune judges itself, a district verifies on what is official; whoever decides for the province hears nobody below it.
    internal static AssessorSet AssessorsOf(StepKind kind) => kind switch
    {
        StepKind.CommuneVoted => AssessorSet.All,
        StepKind.Verified or StepKind.DistrictVoted or StepKind.Revoked => AssessorSet.Official,
        _ => CriterionGrounds.OfDeciding,
    };
}
