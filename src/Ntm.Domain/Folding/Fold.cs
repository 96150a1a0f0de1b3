using System.Collections.Immutable;

namespace Ntm.Domain.Folding;

/// <summary>
/// The fold of docs/two-clocks.md, and the only one: statuses, names, codes, parents, levels and ends all come from here.
/// </summary>
public static class Fold
{
    /// <summary>
    /// Of the facts that stand at <paramref name="knownAt"/> and hold on <paramref name="on"/>, the one with the greatest
    /// (effectiveOn, sequence); null where there is none. The latest day wins, and on one day the latest word.
    /// </summary>
    /// <param name="counts">Which values the question counts at all (the assessors asked for); null for every one.</param>
    public static Fact<T>? Winner<T>(ImmutableArray<Fact<T>> facts, DateOnly on, long knownAt, Predicate<T>? counts = null)
    {
        Fact<T>? winner = null;
        foreach (var fact in facts)
        {
            if (fact.EffectiveOn > on || !fact.StandsAt(knownAt) || counts?.Invoke(fact.Value) == false)
                continue;
            if (winner is null || Outranks(fact, winner))
                winner = fact;
        }

        return winner;
    }

    /// <summary>Whether one of two facts that both count decides over the other.</summary>
    public static bool Outranks<T>(Fact<T> one, Fact<T> other) =>
        one.EffectiveOn != other.EffectiveOn ? one.EffectiveOn > other.EffectiveOn : one.Sequence > other.Sequence;

    /// <summary>The facts with that entry's marked as retracted; facts of other entries are left as they are.</summary>
    public static ImmutableArray<Fact<T>> Strike<T>(ImmutableArray<Fact<T>> facts, Guid entry, long retractedAt)
    {
        for (var index = 0; index < facts.Length; index++)
        {
            if (facts[index].Entry == entry && facts[index].RetractedAt is null)
                facts = facts.SetItem(index, facts[index] with { RetractedAt = retractedAt });
        }

        return facts;
    }
}
