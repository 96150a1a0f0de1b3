using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Counts the rows of a matrix as they are read: communes by fulfilled criteria, and statuses by criterion.</summary>
internal sealed class MatrixTally(int criteria)
{
    private readonly int[] _communesByFulfilled = new int[criteria + 1];
    private readonly int[,] _communesByStatus = new int[criteria, Enum.GetValues<FindingStatus>().Length];
    private int _communes;
    private long _fulfilled;

    /// <summary>Sum of fulfilled ÷ communes, two decimals, half away from zero; null where there is no commune.</summary>
    internal decimal? Average => _communes == 0 ? null : Math.Round((decimal)_fulfilled / _communes, 2, MidpointRounding.AwayFromZero);

    /// <summary>n, 15-(n-1), 10-14, 5-9, 0-4: the groups both plans and the monitoring reports use.</summary>
    internal IReadOnlyList<AttainmentBand> Bands => [Band(criteria, criteria), Band(15, criteria - 1), Band(10, 14), Band(5, 9), Band(0, 4)];

    internal void Count(ReadOnlySpan<StandingFinding?> row, int fulfilled)
    {
        _communes++;
        _fulfilled += fulfilled;
        _communesByFulfilled[fulfilled]++;
        for (var place = 0; place < row.Length; place++)
            _communesByStatus[place, (int)(row[place]?.Status ?? FindingStatus.Unassessed)]++;
    }

    /// <summary>The same, by the letters of a row.</summary>
    internal void Count(CommuneRow row)
    {
        _communes++;
        _fulfilled += row.Fulfilled;
        _communesByFulfilled[row.Fulfilled]++;
        for (var place = 0; place < row.Status.Length; place++)
            _communesByStatus[place, (int)FindingStatuses.OfLetter(row.Status[place])]++;
    }

    internal IReadOnlyList<CriterionTally> ByCriterion(CriteriaSet set) => [.. set.Criteria.Select((criterion, place) => new CriterionTally(
        criterion.Number, At(place, FindingStatus.Attained), At(place, FindingStatus.NotAttained), At(place, FindingStatus.Lost),
        At(place, FindingStatus.BasicallyMet), At(place, FindingStatus.NotApplicable), At(place, FindingStatus.Unassessed)))];

    private AttainmentBand Band(int from, int to) =>
        new(from, to, _communesByFulfilled.Where((_, fulfilled) => fulfilled >= from && fulfilled <= to).Sum());

    private int At(int place, FindingStatus status) => _communesByStatus[place, (int)status];
}
