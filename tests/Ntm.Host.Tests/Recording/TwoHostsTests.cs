using System.Globalization;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Host.Database;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

/// <summary>Two programs over one database, each with its own index: neither may slip past what the other has just recorded.</summary>
public sealed class TwoHostsTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private const int Rounds = 15;

    [Fact]
    public async Task A_unit_ends_once_however_many_end_it()
    {
        await using var one = await database.OpenHostAsync();
        await using var two = await database.OpenHostAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var unit = $"het-{round}";
            await one.RecordAsync(Lines.Established(unit));

            var results = await Task.WhenAll(Together(
                () => one.RecordAsync(Lines.Dissolved(unit)), () => two.RecordAsync(Lines.Dissolved(unit, on: "2020-08-01"))));

            Assert.Single(results.OfType<RecordingResult.Recorded>());
            Assert.Equal("unit.ended", Assert.Single(results.OfType<RecordingResult.Refused>()).Code());
        }

        await AssertAgreeAsync(one, two);
    }

    [Fact]
    public async Task A_finding_after_a_units_end_stands_only_where_it_came_before_the_merger()
    {
        await using var one = await database.OpenHostAsync();
        await using var two = await database.OpenHostAsync();
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            string from = $"nhap-{round}", into = $"nhap-{round}-moi";
            await one.RecordAsync(Lines.Established(from), Lines.Established(into));

            // Sometimes the one is a little earlier, sometimes the other.
            var merging = Task.Run(() => one.RecordAsync(Lines.Merged(into, from)));
            await Task.Delay(TimeSpan.FromMilliseconds(round % 4));
            var finding = await two.RecordAsync(Lines.Attained(from));
            var merged = (await merging).Only().Entry.Sequence;

            if (finding is RecordingResult.Refused)
            {
                Assert.Equal("unit.ended", finding.Code());
                refused++;
            }
            else
            {
                Assert.True(finding.Only().Entry.Sequence < merged);
            }
        }

        Assert.InRange(refused, 1, Rounds);
        await AssertAgreeAsync(one, two);
    }

    [Fact]
    public async Task An_id_sent_to_both_at_once_is_recorded_once()
    {
        await using var one = await database.OpenHostAsync();
        await using var two = await database.OpenHostAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var line = Lines.Established($"id-{round}");

            var lines = (await Task.WhenAll(Together(() => one.RecordAsync(line), () => two.RecordAsync(line), () => one.RecordAsync(line))))
                .Select(result => result.Only()).ToList();

            Assert.Single(lines, answer => !answer.Repeated);
            Assert.Single(lines.Select(answer => answer.Entry).Distinct());
        }

        await AssertAgreeAsync(one, two);
    }

    [Fact]
    public async Task An_expected_version_holds_against_the_other_host()
    {
        await using var one = await database.OpenHostAsync();
        await using var two = await database.OpenHostAsync();
        await one.RecordAsync(Lines.Established("phien-ban"));
        for (var version = 1; version <= Rounds; version++)
        {
            var seen = version;
            var results = await Task.WhenAll(Together(
                () => one.RecordAtAsync("unit-phien-ban", seen, Lines.Attained("phien-ban")),
                () => two.RecordAtAsync("unit-phien-ban", seen, Lines.Attained("phien-ban", criterion: 5))));

            Assert.Single(results.OfType<RecordingResult.Recorded>());
            Assert.Equal(new RecordingResult.VersionClash("unit-phien-ban", version, version + 1), results.OfType<RecordingResult.VersionClash>().Single());
        }
    }

    [Fact]
    public async Task Many_callers_of_both_leave_one_record_all_agree_on()
    {
        await using var one = await database.OpenHostAsync();
        await using var two = await database.OpenHostAsync();
        var random = new Random(20200115);
        var units = Enumerable.Range(0, 8).Select(unit => $"chung-{unit}").ToList();
        await one.RecordAsync([.. units.Select(unit => Lines.Established(unit))]);
        var deeds = Enumerable.Range(0, 400).Select(deed =>
        {
            var unit = units[random.Next(units.Count)];
            return (Host: deed % 2 == 0 ? one : two, Line: random.Next(40) switch
            {
                0 => Lines.Dissolved(unit),
                1 => Lines.Merged(units[random.Next(units.Count)], unit),
                2 => Lines.Retracted(unit, Guid.NewGuid()),
                _ => Lines.Attained(unit, random.Next(1, 20), $"2019-{random.Next(1, 13):00}-01"),
            });
        }).ToList();

        using var recorded = new CancellationTokenSource();
        var following = Task.WhenAll(FollowAsync(one, recorded.Token), FollowAsync(one, recorded.Token), FollowAsync(two, recorded.Token));

        var results = await Task.WhenAll(deeds.Select(deed => Task.Run(() => deed.Host.RecordAsync(deed.Line))));
        await recorded.CancelAsync();
        await following;

        Assert.Contains(results, result => result is RecordingResult.Recorded);
        Assert.Contains(results, result => result is RecordingResult.Refused);
        await AssertAgreeAsync(one, two);
        await using var fresh = await database.OpenHostAsync();
        await AssertAgreeAsync(one, fresh);
    }

    // As questions and the follower do, beside the recorder.
    private static async Task FollowAsync(RecordSession host, CancellationToken recorded)
    {
        while (!recorded.IsCancellationRequested)
        {
            var head = await host.Live.CatchUpToHeadAsync(CancellationToken.None);
            Assert.True(host.Live.Index.Position >= head);
            Assert.Equal(host.Live.Index.RecordedAt(head) is null, head == 0);
        }
    }

    private static IEnumerable<Task<RecordingResult>> Together(params Func<Task<RecordingResult>>[] callers) => [.. callers.Select(Task.Run)];

    private static async Task AssertAgreeAsync(RecordSession one, RecordSession two)
    {
        Assert.Equal(await KnowledgeAsync(one), await KnowledgeAsync(two));
    }

    // All that a host knows of units, streams, stamps and findings, as text.
    private static async Task<string> KnowledgeAsync(RecordSession host)
    {
        var head = await host.Live.CatchUpToHeadAsync(TestContext.Current.CancellationToken);
        var index = host.Live.Index;
        var known = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{head} {index.Position} {index.RecordedAt(head):O}");
        foreach (var unit in index.Register.Units.Values.OrderBy(unit => unit.Unit, UnitId.Ordinal))
        {
            var end = unit.EndAt(head);
            known.AppendLine(CultureInfo.InvariantCulture, $"{unit.Unit} v{index.Versions.Of($"unit-{unit.Unit}")} rests {unit.RestingEntries} ends {end?.Entry} {end?.EffectiveOn}");
            for (var criterion = 1; criterion <= 19; criterion++)
                foreach (var fact in index.Findings.Of(unit.Unit, new SetId("ntm-2016-2020"), criterion))
                    known.AppendLine(CultureInfo.InvariantCulture, $"  {criterion} {fact}");
        }

        return known.ToString();
    }
}
