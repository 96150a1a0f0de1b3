using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Ntm.Host.Recording;

namespace Ntm.Host.Entries;

/// <summary>Tells open pages that the record has gone on: the sequence of the last entry, at once and whenever it is another (docs/reference/http.md).</summary>
internal static class HeadEvents
{
    // Pages need no more; the index follows the record by itself.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    // A line through proxies that is silent for long is cut by them.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);

    internal static void MapHeadEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/head", (HttpContext context, LiveRecord live, TimeProvider time, IHostApplicationLifetime lifetime) =>
        {
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(HeadsAsync(live, time, lifetime.ApplicationStopping, context.RequestAborted));
        }).WithTags("Entries").Produces<string>(StatusCodes.Status200OK, "text/event-stream").WithSummary("The sequence of the last entry, told again whenever it is another");

    private static async IAsyncEnumerable<SseItem<string>> HeadsAsync(
        LiveRecord live, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        long? told = null;
        var toldAt = time.GetTimestamp();
        while (!stopping.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            var head = live.Index.Position;
            if (head != told || time.GetElapsedTime(toldAt) > LongestSilence)
            {
                (told, toldAt) = (head, time.GetTimestamp());
                yield return new SseItem<string>(head.ToString(CultureInfo.InvariantCulture), "head");
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
            await Task.Delay(BetweenLooks, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
