using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>What is found on the criteria of one set. Reads memory and makes nothing: a country is read as fast as it lies there.</summary>
public sealed class SetFindings
{
    private readonly FindingTimelines _timelines;
    private readonly int[] _slots;

    internal SetFindings(FindingTimelines timelines, int[] slots) => (_timelines, _slots) = (timelines, slots);

    /// <summary>The finding that decides on each criterion of the set, in their order; null where none does.</summary>
    /// <param name="winners">Room for as many as the set has criteria.</param>
    public void Winners(UnitId unit, DateOnly on, long knownAt, AssessorSet assessors, Span<StandingFinding?> winners)
    {
        // Read once: a writer may put another in its place meanwhile.
        var findings = _timelines.FindingsOf(unit);
        for (var criterion = 0; criterion < _slots.Length; criterion++)
            winners[criterion] = findings.Winner(_slots[criterion], on, knownAt, assessors);
    }

    /// <summary>The sequences of the findings on a criterion that were retracted by then, in record order.</summary>
    /// <param name="place">The criterion's place in the set, from 0.</param>
    public IReadOnlyList<long> Retracted(UnitId unit, int place, long knownAt)
    {
        var findings = _timelines.FindingsOf(unit);
        if (findings.Retractions.IsEmpty)
            return [];
        List<long>? retracted = null;
        foreach (var finding in findings.Of(_slots[place]))
        {
            if (findings.RetractedAt(finding) <= knownAt)
                (retracted ??= []).Add(finding.Sequence);
        }

        retracted?.Sort();
        return retracted ?? [];
    }
}
