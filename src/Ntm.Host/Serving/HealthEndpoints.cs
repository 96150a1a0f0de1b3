using System.Globalization;
using System.Text;
using Ntm.EventStore;
using Ntm.Host.Recording;
using Ntm.Host.Views;

namespace Ntm.Host.Serving;

/// <summary>Is the program alive, can it answer, how far is it.</summary>
internal static class HealthEndpoints
{
    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok\n")).DisableRateLimiting().WithTags("Operation").WithSummary("The program is alive");
        routes.MapGet("/readyz", ReadyAsync).DisableRateLimiting().WithTags("Operation").WithSummary("The database answers and the index is at its last entry");
        routes.MapGet("/metrics", MetricsAsync).WithTags("Operation").WithSummary("Prometheus text");
    }

    // The first line is what it always was; whether the host is ready does not hang on the views.
    private static async Task<IResult> ReadyAsync(LiveRecord live, ViewPositions views, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"ready at {head}\n").Append(CultureInfo.InvariantCulture, $"index at {head}, behind 0\n");
        foreach (var view in await views.ReadAsync(cancellation))
            text.Append(CultureInfo.InvariantCulture, $"{view.Name} at {view.Position}, behind {Behind(head, view.Position)}\n");
        return TypedResults.Text(text.ToString());
    }

    private static async Task<IResult> MetricsAsync(Record record, LiveRecord live, ViewPositions views, CancellationToken cancellation)
    {
        var head = await record.HeadAsync(cancellation);
        var position = live.Index.Position;
        var text = new StringBuilder()
            .Metric("ntm_record_sequence", "counter", "Last visible entry of the record.", ("", head))
            .Metric("ntm_index_sequence", "counter", "Last entry the index in memory holds.", ("", position))
            .Metric("ntm_index_behind", "gauge", "Entries the index is behind the record.", ("", Behind(head, position)));
        var standing = await views.ReadAsync(cancellation);
        text.Metric("ntm_view_sequence", "gauge", "Last entry a view in SQL holds.", [.. standing.Select(view => (Label(view), view.Position))])
            .Metric("ntm_view_behind", "gauge", "Entries a view in SQL is behind the record.", [.. standing.Select(view => (Label(view), Behind(head, view.Position)))]);
        return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4");
    }

    private static long Behind(long head, long position) => Math.Max(0, head - position);

    private static string Label(ViewPosition view) => $"{{view=\"{view.Name}\"}}";

    private static StringBuilder Metric(this StringBuilder text, string name, string type, string help, params ReadOnlySpan<(string Label, long Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n").Append(CultureInfo.InvariantCulture, $"# TYPE {name} {type}\n");
        foreach (var (label, value) in values)
            text.Append(CultureInfo.InvariantCulture, $"{name}{label} {value}\n");
        return text;
    }
}
