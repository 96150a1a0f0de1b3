using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>Turns what was thrown into a problem: known faults of the store with what to do, anything else without detail.</summary>
internal sealed partial class FaultAnswers(RequestDelegate next, ILogger<FaultAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (gone is ConnectionResetException || (gone is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // The caller is gone; what was taken in is finished all the same.
        }
#pragma warning disable CA1031 // The edge: nothing above this could do better.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var known = fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? BodyTooLarge(context) : ProblemResult.Of(fault);
            // By its route, not by what was asked: an address, a header or a body may hold what belongs into no log, and line ends.
            if (known is null)
                LogUnexpected(log, fault, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, context.TraceIdentifier);
            await (known ?? ProblemResult.Unexpected()).ExecuteAsync(context);
        }
    }

    private static ProblemResult BodyTooLarge(HttpContext context) =>
        ProblemResult.BodyTooLarge(context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? Limits.BodyBytes);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "Unexpected fault answering {Method} {Route} ({Correlation})")]
    private static partial void LogUnexpected(ILogger log, Exception fault, string method, string? route, string correlation);
}
