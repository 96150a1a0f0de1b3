using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Access;
using Ntm.Host.Accounts;

namespace Ntm.Host.OpenIdConnect;

/// <summary>To the provider and back (docs/reference/access.md).</summary>
internal static class OutsideSignInEndpoints
{
    internal const string Start = "/sign-in/outside";
    internal const string Return = "/sign-in/outside/return";

    internal static void AddOutsideSignIn(this IServiceCollection services, ProviderSettings? settings)
    {
        services.AddSingleton<OutsideTrips>();
        if (settings is not null)
            services.AddSingleton(provider => new Provider(settings, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new OutsideSignIn(
            provider.GetService<Provider>(), provider.GetRequiredService<LiveAccounts>(), provider.GetRequiredService<AccountStore>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OutsideSignIn>>()));
    }

    internal static void MapOutsideSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Start, StartAsync).ExcludeFromDescription();
        routes.MapGet(Return, ReturnAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> StartAsync(
        HttpContext context, OutsideSignIn signIn, OutsideTrips trips, [FromQuery(Name = "next")] string? next, CancellationToken cancellation)
    {
        var inside = Sessions.Inside(next);
        if (signIn.ProviderName is null)
            return ToSignIn(trips, OutsideOutcome.Refused(OutsideRefusal.NotConfigured), inside);
        var trip = trips.Begin(context, inside);
        return await signIn.AddressAsync(trip, RedirectUri(context.Request), cancellation) is { } address
            ? Results.Redirect(address)
            : ToSignIn(trips, OutsideOutcome.Refused(OutsideRefusal.ProviderAway), inside);
    }

    private static async Task<IResult> ReturnAsync(
        HttpContext context, OutsideSignIn signIn, OutsideTrips trips, Sessions sessions, [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "code")] string? code, [FromQuery(Name = "error")] string? error, [FromQuery(Name = "iss")] string? issuer, CancellationToken cancellation)
    {
        if (signIn.ProviderName is null)
            return ToSignIn(trips, OutsideOutcome.Refused(OutsideRefusal.NotConfigured), "/");
        if (trips.End(context, state) is not { } trip)
            return ToSignIn(trips, OutsideOutcome.Refused(OutsideRefusal.State), "/");
        var outcome = await signIn.TakeAsync(
            trip, new OutsideReturn(code, error, issuer), RedirectUri(context.Request), context.Connection.RemoteIpAddress?.ToString(), cancellation);
        if (outcome.Account is not { } account)
            return ToSignIn(trips, outcome, trip.Next);
        return await sessions.BeginAsync(context, account) is null
            ? ToSignIn(trips, OutsideOutcome.Refused(OutsideRefusal.NoOffice), trip.Next)
            : Results.LocalRedirect(trip.Next);
    }

    private static IResult ToSignIn(OutsideTrips trips, OutsideOutcome refused, string next) =>
        Results.LocalRedirect($"/sign-in?next={Uri.EscapeDataString(next)}&refused={Uri.EscapeDataString(trips.Tell(refused))}");

    // The host's name was checked before; the provider holds it against what was registered besides.
    private static string RedirectUri(HttpRequest request) => $"{request.Scheme}://{request.Host}{Return}";
}
