using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

public sealed class GroupCommitTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    [Fact]
    public async Task Sixty_four_callers_share_a_few_transactions()
    {
        await using var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var callers = Enumerable.Range(0, 64).Select(caller => host.RecordAsync(Lines.Established($"cung-{caller}"))).ToList();
        await database.UntilWaitingAsync();
        await held.DisposeAsync();

        var recorded = (await Task.WhenAll(callers)).Select(Lines.Only).ToList();

        Assert.Equal(Enumerable.Range(0, 64).Select(caller => $"unit-cung-{caller}"), recorded.Select(line => line.Entry.Stream));
        Assert.Equal(64, recorded.Select(line => line.Entry.Sequence).Distinct().Count());
        Assert.All(recorded, line => Assert.False(line.Repeated));
        // The first was under way alone; whoever came meanwhile went together.
        Assert.InRange(await database.TransactionsAsync("unit-cung-%"), 1, 4);
    }

    [Fact]
    public async Task Without_anything_held_all_callers_are_answered_as_well()
    {
        await using var host = await database.OpenHostAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 300).Select(caller => Task.Run(() => host.RecordAsync(Lines.Established($"nhieu-{caller}")))));

        Assert.Equal(300, results.Select(result => result.Only().Entry.Sequence).Distinct().Count());
        Assert.True(await database.TransactionsAsync("unit-nhieu-%") < 100);
    }

    [Fact]
    public async Task A_batch_larger_than_a_group_is_recorded_whole()
    {
        await using var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var before = host.RecordAsync(Lines.Established("lon"));
        await database.UntilWaitingAsync();
        var large = host.RecordAsync([.. Enumerable.Range(0, 5_000).Select(line => Lines.Attained("lon", note: $"{line}"))]);
        var after = host.RecordAsync(Lines.Established("lon-2"));
        await held.DisposeAsync();

        var lines = Assert.IsType<RecordingResult.Recorded>(await large).Lines;

        var first = (await before).Only().Entry.Sequence + 1;
        Assert.Equal(Enumerable.Range(0, 5_000).Select(line => first + line), lines.Select(line => line.Entry.Sequence));
        Assert.Equal(Enumerable.Range(2, 5_000).Select(version => (long)version), lines.Select(line => line.Entry.Version));
        Assert.Equal(first + 5_000, (await after).Only().Entry.Sequence);
        Assert.Equal(1, await database.AskAsync<long>("select count(distinct xmin::text) from ntm.mt_events where stream_id = 'unit-lon' and version > 1"));
    }

    [Fact]
    public async Task A_refused_batch_leaves_the_others_of_its_group()
    {
        await using var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var first = host.RecordAsync(Lines.Established("ben-1"));
        await database.UntilWaitingAsync();
        var half = host.RecordAsync(Lines.Established("ben-2"), Lines.Attained("khong-co"));
        var resting = host.RecordAsync(Lines.Attained("ben-1"));
        var onRefused = host.RecordAsync(Lines.Attained("ben-2"));
        var last = host.RecordAsync(Lines.Established("ben-2"));
        await held.DisposeAsync();

        (await first).Only();
        Assert.Equal("unit.unknown", (await half).Code());
        // What another caller said before stands for those after it; what was refused does not.
        Assert.Equal(2, (await resting).Only().Entry.Version);
        Assert.Equal("unit.unknown", (await onRefused).Code());
        Assert.Equal(1, (await last).Only().Entry.Version);
        Assert.Equal(host.Live.Index.Position, await host.Record.HeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_id_in_one_group_is_recorded_once()
    {
        await using var host = await database.OpenHostAsync();
        var id = Guid.NewGuid();
        var line = Lines.Established("mot-lan", id: id);
        await using var held = await database.HoldOrderAsync();
        var before = host.RecordAsync(Lines.Established("mot-lan-truoc"));
        await database.UntilWaitingAsync();
        var one = host.RecordAsync(line);
        var two = host.RecordAsync(line);
        var other = host.RecordAsync(Lines.Established("mot-lan-khac", id: id));
        await held.DisposeAsync();

        await before;
        Assert.False((await one).Only().Repeated);
        Assert.True((await two).Only().Repeated);
        Assert.Equal((await one).Only().Entry, (await two).Only().Entry);
        Assert.Equal("entry.id_reused", (await other).Code());
    }

    [Fact]
    public async Task An_expected_version_is_judged_in_the_order_of_the_group()
    {
        await using var host = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("ban"));
        await using var held = await database.HoldOrderAsync();
        var before = host.RecordAsync(Lines.Established("ban-truoc"));
        await database.UntilWaitingAsync();
        var one = host.RecordAtAsync("unit-ban", 1, Lines.Attained("ban"));
        var two = host.RecordAtAsync("unit-ban", 1, Lines.Attained("ban", criterion: 4));
        var three = host.RecordAtAsync("unit-ban", 2, Lines.Attained("ban", criterion: 5));
        await held.DisposeAsync();

        await before;
        Assert.Equal(2, (await one).Only().Entry.Version);
        Assert.Equal(new RecordingResult.VersionClash("unit-ban", 1, 2), await two);
        Assert.Equal(3, (await three).Only().Entry.Version);
    }

    [Fact]
    public async Task What_is_sent_again_with_the_version_it_was_sent_with_stands_as_it_stood()
    {
        await using var host = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("lai"));
        var line = Lines.Attained("lai");
        var recorded = (await host.RecordAtAsync("unit-lai", 1, line)).Only();

        // The answer got lost; the caller sends the same again.
        var again = (await host.RecordAtAsync("unit-lai", 1, line)).Only();

        Assert.True(again.Repeated);
        Assert.Equal(recorded.Entry, again.Entry);
        Assert.IsType<RecordingResult.VersionClash>(await host.RecordAtAsync("unit-lai", 1, line, Lines.Attained("lai", criterion: 4)));
    }
}
