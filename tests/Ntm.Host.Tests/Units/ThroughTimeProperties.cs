using System.Globalization;
using System.Text.Json.Nodes;
using Ntm.Host.Tests.Reading;
using Ntm.Testing;

namespace Ntm.Host.Tests.Units;

/// <summary>What holds between history, periods, difference and status, whatever was recorded: asked of one random history.</summary>
public sealed class ThroughTimeProperties(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private const ulong Seed = 41;
    private const string Set = "ntm-2016-2020";

    private readonly Dice _dice = new(Seed);
    private List<string> _units = [];
    private int _entries;

    public async ValueTask InitializeAsync()
    {
        if (await host.Client.CountAsync() == 0)
            await new BlackBox(host.Client, Seed, _ => { }).TellAsync(RandomHistory.Create(Seed, entries: 400));
        _entries = await host.Client.CountAsync();
        _units = [.. (await host.Client.GetStringAsync(new Uri("/api/entries", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Where(line => line["type"]!.GetValue<string>().StartsWith("criterion_", StringComparison.Ordinal))
            .Select(line => line["unit"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_difference_applied_to_the_status_at_one_point_gives_the_status_at_the_other()
    {
        var seen = 0;
        for (var round = 0; round < 60; round++)
        {
            var unit = _dice.Pick(_units);
            var (first, second) = (AnyPoint(), AnyPoint());
            var (status, other) = (await AskAsync(unit, "status", first), await AskAsync(unit, "status", second));
            var difference = await AskAsync(unit, "diff", $"{first}&{second.Replace("on=", "againstOn=", StringComparison.Ordinal)
                .Replace("knownAt=", "againstKnownAt=", StringComparison.Ordinal)}");
            if (status is null || other is null)
            {
                Assert.Null(difference);
                continue;
            }

            var applied = Statuses(status);
            foreach (var criterion in difference!["criteria"]!.AsArray())
            {
                var number = criterion!["criterion"]!.GetValue<int>();
                Assert.Equal(applied[number - 1], criterion["status"]!.GetValue<string>());
                applied[number - 1] = criterion["against"]!["status"]!.GetValue<string>();
                Assert.NotEmpty(criterion["entries"]!.AsArray());
                seen++;
            }

            Assert.Equal(Statuses(other), applied);
        }

        Assert.InRange(seen, 20, int.MaxValue);
    }

    [Fact]
    public async Task The_period_a_day_lies_in_is_the_status_of_that_day()
    {
        for (var round = 0; round < 60; round++)
        {
            var unit = _dice.Pick(_units);
            var (day, knownAt) = (AnyDay(), _dice.Below(_entries + 1));
            var status = await AskAsync(unit, "status", Point(day, knownAt));
            var periods = await AskAsync(unit, "periods", $"knownAt={knownAt}");
            Assert.Equal(status is null, periods is null);
            if (status is null)
                continue;

            var on = PlainLine.Text(day);
            var deciding = periods!["periods"]!.AsArray().Where(period => period!["set"]!.GetValue<string>() == Set
                && string.CompareOrdinal(period["from"]!.GetValue<string>(), on) <= 0
                && (period["to"] is not { } to || string.CompareOrdinal(on, to.GetValue<string>()) < 0));
            var expected = status["criteria"]!.AsArray().Where(criterion => criterion!["entry"] is not null);
            Assert.Equal(
                expected.Select(criterion => $"{criterion!["criterion"]} {criterion["status"]} {criterion["since"]} {criterion["entry"]}"),
                deciding.Select(period => $"{period!["criterion"]} {period["status"]} {period["from"]} {period["openedBy"]}"));
        }
    }

    [Fact]
    public async Task The_history_known_before_is_the_beginning_of_the_history_known_later_but_for_retractions_of_it()
    {
        for (var round = 0; round < 40; round++)
        {
            var unit = _dice.Pick(_units);
            var query = _dice.OneIn(2) ? "" : $"&criterion={1 + _dice.Below(19)}";
            var knownAt = _dice.Below(_entries + 1);
            var (before, after) = (await AskAsync(unit, "history", $"knownAt={knownAt}{query}"), await AskAsync(unit, "history", $"knownAt={_entries}{query}"));
            if (before is null || after is null)
                continue;

            Assert.Equal(
                after["entries"]!.AsArray().Where(entry => entry!["sequence"]!.GetValue<long>() <= knownAt).Select(WithoutRetraction),
                before["entries"]!.AsArray().Select(WithoutRetraction));
        }
    }

    private static string WithoutRetraction(JsonNode? entry)
    {
        var said = (JsonObject)entry!.DeepClone();
        said.Remove("retractedBy");
        return said.ToJsonString();
    }

    private static List<string> Statuses(JsonNode status) =>
        [.. status["criteria"]!.AsArray().Select(criterion => criterion!["status"]!.GetValue<string>())];

    private string AnyPoint() => Point(AnyDay(), _entries - _dice.Below(_entries / 2));

    private static string Point(DateOnly day, int knownAt) => string.Create(
        CultureInfo.InvariantCulture, $"on={PlainLine.Text(day)}&knownAt={knownAt}");

    private DateOnly AnyDay() => _dice.Day(RandomHistory.FirstDay, RandomHistory.LastDay);

    private async Task<JsonNode?> AskAsync(string unit, string question, string query)
    {
        var set = question is "history" or "periods" ? "" : $"&set={Set}";
        var answer = await host.Client.AskAsync($"/api/units/{unit}/{question}?{query}{set}");
        Assert.True(answer.Status is System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.NotFound, answer.Text);
        return answer.Status == System.Net.HttpStatusCode.OK ? answer.Json : null;
    }
}
