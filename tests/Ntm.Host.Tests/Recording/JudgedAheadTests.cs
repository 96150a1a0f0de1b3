using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

/// <summary>While a large batch is written, the next is judged on what that one will leave.</summary>
public sealed class JudgedAheadTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private const int Many = 1_000;

    [Fact]
    public async Task What_rests_on_a_batch_still_being_written_goes_into_the_next_transaction()
    {
        await using var host = await OpenAsync();
        await using var held = await database.HoldOrderAsync();
        var first = host.RecordAsync([Lines.Established("noi"), .. Findings("noi", Many)]);
        await database.UntilWaitingAsync();
        var second = host.RecordAsync(Findings("noi", Many));
        var third = host.RecordAtAsync("unit-noi", 1 + (2 * Many), Lines.Attained("noi"));
        await held.DisposeAsync();

        var before = Recorded(await first);
        var after = Recorded(await second);
        Assert.Equal(Enumerable.Range(2 + Many, Many).Select(version => (long)version), after.Select(line => line.Entry.Version));
        Assert.Equal(before[^1].Entry.Sequence + 1, after[0].Entry.Sequence);
        Assert.Equal(2 + (2 * Many), (await third).Only().Entry.Version);
        Assert.Equal(2, await database.TransactionsAsync("unit-noi"));
        await AssertSameAsFreshAsync(host, "noi");
    }

    [Fact]
    public async Task It_is_judged_again_where_the_one_before_it_came_to_nothing()
    {
        await using var host = await OpenAsync();
        await using var other = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("het"));
        (await other.RecordAsync(Lines.Dissolved("het", "2020-06-01"))).Only();
        await using var held = await database.HoldOrderAsync();
        // The host has not heard that the unit has ended: it takes this for lawful, and what follows too.
        var first = host.RecordAsync([Lines.Established("khong-thanh"), .. Findings("het", Many, "2020-07-01")]);
        await database.UntilWaitingAsync();
        var resting = host.RecordAsync(Findings("khong-thanh", Many));
        var free = host.RecordAsync([Lines.Established("thanh"), .. Findings("thanh", Many)]);
        await held.DisposeAsync();

        Assert.Equal("unit.ended", Refused(await first));
        Assert.Equal("unit.unknown", Refused(await resting));
        Assert.Equal(Enumerable.Range(1, 1 + Many).Select(version => (long)version), Recorded(await free).Select(line => line.Entry.Version));
        await AssertSameAsFreshAsync(host, "thanh");
    }

    [Fact]
    public async Task It_is_judged_again_where_another_program_recorded_in_between()
    {
        await using var host = await OpenAsync();
        await using var other = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("xen"), Lines.Established("xen-het"));
        var held = await database.HoldOrderAsync();
        var first = host.RecordAsync(Findings("xen", Many));
        await database.UntilWaitingAsync();
        // Second in line, so that it comes between the two.
        var between = other.RecordAsync(Lines.Dissolved("xen-het"), Lines.Attained("xen"));
        await database.UntilWaitingAsync(2);
        var second = host.RecordAsync([.. Findings("xen", Many), Lines.Attained("xen-het", on: "2020-07-01")]);
        var third = host.RecordAsync(Findings("xen", Many));
        await held.DisposeAsync();

        Recorded(await first);
        Recorded(await between);
        // Either came between, or after all of it: what stands is what was lawful then.
        var lawful = await second is RecordingResult.Recorded;
        Assert.True(lawful || Refused(await second) == "unit.ended");
        Recorded(await third);
        Assert.Equal((lawful ? 3 : 2) * Many + 2, host.Live.Index.Versions.Of("unit-xen"));
        await AssertSameAsFreshAsync(host, "xen");
    }

    [Fact]
    public async Task An_id_in_the_batch_being_written_is_known_to_the_next()
    {
        await using var host = await OpenAsync();
        await host.RecordAsync(Lines.Established("ma"));
        var findings = Findings("ma", Many);
        var id = Guid.NewGuid();
        await using var held = await database.HoldOrderAsync();
        var first = host.RecordAsync([.. findings, Lines.Attained("ma", id: id)]);
        await database.UntilWaitingAsync();
        var again = host.RecordAsync(findings);
        var reused = host.RecordAsync([.. Findings("ma", Many), Lines.Attained("ma", criterion: 4, id: id)]);
        await held.DisposeAsync();

        Assert.All(Recorded(await first), line => Assert.False(line.Repeated));
        Assert.All(Recorded(await again), line => Assert.True(line.Repeated));
        Assert.Equal("entry.id_reused", Refused(await reused));
        await AssertSameAsFreshAsync(host, "ma");
    }

    [Fact]
    public async Task Of_a_succession_nothing_is_recorded_after_what_was_refused()
    {
        await using var host = await OpenAsync();
        await using var other = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("chuoi"), Lines.Established("chuoi-het"));
        (await other.RecordAsync(Lines.Dissolved("chuoi-het"))).Only();
        var succession = new Succession(host.Recorder);
        await using var held = await database.HoldOrderAsync();
        var first = RecordAsync(succession, Findings("chuoi", Many));
        await database.UntilWaitingAsync();
        var refused = RecordAsync(succession, [.. Findings("chuoi", Many), Lines.Attained("chuoi-het", on: "2020-07-01")]);
        var afterIt = RecordAsync(succession, Findings("chuoi", Many));
        var last = RecordAsync(succession, Lines.Attained("chuoi"));
        var stranger = host.RecordAsync(Lines.Attained("chuoi"));
        await held.DisposeAsync();

        Recorded(await first);
        Assert.Equal("unit.ended", Refused(await refused));
        Assert.IsType<RecordingResult.NotReached>(await afterIt);
        Assert.IsType<RecordingResult.NotReached>(await last);
        Assert.Equal(2 + Many, (await stranger).Only().Entry.Version);
        await AssertSameAsFreshAsync(host, "chuoi");
    }

    [Fact]
    public async Task Of_a_succession_nothing_is_recorded_after_what_failed()
    {
        await using var host = await OpenAsync();
        await host.RecordAsync(Lines.Established("dut"));
        var succession = new Succession(host.Recorder);
        await using var held = await database.HoldOrderAsync();
        var lost = RecordAsync(succession, Findings("dut", Many));
        await database.UntilWaitingAsync();
        var next = RecordAsync(succession, Findings("dut", Many));
        // What an administrator may have put beside our own rules.
        await database.DoAsync("alter table ntm.mt_streams add constraint no_more check (id <> 'unit-dut') not valid");
        await held.DisposeAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => lost);
        Assert.IsType<RecordingResult.NotReached>(await next);
        await database.DoAsync("alter table ntm.mt_streams drop constraint no_more");
        Assert.Equal(2, (await host.RecordAsync(Lines.Attained("dut"))).Only().Entry.Version);
    }

    // A host that has recorded once: it knows the day, and needs not ask for it.
    private async Task<RecordSession> OpenAsync()
    {
        var host = await database.OpenHostAsync();
        (await host.RecordAsync(Lines.Established($"truoc-{Guid.NewGuid():N}"))).Only();
        return host;
    }

    private static string[] Findings(string unit, int count, string on = "2020-01-01") =>
        [.. Enumerable.Range(0, count).Select(number => Lines.Attained(unit, 1 + (number % 19), on))];

    private static Task<RecordingResult> RecordAsync(Succession succession, params string[] lines) =>
        succession.RecordAsync(Lines.Read(lines), new Act("local", null, "test", null), TestContext.Current.CancellationToken);

    private static IReadOnlyList<RecordedLine> Recorded(RecordingResult result) => Assert.IsType<RecordingResult.Recorded>(result).Lines;

    private static string Refused(RecordingResult result) =>
        Assert.Single(Assert.IsType<RecordingResult.Refused>(result).Refusals.Select(refusal => refusal.Refusal.Code).Distinct());

    private async Task AssertSameAsFreshAsync(RecordSession host, string unit)
    {
        await using var fresh = await database.OpenHostAsync();
        await host.Live.CatchUpToHeadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(fresh.Live.Index.Position, host.Live.Index.Position);
        Assert.Equal(fresh.Live.Index.Versions.Of($"unit-{unit}"), host.Live.Index.Versions.Of($"unit-{unit}"));
        Assert.Equal(
            fresh.Live.Index.Register.Units[Domain.Units.UnitId.Parse(unit)].RestingEntries, host.Live.Index.Register.Units[Domain.Units.UnitId.Parse(unit)].RestingEntries);
    }
}
