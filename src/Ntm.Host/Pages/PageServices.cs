using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ntm.Host.Serving;

namespace Ntm.Host.Pages;

internal static class PageServices
{
    internal static void AddNtmPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<OverviewReading>();
        services.AddScoped<PlanPageReading>();
        services.AddScoped<TableFormReading>();
        services.AddScoped<UnitPageReading>();
        services.AddScoped<AppraisalPageReading>();
        services.AddScoped<ReportPageReading>();
        services.AddScoped<PlanCheckReading>();
        services.AddScoped<PlanResultPageReading>();
        // Vietnamese stays readable in the page's source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    internal static void MapNtmPages(this WebApplication app)
    {
        app.MapRazorComponents<App>().WithTimeLimit(TimeLimits.Answer);
        app.MapGet("/style.css", () => TypedResults.Stream(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!, "text/css; charset=utf-8")).ExcludeFromDescription();
    }
}
