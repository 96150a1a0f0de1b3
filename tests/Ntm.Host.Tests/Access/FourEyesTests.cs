using System.Net;
using Npgsql;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Who recorded does not verify, as the recorder holds it: beside others who record, and before the record is asked who it was.</summary>
public sealed class FourEyesTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Office District = new(Role.CoordinationOffice, UnitId.Parse("h1"));

    private readonly RunningHost _host = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_recorded_for_the_commune_is_refused_for_the_district_and_a_colleague_is_not()
    {
        var (lan, mai) = (await _host.ActAsAsync("lan", District), await _host.ActAsAsync("mai", District));
        Assert.Equal(HttpStatusCode.Created, (await lan.TellAsync(Found("commune", 5))).Status);
        await RefusedAsync(lan, Found("district", 5));
        Assert.Equal(HttpStatusCode.Created, (await mai.TellAsync(Found("district", 5))).Status);
        await RefusedAsync(mai, Found("commune", 5));
        Assert.Equal(HttpStatusCode.Created, (await lan.TellAsync(Found("commune", 5))).Status);
        Assert.Equal(HttpStatusCode.Created, (await lan.TellAsync(Found("district", 6))).Status);
    }

    [Fact]
    public async Task What_was_retracted_counts_as_never_recorded_also_in_the_same_batch()
    {
        const string Id = "00000000-0000-4000-8000-000000000077";
        var lan = await _host.ActAsAsync("lan", District);
        Assert.Equal(HttpStatusCode.Created, (await lan.TellAsync(Found("commune", 5, Id))).Status);
        await RefusedAsync(lan, Found("district", 5));
        Assert.Equal(HttpStatusCode.Created, (await lan.TellAsync(
            $$"""{"type":"entry_retracted","unit":"h1.x1","entry":"{{Id}}","reason":"nhầm"}""", Found("district", 5))).Status);
    }

    [Fact]
    public async Task Whoever_says_both_at_once_is_believed_in_one()
    {
        for (var criterion = 1; criterion <= 12; criterion++)
        {
            var on = criterion;
            var clients = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => _host.ActAsAsync($"nguoi-{on}-{number}", District)));
            var answers = await Task.WhenAll(clients.Select(async client =>
                await Task.WhenAll(client.TellAsync(Found("commune", on)), client.TellAsync(Found("district", on)))));
            Assert.All(answers, both => Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Forbidden], both.Select(answer => answer.Status).Order()));
        }
    }

    [Fact]
    public async Task A_finding_where_no_other_level_has_found_anything_waits_for_nobody()
    {
        var lan = await _host.ActAsAsync("lan", District);
        // The first of a program learns the day of the record inside the order.
        Assert.Equal(HttpStatusCode.Created, (await lan.TellAsync(Found("district", 1))).Status);
        await using var order = await _host.Session.Recording.OpenAppendAsync(long.MaxValue, [], TestContext.Current.CancellationToken);
        var telling = lan.TellAsync(Found("district", 2));
        // One call that appends, held up by the order; nothing is asked before.
        Assert.Contains("ntm.append_one", await WaitingForOrderAsync(), StringComparison.Ordinal);
        await order.DisposeAsync();
        Assert.Equal(HttpStatusCode.Created, (await telling).Status);
    }

    private async Task<string> WaitingForOrderAsync()
    {
        await using var owner = NpgsqlDataSource.Create(_host.ConnectionString);
        for (; ; await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken))
        {
            await using var command = owner.CreateCommand("select query from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
            if (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is string waiting)
                return waiting;
        }
    }

    private static string Found(string assessor, int criterion, string? id = null) =>
        $$"""{"type":"criterion_attained","id":"{{id ?? Guid.NewGuid().ToString()}}","unit":"h1.x1","effectiveOn":"2018-01-01","set":"ntm-2016-2020","criterion":{{criterion}},"assessedBy":"{{assessor}}"}""";

    private static async Task RefusedAsync(HttpClient client, string line)
    {
        var answer = await client.TellAsync(line);
        Assert.Equal((HttpStatusCode.Forbidden, "access.four_eyes"), (answer.Status, answer.Json["errors"]![0]!["code"]!.GetValue<string>()));
    }
}
