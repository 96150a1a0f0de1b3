using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Problems;

namespace Ntm.Host.Questions;

/// <summary>
/// Refuses a parameter the address does not have: a misspelt knownAt would otherwise be answered with today's knowledge,
/// and nobody would notice.
/// </summary>
internal sealed class KnownParametersOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        var stranger = context.HttpContext.Request.Query.Keys.FirstOrDefault(
            given => !known.Any(parameter => IsQuery(parameter) && string.Equals(QueryName(parameter), given, StringComparison.OrdinalIgnoreCase)));
        return stranger is null ? await next(context) : ProblemResult.Of(QuestionRefusals.ParameterUnknown(stranger));
    }

    // What the program hands to an endpoint has names too, and they are none of the address.
    private static bool IsQuery(IParameterBindingMetadata parameter) => parameter.ParameterInfo.IsDefined(typeof(FromQueryAttribute), inherit: false);

    // Parameters are named as in the address; see the endpoints.
    private static string QueryName(IParameterBindingMetadata parameter) => parameter.Name;
}
