using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Ntm.Host.Access;
using Ntm.Host.Accounts;
using Ntm.Host.Appraisal;
using Ntm.Host.Database;
using Ntm.Host.Entries;
using Ntm.Host.Evidence;
using Ntm.Host.Inspections;
using Ntm.Host.Minutes;
using Ntm.Host.OfficialLists;
using Ntm.Host.OpenIdConnect;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;
using Ntm.Host.Tables;
using Ntm.Host.Titles;
using Ntm.Host.TimePlane;
using Ntm.Host.Units;
using Ntm.Host.Views;

namespace Ntm.Host.Serving;

/// <summary>The web host over an opened record: the table of contents of everything it answers.</summary>
public static class NtmHost
{
    // Longer than an append waits for the order and for a database that comes back.
    private static readonly TimeSpan LongestFinishing = TimeSpan.FromSeconds(30);

    /// <summary>An address only this machine reaches; a host on any other needs accounts.</summary>
    public static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>Nobody but this machine reaches it, neither by its addresses nor through a proxy: it may serve without accounts.</summary>
    internal static bool MayBeOpen(ServingSettings settings, string[] urls) => !settings.IsPublic && Array.TrueForAll(urls, IsLoopback);

    /// <param name="session">The record it serves; the caller closes it after the host has stopped.</param>
    public static WebApplication Build(RecordSession session, params string[] urls) => Build(session, ServingSettings.Default, urls);

    /// <inheritdoc cref="Build(RecordSession, string[])"/>
    public static WebApplication Build(RecordSession session, ServingSettings settings, params string[] urls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        // Standard output belongs to answers, and to the address.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Why a host could not start is told by the command that started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // It warns of unencrypted keys on disk; ours are in the database.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A form with a forged or an old token is refused; whoever sends them could otherwise fill the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);

        // The framework's own filters would judge the host's name before a proxy has told it, and one of its switches
        // (ASPNETCORE_FORWARDEDHEADERS_ENABLED) believes whoever calls himself a proxy.
        builder.Services.RemoveAll<IStartupFilter>();
        builder.Services.AddSingleton(new HostNames(settings));
        builder.Services.AddRateLimits();
        builder.Services.AddTimeLimits();
        builder.Services.Configure<FormOptions>(ServerLimits.Set);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestFinishing);
        builder.Services.AddSingleton<IHostLifetime, StoppedByTheCommand>();
        builder.Services.AddSingleton(session.Catalog);
        builder.Services.AddSingleton(session.Record);
        builder.Services.AddSingleton(session.Live);
        builder.Services.AddSingleton(session.Recorder);
        builder.Services.AddSingleton(session.Questions);
        builder.Services.AddSingleton(session.Histories);
        builder.Services.AddSingleton(new Planes(session.Record, session.Live));
        builder.Services.AddSingleton(session.Titles);
        builder.Services.AddSingleton<StepDesk>();
        builder.Services.AddSingleton<EntryDesk>();
        builder.Services.AddSingleton<MinutesDesk>();

        builder.Services.AddSingleton(session.Evidence);
        builder.Services.AddSingleton(new EvidenceDesk(session.Evidence, session.Record, session.Live, () => session.Questions.Today));
        builder.Services.AddSingleton(session.Time);
        builder.Services.AddSingleton(session.Accounts);
        builder.Services.AddSingleton(session.AccountStore);
        builder.Services.AddSingleton(session.SigningKeys);
        builder.Services.AddSingleton(new OpenHost(MayBeOpen(settings, urls)));
        builder.Services.AddAccess(session.RecordingConnections);
        builder.Services.AddOutsideSignIn(settings.Outside);
        builder.Services.AddSingleton<PlanChecks>();
        builder.Services.AddSingleton<ListImport>();
        builder.Services.AddSingleton(new TableImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today));
        builder.Services.AddSingleton(session.Reports);
        builder.Services.AddSingleton(session.Appraisals);
        builder.Services.AddSingleton(new ReportChecking(session.Reports, session.Record, session.Live));
        builder.Services.AddHostedService(services =>
            new Follower(session.Recording, session.Live, session.Time, services.GetRequiredService<ILogger<Follower>>()));
        builder.Services.AddSingleton(new ViewPositions(session.QuestionConnections));
        builder.Services.AddHostedService(services =>
            new ViewFollower(session.Upkeep, session.Following, session.Time, services.GetRequiredService<ILogger<ViewFollower>>()));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default);
            // A number is a number, in the description as in the answers.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddNtmOpenApi();
        builder.Services.AddNtmPages();

        var app = builder.Build();
        app.UseConfiguredProxies(settings);
        app.UseMiddleware<FaultAnswers>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<NamedHost>();
        app.UseMiddleware<StoppingAnswers>();
        app.UseMiddleware<AddressLimits>();
        app.UseMiddleware<HeadRequests>();
        // Here and not, as otherwise, before everything: the method decides the route.
        app.UseRouting();
        app.UseAddressRates(settings);
        // Stated here, after the proxy's word about the scheme: unstated, the framework puts it before everything.
        app.UseAuthentication();
        app.UseMiddleware<AccessControl>();
        app.UseAccountRates(settings);
        app.UseStatusCodePages(context => ProblemResult.OfBareStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        app.UseRequestTimeouts();
        app.UseMiddleware<FormBodies>();
        app.UseMiddleware<UnkeptAnswers>();
        app.UseAntiforgery();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealth();
        app.MapEntries();
        app.MapOneEntry();
        app.MapUnits();
        app.MapUnitSearch();
        app.MapOfficialLists();
        app.MapTables();
        app.MapUnitHistory();
        app.MapRollUps();
        app.MapTimePlane();
        app.MapHeadEvents();
        app.MapReports();
        app.MapEvidence();
        app.MapPlanChecks();
        app.MapPlanResults();
        app.MapTitles();
        app.MapAppraisal();
        app.MapInspections();
        app.MapPlans();
        app.MapSessions();
        app.MapOutsideSignIn();
        app.MapAccounts();
        app.MapNtmPages();
        return app;
    }
}
