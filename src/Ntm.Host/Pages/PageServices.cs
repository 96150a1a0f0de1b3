using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;

namespace Ntm.Host.Pages;

internal static class PageServices
{
    internal static void AddNtmPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<OverviewReading>();
        // Vietnamese stays readable in the page's source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // No page takes a form post yet: nothing is signed that would have to outlive the program, and nothing is left in anyone's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    internal static void MapNtmPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapGet("/style.css", () => TypedResults.Stream(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!, "text/css; charset=utf-8")).ExcludeFromDescription();
    }
}
