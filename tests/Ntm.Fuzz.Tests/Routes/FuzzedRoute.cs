using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ntm.Fuzz.Tests.Routes;

/// <summary>An address of the host as its own table of routes has it, so that a new one is sent requests without anybody thinking of it.</summary>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Parameters">What may stand in the query.</param>
internal sealed record FuzzedRoute(string Path, IReadOnlyList<string> Methods, IReadOnlyList<string> Parameters, bool IsPage)
{
    public bool Takes(string method) => Methods.Contains(method);

    public static IReadOnlyList<FuzzedRoute> Of(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Select(Of)
            .GroupBy(route => route.Path)
            .Select(same => same.First() with { Methods = [.. same.SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal)] })
            .OrderBy(route => route.Path, StringComparer.Ordinal),
    ];

    private static FuzzedRoute Of(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        return new FuzzedRoute(
            "/" + endpoint.RoutePattern.RawText!.Trim('/'),
            endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"],
            page is null ? OfHandler(endpoint.Metadata.GetMetadata<MethodInfo>()) : OfPage(page),
            page is not null);
    }

    private static string[] OfHandler(MethodInfo? handler) =>
        [.. (handler?.GetParameters() ?? []).Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()];

    private static string[] OfPage(Type page) =>
    [
        .. page.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()?.Name).OfType<string>(),
    ];
}
