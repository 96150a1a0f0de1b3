namespace Ntm.Domain.Folding;

/// <summary>One dated value on both clocks: true from <paramref name="EffectiveOn"/> on, known from <paramref name="Sequence"/> on.</summary>
/// <param name="RetractedAt">The sequence from which on it counts as never said; null while nothing retracts it.</param>
public sealed record Fact<T>(Guid Entry, long Sequence, DateOnly EffectiveOn, T Value, long? RetractedAt = null)
{
    /// <summary>Said by then and not yet retracted by then.</summary>
    public bool StandsAt(long knownAt) => Sequence <= knownAt && !(RetractedAt <= knownAt);
}
