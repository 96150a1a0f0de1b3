using Ntm.Fuzz.Tests.Routes;
using Ntm.Host.Tests.Reading;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>The requests of a run. Each depends on the seed and its own number only, so that any of them can be sent again by itself.</summary>
internal sealed class RequestGenerator(int seed, FuzzWorld world, IReadOnlyList<FuzzedRoute> routes)
{
    /// <summary>Of so many requests one takes its time.</summary>
    private const int OneSlowIn = 500;

    private readonly FuzzedRoute recording = routes.Single(route => route.Path == "/api/entries");

    public FuzzRequest Make(int number)
    {
        var dice = new Dice(unchecked(((ulong)(uint)seed << 32) | (uint)number));
        // Every route has its turn, whatever the dice say, and recording has more of them.
        var route = dice.OneIn(8) ? recording : routes[number % routes.Count];
        var request = number % OneSlowIn == OneSlowIn - 1 ? Wire.Slow(dice, world, route) : dice.Below(10) switch
        {
            < 3 => Messages.Right(dice, world, route).ToRequest(Intent.Valid, "as described"),
            < 5 => Messages.Slipped(dice, world, route).ToRequest(Intent.NearlyValid, "something slipped in"),
            < 7 => Messages.Ill(dice, world, route).ToRequest(Intent.Hostile, "something meant ill") with { MayGoUnanswered = true },
            _ => Wire.Of(dice, world, route),
        };
        return request with { Number = number };
    }
}
