using System.Globalization;
using Ntm.EventStore;
using Ntm.Host.Recording;

namespace Ntm.Host.Serving;

/// <summary>Is the program alive, can it answer, how far is it.</summary>
internal static class HealthEndpoints
{
    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok\n")).WithTags("Operation").WithSummary("The program is alive");
        routes.MapGet("/readyz", ReadyAsync).WithTags("Operation").WithSummary("The database answers and the index is at its last entry");
        routes.MapGet("/metrics", MetricsAsync).WithTags("Operation").WithSummary("Prometheus text");
    }

    private static async Task<IResult> ReadyAsync(LiveRecord live, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        return TypedResults.Text(string.Create(CultureInfo.InvariantCulture, $"ready at {head}\n"));
    }

    private static async Task<IResult> MetricsAsync(Record record, LiveRecord live, CancellationToken cancellation)
    {
        var head = await record.HeadAsync(cancellation);
        var position = live.Index.Position;
        return TypedResults.Text(string.Create(CultureInfo.InvariantCulture, $"""
            # HELP ntm_record_sequence Last visible entry of the record.
            # TYPE ntm_record_sequence counter
            ntm_record_sequence {head}
            # HELP ntm_index_sequence Last entry the index in memory holds.
            # TYPE ntm_index_sequence counter
            ntm_index_sequence {position}
            # HELP ntm_index_behind Entries the index is behind the record.
            # TYPE ntm_index_behind gauge
            ntm_index_behind {Math.Max(0, head - position)}

            """), "text/plain; version=0.0.4");
    }
}
