using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>What the rules on titles ask of the findings in the index.</summary>
public static class TitleGrounds
{
    /// <summary>For a judge of prepared steps: every finding there is.</summary>
    public static FindingsOf FindingsOf(RecordIndex index) => (unit, set, criterion) =>
    [
        .. index.Findings.Of(unit, set, criterion)
            .Select(fact => new Fact<FoundStatus>(fact.Entry, fact.Sequence, fact.EffectiveOn, new(fact.Value.Status, fact.Value.AssessedBy), fact.RetractedAt)),
    ];

    /// <summary>As known at a sequence.</summary>
    internal static GroundsOf At(RecordIndex index, long knownAt) => (unit, set, on) =>
    {
        var findings = index.Findings.Under(set).Of(unit);
        var grounds = new CriterionGrounds[set.Criteria.Count];
        for (var place = 0; place < set.Criteria.Count; place++)
        {
            var province = findings.Winner(place, on, knownAt, CriterionGrounds.OfProvince);
            var deciding = findings.Winner(place, on, knownAt, CriterionGrounds.OfDeciding);
            var official = findings.Winner(place, on, knownAt, AssessorSet.Official);
            var speaking = StatusOf(province).IsFulfilled() ? deciding : province;
            grounds[place] = new CriterionGrounds(
                set.Criteria[place].Number, StatusOf(province), StatusOf(deciding), StatusOf(official),
                speaking is { Sequence: var sequence } ? index.EntryAt(sequence) : null);
        }

        return grounds;
    };

    internal static FindingStatus StatusOf(StandingFinding? finding) => finding?.Status ?? FindingStatus.Unassessed;
}
