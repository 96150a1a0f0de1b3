using System.Collections.Immutable;

namespace Ntm.Domain.Folding;

/// <summary>
/// The fold of docs/two-clocks.md, and the only one: statuses, names, codes, parents, levels and ends all come from here, however the
/// facts are kept.
/// </summary>
public static class Fold
{
    /// <summary>
    /// Of the facts that stand at <paramref name="knownAt"/> and hold on <paramref name="on"/>, the one with the greatest
    /// (effectiveOn, sequence); null where there is none. The latest day wins, and on one day the latest word.
    /// </summary>
    /// <param name="counts">Which values the question counts at all (the assessors asked for); null for every one.</param>
    public static Fact<T>? Winner<T>(ImmutableArray<Fact<T>> facts, DateOnly on, long knownAt, Predicate<T>? counts = null) =>
        Winner(new FactArray<T>(facts, counts), on, knownAt) is >= 0 and var winner ? facts[winner] : null;

    /// <summary>The same for facts kept in whatever form.</summary>
    /// <returns>The place of the winner among them; -1 where there is none.</returns>
    public static int Winner<TFacts>(TFacts facts, DateOnly on, long knownAt) where TFacts : struct, IFacts, allows ref struct
    {
        var winner = -1;
        for (var index = facts.Count - 1; index >= 0; index--)
        {
            if (facts.EffectiveOn(index) > on || !facts.StandsAt(index, knownAt) || !facts.Counts(index))
                continue;
            // From the last to the first: in order, the first that counts outranks the rest.
            if (TFacts.AreInOrder)
                return index;
            if (winner < 0 || Outranks(facts, index, winner))
                winner = index;
        }

        return winner;
    }

    /// <summary>Whether one of two facts that both count decides over the other.</summary>
    public static bool Outranks<T>(Fact<T> one, Fact<T> other) => Outranks(new FactArray<T>([one, other], null), 0, 1);

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

    private static bool Outranks<TFacts>(TFacts facts, int one, int other) where TFacts : struct, IFacts, allows ref struct =>
        facts.EffectiveOn(one) is var day && facts.EffectiveOn(other) is var otherDay && day != otherDay
            ? day > otherDay
            : facts.Sequence(one) > facts.Sequence(other);

    private readonly struct FactArray<T>(ImmutableArray<Fact<T>> facts, Predicate<T>? counts) : IFacts
    {
        public static bool AreInOrder => false;

        public int Count => facts.Length;

        public DateOnly EffectiveOn(int index) => facts[index].EffectiveOn;

        public long Sequence(int index) => facts[index].Sequence;

        public bool StandsAt(int index, long knownAt) => facts[index].StandsAt(knownAt);

        public bool Counts(int index) => counts?.Invoke(facts[index].Value) != false;
    }
}
