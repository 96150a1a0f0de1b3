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
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; what was taken in is finished all the same.
        }
#pragma warning disable CA1031 // The edge: nothing above this could do better.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var known = ProblemResult.Of(fault);
            if (known is null)
                LogUnexpected(log, fault, context.Request.Method, context.Request.Path);
            await (known ?? ProblemResult.Unexpected()).ExecuteAsync(context);
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "Unexpected fault answering {Method} {Path}")]
    private static partial void LogUnexpected(ILogger log, Exception fault, string method, string path);
}
