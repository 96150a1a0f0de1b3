using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>A host answers to its names only: open to this machine means open to it, not to a page from elsewhere that calls it by another name.</summary>
internal static class HostNames
{
    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    internal static void AddHostNames(this IServiceCollection services, ServingSettings settings) => services.Configure<HostFilteringOptions>(filter =>
    {
        filter.AllowedHosts = [.. OfThisMachine, .. settings.Hosts];
        filter.AllowEmptyHosts = false;
        filter.IncludeFailureMessage = false;
    });

    internal static void UseHostNames(this WebApplication app)
    {
        app.Use(AnswerFilteredAsync);
        app.UseHostFiltering();
    }

    // Everything behind the filter has a word for a bare 400 of its own; what still has none is the filter's.
    private static async Task AnswerFilteredAsync(HttpContext context, RequestDelegate next)
    {
        // The filter looks at the name only; a page, which puts its own address together, would fail for a port there is none of.
        if (context.Request.Host.Port is < 0 or > IPEndPoint.MaxPort)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null })
            await ProblemResult.HostUnknown(context.Request.Host.Host).ExecuteAsync(context);
    }
}
