using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Dossiers;

/// <summary>Whether so much is lost that the title must be revoked.</summary>
public enum LineVerdict
{
    NotReached,
    Reached,

    /// <summary>Criteria without a finding, or basically met, would decide.</summary>
    Undetermined,
}

public static class LineVerdicts
{
    public static WireNames<LineVerdict> Names { get; } = new(
        ("not_reached", LineVerdict.NotReached), ("reached", LineVerdict.Reached), ("undetermined", LineVerdict.Undetermined));
}

/// <summary>
/// The line of 18/2022/QĐ-TTg: half of the criteria not met, or three tenths with a core criterion among them. What is basically met or
/// unassessed is neither met nor not met, so everything is told from the least to the most.
/// </summary>
/// <param name="NotMet">Criteria found not attained or lost.</param>
/// <param name="Uncertain">Criteria basically met or without a finding.</param>
/// <param name="DistanceAtLeast">How many criteria more would reach the line, if all that is uncertain is not met; 0 once it is reached.</param>
/// <param name="DistanceAtMost">The same, if all that is uncertain is met.</param>
public sealed record RevocationLine(
    LineVerdict Verdict, ImmutableArray<int> NotMet, ImmutableArray<int> Uncertain, ImmutableArray<int> Core, int DistanceAtLeast, int DistanceAtMost)
{
    private const string Part = "revocation.part";
    private const string Whole = "revocation.whole";

    /// <param name="statuses">Of every criterion of the set, in its order.</param>
    /// <returns>Null where the regime revokes nothing.</returns>
    public static RevocationLine? Of(Regime? regime, CriteriaSet set, IReadOnlyList<FindingStatus> statuses)
    {
        if (regime?.Parameter(Part)?.Value is not { } part || regime.Parameter(Whole)?.Value is not { } whole)
            return null;
        var count = set.Criteria.Count;
        var line = new Line(Needed(part, count), Needed(whole, count));
        var notMet = Numbers(set, statuses, status => status is FindingStatus.NotAttained or FindingStatus.Lost);
        var uncertain = Numbers(set, statuses, status => status is FindingStatus.BasicallyMet or FindingStatus.Unassessed);
        var coreLost = notMet.Any(set.RevocationCore.Contains);
        var atMost = line.Distance(notMet.Length, coreLost);
        var atLeast = line.Distance(notMet.Length + uncertain.Length, coreLost || uncertain.Any(set.RevocationCore.Contains));
        var verdict = atMost == 0 ? LineVerdict.Reached : atLeast == 0 ? LineVerdict.Undetermined : LineVerdict.NotReached;
        return new RevocationLine(verdict, notMet, uncertain, set.RevocationCore, atLeast, atMost);
    }

    // "From 30 %": of 19 criteria 5.7, so 6.
    private static int Needed(decimal percent, int criteria) => (int)Math.Ceiling(percent * criteria / 100);

    private static ImmutableArray<int> Numbers(CriteriaSet set, IReadOnlyList<FindingStatus> statuses, Predicate<FindingStatus> counts)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var place = 0; place < statuses.Count; place++)
        {
            if (counts(statuses[place]))
                numbers.Add(set.Criteria[place].Number);
        }

        return numbers.ToImmutable();
    }

    private sealed record Line(int Part, int Whole)
    {
        // Without a core criterion among them, one of those still to be lost must be one.
        internal int Distance(int lost, bool coreLost) => lost >= Whole ? 0 : Math.Min(Whole - lost, coreLost ? Math.Max(Part - lost, 0) : Math.Max(Part - lost, 1));
    }
}
