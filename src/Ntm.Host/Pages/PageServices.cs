using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ntm.Host.Access;
using Ntm.Host.Serving;

namespace Ntm.Host.Pages;

internal static class PageServices
{
    internal static void AddNtmPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped(typeof(Wording), provider => LanguageChoice.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddScoped<OverviewReading>();
        services.AddScoped<PlanPageReading>();
        services.AddScoped<TableFormReading>();
        services.AddScoped<UnitPageReading>();
        services.AddScoped<PlanePageReading>();
        services.AddScoped<EntryPageReading>();
        services.AddScoped<AppraisalPageReading>();
        services.AddScoped<ReportPageReading>();
        services.AddScoped<PlanCheckReading>();
        services.AddScoped<PlanResultPageReading>();
        services.AddScoped<TitlePagesReading>();
        services.AddScoped<UnitInspectionsReading>();
        services.AddScoped<InspectionListReading>();
        // Vietnamese stays readable in the page's source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    internal static void MapNtmPages(this WebApplication app)
    {
        app.MapRazorComponents<App>().WithTimeLimit(TimeLimits.Answer);
        app.MapPageFiles();
        app.MapGet("/language/{code}", (HttpContext context, string code, string? back) =>
        {
            LanguageChoice.Keep(context, code);
            return TypedResults.LocalRedirect(Sessions.Inside(back));
        }).ExcludeFromDescription();
    }
}
