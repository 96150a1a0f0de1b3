using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>What is found on the criteria of one set. Reads memory and makes nothing: a country is read as fast as it lies there.</summary>
public sealed class SetFindings
{
    private readonly FindingTimelines _timelines;
    private readonly int[] _slots;

    internal SetFindings(FindingTimelines timelines, int[] slots) => (_timelines, _slots) = (timelines, slots);

    /// <summary>What is found on one unit, as it is now: whoever reads it goes on with it whatever a writer puts in its place.</summary>
    public OnUnit Of(UnitId unit) => new(_timelines.FindingsOf(unit), _slots);

    /// <summary>Criteria are named by their place in the set, from 0.</summary>
    public readonly struct OnUnit
    {
        private readonly FindingSegment _findings;
        private readonly int[] _slots;

        internal OnUnit(FindingSegment findings, int[] slots) => (_findings, _slots) = (findings, slots);

        /// <summary>The finding that decides on a criterion; null where none does.</summary>
        public StandingFinding? Winner(int place, DateOnly on, long knownAt, AssessorSet assessors) =>
            _findings.Winner(_slots[place], on, knownAt, assessors);

        /// <summary>The sequences of the findings on a criterion that were retracted by then, in record order.</summary>
        public long[] Retracted(int place, long knownAt)
        {
            if (_findings.Retractions.IsEmpty)
                return [];
            List<long>? retracted = null;
            foreach (var finding in _findings.Of(_slots[place]))
            {
                if (finding.IsStruck && _findings.RetractedAt(finding) <= knownAt)
                    (retracted ??= []).Add(finding.Sequence);
            }

            if (retracted is null)
                return [];
            retracted.Sort();
            return [.. retracted];
        }
    }
}
