using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>Addresses with more parameters than any question has are not taken apart.</summary>
internal sealed class AddressLimits(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value;
        return query is { Length: > Limits.QueryParameters } && query.AsSpan().Count('&') >= Limits.QueryParameters
            ? ProblemResult.TooManyParameters(Limits.QueryParameters).ExecuteAsync(context)
            : next(context);
    }
}
