using Microsoft.AspNetCore.Http.Timeouts;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>
/// Reads the forms of pages before anybody asks for a field of them: within the time and the size they have, and with a word for what is
/// no form. Whoever asks first would otherwise wait as long as it takes.
/// </summary>
internal sealed class FormBodies(RequestDelegate next, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType && context.GetEndpoint() is not null)
        {
            context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
            if (await RefusedAsync(context) is { } refused)
            {
                await refused.ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }

    private async Task<ProblemResult?> RefusedAsync(HttpContext context)
    {
        using var patience = new CancellationTokenSource(Limits.BodyWithin, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, patience.Token);
        try
        {
            await context.Request.ReadFormAsync(ended.Token);
            return null;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return ProblemResult.BodyTooSlow();
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return ProblemResult.FormInvalid();
        }
    }
}
