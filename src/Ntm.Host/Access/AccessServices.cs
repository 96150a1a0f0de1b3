using Npgsql;
using Ntm.Host.Accounts;

namespace Ntm.Host.Access;

internal static class AccessServices
{
    internal static void AddAccess(this IServiceCollection services, NpgsqlDataSource connections)
    {
        services.AddSingleton(new ProtectionKeys(connections));
        services.AddSingleton<Tokens>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<Identification>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccountKeeping>();
        services.AddHostedService<AccountFollower>();
        services.AddSessions();
    }

    internal static void MapSessions(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", async (HttpContext context) =>
    {
        await Sessions.EndAsync(context);
        return TypedResults.LocalRedirect("/sign-in");
    }).ExcludeFromDescription();
}
