using System.Reflection;

namespace Ntm.Host.Pages;

internal static class PageServices
{
    internal static void AddNtmPages(this IServiceCollection services) => services.AddRazorComponents().Services.AddScoped<OverviewReading>();

    internal static void MapNtmPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapGet("/style.css", () => TypedResults.Stream(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!, "text/css; charset=utf-8")).ExcludeFromDescription();
    }
}
