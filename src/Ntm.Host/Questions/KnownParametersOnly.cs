using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Problems;

namespace Ntm.Host.Questions;

/// <summary>
/// Refuses a parameter the address does not have: a misspelt knownAt would otherwise be answered with today's knowledge,
/// and nobody would notice.
/// </summary>
internal static class KnownParametersOnly
{
    internal static RouteHandlerBuilder WithKnownParametersOnly(this RouteHandlerBuilder route) => route.AddEndpointFilterFactory((endpoint, next) =>
    {
        // Once for each route. What the program hands to an endpoint has names too, and they are none of the address.
        string[] known =
        [
            .. endpoint.MethodInfo.GetParameters()
                .Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>() is { } query ? query.Name ?? parameter.Name : null)
                .OfType<string>(),
        ];
        return context => FirstStranger(context.HttpContext.Request.Query, known) is { } stranger
            ? ValueTask.FromResult<object?>(ProblemResult.Of(QuestionRefusals.ParameterUnknown(stranger)))
            : next(context);
    });

    private static string? FirstStranger(IQueryCollection given, string[] known)
    {
        foreach (var (name, _) in given)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                return name;
        }

        return null;
    }
}
