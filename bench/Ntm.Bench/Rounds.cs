namespace Ntm.Bench;

/// <summary>Measures taken in turn with a rival's, so that both meet the same moments of the machine.</summary>
internal static class Rounds
{
    /// <summary>The round whose ratio is the median: neither side is given its best moment against the other's worst.</summary>
    internal static (double Ours, double Theirs) Median(IEnumerable<double> ours, IEnumerable<double> theirs)
    {
        var rounds = ours.Zip(theirs).OrderBy(round => round.First / round.Second).ToList();
        return rounds[rounds.Count / 2];
    }
}
