namespace Ntm.UnderFire.Tests.Sessions;

/// <summary>How many are at work at the same time, and for how long: the figures of the promise with ./ntm test --full, the same crowd for a moment otherwise.</summary>
/// <param name="Reading">Sessions that ask.</param>
/// <param name="Writing">Sessions that record.</param>
internal sealed record Crowd(int Reading, int Writing, TimeSpan Lasts)
{
    public static Crowd OfThisRun { get; } = new(500, 50, Scale.IsFull ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(10));

    /// <summary>How long somebody looks at an answer before the next question, at least and at most.</summary>
    public static readonly (int Least, int Most) Thinks = (1_000, 3_000);

    /// <summary>Sessions begin within this time, not all in one moment.</summary>
    public static readonly TimeSpan Arrives = TimeSpan.FromSeconds(3);
}
