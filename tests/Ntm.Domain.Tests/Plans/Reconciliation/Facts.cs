using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>What a consistent plan is about: who its communes are, what each gains in the year and has in the end.</summary>
internal sealed class Facts
{
    internal static readonly UnitId Scope = UnitId.Parse("district");

    /// <summary>Kept by those due, gained by none.</summary>
    internal const int KeptByAll = 14;

    /// <summary>Gained by communes with a list of their own, and by no other.</summary>
    internal const int OfListsOnly = 18;

    // Lists and rest both gain from these.
    private const int Common = 9;

    internal Facts(int size, int due, int pilots, int year, Random random)
    {
        (Size, Year) = (size, year);
        Communes = [.. Enumerable.Range(1, size).Select(PlanDraft.Commune)];
        (Due, Recognised, Pilots) = ([.. Communes.Take(due)], Communes[due], [.. Communes.Skip(due + 1).Take(pilots)]);
        Rest = [.. Communes.Skip(due + 1 + pilots)];
        foreach (var commune in Due)
            Gained[commune] = [1, 2, OfListsOnly, .. Some(random, 3, Common).Take(random.Next(0, 5))];
        Gained[Recognised] = [];
        foreach (var commune in Pilots)
            Gained[commune] = [1, OfListsOnly, .. Some(random, 3, Common).Take(random.Next(1, 4))];
        foreach (var commune in Rest)
            Gained[commune] = [.. Some(random, 2, Common).Take(random.Next(1, 3))];

        // Those with every criterion; one commune low in the lowest band; the others anywhere above it.
        foreach (var commune in Communes)
            Reached[commune] = commune == Rest[0] ? 8 : Due.Contains(commune) || commune == Recognised ? ConsistentPlans.Criteria : random.Next(10, 19);
        Parts = [.. Split(Communes, random.Next(2, 4))];
    }

    internal int Size { get; }

    internal int Year { get; }

    internal IReadOnlyList<UnitId> Communes { get; }

    internal IReadOnlyList<UnitId> Due { get; }

    internal UnitId Recognised { get; }

    internal IReadOnlyList<UnitId> Pilots { get; }

    internal IReadOnlyList<UnitId> Rest { get; }

    internal Dictionary<UnitId, IReadOnlyList<int>> Gained { get; } = [];

    internal Dictionary<UnitId, int> Reached { get; } = [];

    internal IReadOnlyList<UnitId[]> Parts { get; }

    internal IEnumerable<(string Cohort, string Name, IReadOnlyList<UnitId> Members)> Cohorts =>
        [("due", "xã phấn đấu đạt chuẩn", Due), ("recognised", "xã đã đạt chuẩn", [Recognised]), ("pilot", "xã điểm", Pilots), ("watched", "xã theo dõi", [Rest[0], Rest[1]])];

    internal IEnumerable<int> Kept(UnitId commune) => Enumerable.Range(1, ConsistentPlans.Criteria).Except(Gained[commune]);

    private static int[] Some(Random random, int from, int to)
    {
        var criteria = Enumerable.Range(from, to - from + 1).ToArray();
        random.Shuffle(criteria);
        return criteria;
    }

    private static IEnumerable<UnitId[]> Split(IReadOnlyList<UnitId> communes, int parts) => communes.Chunk((communes.Count + parts - 1) / parts);
}
