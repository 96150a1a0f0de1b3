using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests.Asking;

/// <summary>A moment of knowledge to ask about: where stamps are, between them, at the very end, and inside a transaction held open.</summary>
/// <param name="Known">As it stands in the question; null for the newest.</param>
/// <param name="Instant">In microseconds, where it is one.</param>
/// <param name="Awaited">The least sequence to wait for.</param>
internal sealed record AskedKnowledge(string? Known, long? Instant = null, long? Awaited = null, bool InsideHeld = false)
{
    private static readonly AskedKnowledge Newest = new(Known: null);

    public static AskedKnowledge Throw(Run run, Random dice)
    {
        var now = Stamp.Of(Run.Now);
        if (run.Held.OpenSince is { } since && dice.Next(2) == 0)
            return At(dice.NextInt64(since, Math.Max(since + 1, now))) with { InsideHeld = true };
        return dice.Next(8) switch
        {
            0 => Newest,
            1 => Of(dice.NextInt64(Country.Units, Math.Max(Country.Units, run.Acknowledged.Newest) + 1)),
            2 => Ahead(run, dice),
            3 or 4 => AroundAStamp(run, dice) ?? Newest,
            // Later than the newest stamp, mostly: nothing may be stamped there any more. And sometimes it has not come yet.
            5 or 6 => At(now - dice.Next(2_000)),
            _ => At(now + dice.Next(2_000)),
        };
    }

    private static AskedKnowledge Of(long sequence) => new(FormattableString.Invariant($"{sequence}"));

    private static AskedKnowledge At(long instant) => new(Stamp.Text(instant), instant);

    private static AskedKnowledge Ahead(Run run, Random dice)
    {
        var sequence = Math.Max(Country.Units, run.Acknowledged.Newest) + dice.Next(300);
        return Of(sequence) with { Awaited = sequence };
    }

    // A stamp inside a batch means that prefix of it; a microsecond beside it may be another's, or nobody's.
    private static AskedKnowledge? AroundAStamp(Run run, Random dice)
    {
        var writer = dice.Next(run.Acknowledged.Writers);
        return run.Acknowledged.CountOf(writer) is var count and > 0
            ? At(run.Acknowledged.Of(writer, dice.Next(count)).Stamp + dice.Next(-1, 2))
            : null;
    }
}
