namespace Ntm.Domain.Folding;

/// <summary>Facts about one thing, read where they lie: all the fold needs to know of them.</summary>
public interface IFacts
{
    /// <summary>They lie in the order of (effectiveOn, sequence): the last that counts decides.</summary>
    static abstract bool AreInOrder { get; }

    int Count { get; }

    DateOnly EffectiveOn(int index);

    long Sequence(int index);

    /// <summary>Said by then and not yet retracted by then.</summary>
    bool StandsAt(int index, long knownAt);

    /// <summary>The question counts it at all: it is by one of the assessors asked for.</summary>
    bool Counts(int index);
}
