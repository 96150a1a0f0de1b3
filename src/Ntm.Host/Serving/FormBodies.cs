using Microsoft.AspNetCore.Components.Endpoints;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>
/// Reads the forms of pages before anybody asks for a field of them: within the time and the size they have, and with a word for what is
/// no form. Whoever asks first would otherwise wait as long as it takes.
/// </summary>
internal sealed class FormBodies(RequestDelegate next, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentType is not null && context.Request.HasFormContentType && IsPage(context.GetEndpoint()) ? ReadAsync(context) : next(context);

    private static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private async Task ReadAsync(HttpContext context)
    {
        context.BodyIsThere();
        if (await RefusedAsync(context) is { } refused)
            await refused.ExecuteAsync(context);
        else
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
