using System.CommandLine;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Host.Access;
using Ntm.Host.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Walks the whole product: every route and every command has a rule, and every rule holds for every role.</summary>
public sealed class AccessTableTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void Every_route_has_a_rule_and_every_rule_a_route()
    {
        var routes = _host.Routes.SelectMany(route => MethodsOf(route).Select(method => $"{method} {RouteRules.PatternOf(route)}")).ToHashSet();
        var rules = RouteRules.All.Where(rule => rule.Method != RouteRules.Command).Select(rule => $"{rule.Method} {rule.Pattern}").ToHashSet();
        Assert.Equal(rules.Order(StringComparer.Ordinal), routes.Where(rules.Contains).Order(StringComparer.Ordinal));
        // The framework lets every page answer to POST, and adds a route for redirects of scripts: what has no rule is refused.
        Assert.All(routes.Except(rules), route => Assert.True(
            route is "GET /_framework/opaque-redirect" || (route.StartsWith("POST /", StringComparison.Ordinal) && rules.Contains($"GET{route[4..]}")), route));
    }

    [Fact]
    public void Every_command_has_a_rule_and_every_rule_a_command()
    {
        var context = new CommandContext(TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false);
        var commands = NtmProgram.Root(context).Subcommands.SelectMany(command => WordsOf(command, "")).Order(StringComparer.Ordinal);
        var rules = RouteRules.All.Where(rule => rule.Method == RouteRules.Command).Select(rule => rule.Pattern).Order(StringComparer.Ordinal);
        Assert.Equal(rules, commands);
    }

    [Fact]
    public async Task A_page_form_without_a_rule_is_refused_to_everybody()
    {
        using var form = new FormUrlEncodedContent([]);
        using var answer = await _host.Client.PostAsync(new Uri("/plans", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("access.no_rule", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_somebody_has_an_account_nothing_but_what_is_open_answers_strangers()
    {
        await _host.ActAsAsync("quan-tri", new Office(Role.Administrator, null));
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Client.BaseAddress };
        foreach (var rule in RouteRules.All.Where(rule => rule.Method != RouteRules.Command))
        {
            var status = await StatusAsync(stranger, rule);
            if (rule.Right == AccessRight.Open)
                Assert.NotEqual(HttpStatusCode.Unauthorized, status);
            else
                Assert.True(status == HttpStatusCode.Unauthorized, $"{rule.Method} {rule.Pattern}: {status}");
        }
    }

    [Fact]
    public async Task Every_role_reaches_every_route_its_right_opens_and_no_other()
    {
        foreach (var (role, area, client) in await OfficesAsync())
        {
            var office = new Office(role, UnitId.Parse(area));
            // Signing out ends the session the other rules are asked with.
            foreach (var rule in RouteRules.All.Where(rule => rule.Method != RouteRules.Command && rule.Right != AccessRight.Open && rule.Pattern != "/sign-out"))
            {
                var status = await StatusAsync(client, rule);
                var told = $"{role} of {area}, {rule.Method} {rule.Pattern}: {status}";
                Assert.True(status != HttpStatusCode.Unauthorized, told);
                // What a right opens may still be refused by its content, an area or a type: never for want of the right.
                if (!office.Holds(rule.Right))
                    Assert.True(status == HttpStatusCode.Forbidden, told);
                else if (rule.Right is AccessRight.Read or AccessRight.OwnAccount)
                    Assert.True(status is not (HttpStatusCode.Forbidden or HttpStatusCode.Redirect) && status < HttpStatusCode.InternalServerError, told);
            }
        }
    }

    [Fact]
    public async Task Every_role_records_in_its_own_area_what_its_row_says_and_nothing_in_another()
    {
        foreach (var (role, area, client) in await OfficesAsync())
        {
            foreach (var (unit, isOwn) in new[] { ("h1.x1", area is "h1" or "tinh"), ("h2.x2", area is "h2" or "tinh") })
            {
                foreach (var right in RecordingRights.All)
                {
                    if (Places.LineFor(right, unit) is not { } line)
                        continue;
                    var answer = await client.TellAsync(line);
                    var may = isOwn && right.Roles.Contains(role) && (right.AreaLevel is not { } level || (area == "tinh" ? UnitLevel.Province : UnitLevel.District) <= level);
                    Assert.True(answer.Status == (may ? HttpStatusCode.Created : HttpStatusCode.Forbidden), $"{role} of {area}: {line}\n{answer.Text}");
                }
            }
        }
    }

    private async Task<IReadOnlyList<(Role Role, string Area, HttpClient Client)>> OfficesAsync()
    {
        var offices = new List<(Role, string, HttpClient)>();
        foreach (var role in Roles.Names.Values)
        {
            foreach (var area in new[] { "h1", "h2", "tinh" })
                offices.Add((role, area, await _host.ActAsAsync($"{Roles.Names.NameOf(role)}-{area}", new Office(role, UnitId.Parse(area)))));
        }

        return offices;
    }

    private static IEnumerable<string> MethodsOf(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static IEnumerable<string> WordsOf(Command command, string before)
    {
        var words = $"{before} {command.Name}".Trim();
        var below = command.Subcommands.SelectMany(next => WordsOf(next, words)).ToList();
        return command.Action is null ? below : below.Prepend(words);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, AccessRule rule)
    {
        var address = rule.Pattern.Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{kind}", "criteria", StringComparison.Ordinal)
            .Replace("{unit}", "h1.x1", StringComparison.Ordinal).Replace("{UnitSlug}", "h1.x1", StringComparison.Ordinal)
            .Replace("{plan}", "ke-hoach", StringComparison.Ordinal).Replace("{PlanSlug}", "ke-hoach", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(rule.Method), address);
        if (rule.Method != "GET")
            request.Content = new StringContent("", Encoding.UTF8, HttpQuestions.Ndjson);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
