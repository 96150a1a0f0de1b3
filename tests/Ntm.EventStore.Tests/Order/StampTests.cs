using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Order;

public sealed class StampTests(TestCluster cluster)
{
    [Fact]
    public async Task Entries_of_one_append_are_stamped_one_microsecond_apart()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        var recorded = await store.Record.AppendAsync(
            Entries.Established("van-mong"), Entries.Attained("van-mong", version: 2), Entries.Attained("van-mong", version: 3));

        Assert.Equal([1, 2, 3], recorded.Select(entry => entry.Sequence));
        Assert.Equal(recorded[0].RecordedAt.AddMicroseconds(1), recorded[1].RecordedAt);
        Assert.Equal(recorded[0].RecordedAt.AddMicroseconds(2), recorded[2].RecordedAt);
        Assert.Equal(recorded.Select(entry => entry.RecordedAt), (await store.Record.ReadAllAsync()).Select(entry => entry.RecordedAt));
    }

    [Fact]
    public async Task Stamps_go_on_growing_while_the_clock_stands_a_little_behind_them()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await store.Record.AppendAsync(Entries.Established("van-mong"));
        await store.Owner.DoAsync("update ntm.append_head set at = clock_timestamp() + interval '4 seconds'");
        var floor = await store.Owner.AskAsync<DateTimeOffset>("select at from ntm.append_head");

        var first = await store.Record.AppendAsync(Entries.Attained("van-mong", version: 2));
        var second = await store.Record.AppendAsync(Entries.Attained("van-mong", version: 3));

        Assert.Equal(floor.AddMicroseconds(1), first[0].RecordedAt);
        Assert.Equal(floor.AddMicroseconds(2), second[0].RecordedAt);
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_clock_more_than_five_seconds_behind_stops_the_record_until_it_is_right()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await store.Owner.DoAsync("update ntm.append_head set at = clock_timestamp() + interval '10 seconds'");

        await Assert.ThrowsAsync<ClockBehindException>(() => store.Record.AppendAsync(Entries.Established("van-mong")));
        await using (var writer = await store.BeginAsync())
            Assert.Equal("NTM02", await Sql.RefusalAsync(() => writer.ReserveAsync(1)));

        await store.Owner.DoAsync("update ntm.append_head set at = clock_timestamp()");
        Assert.Equal(1, (await store.Record.AppendAsync(Entries.Established("van-mong")))[0].Sequence);
    }

    [Fact]
    public async Task Before_the_first_entry_there_is_no_stamp_to_stay_behind()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        var before = await store.Owner.AskAsync<DateTimeOffset>("select clock_timestamp()");

        var recorded = await store.Record.AppendAsync(Entries.Established("van-mong"));

        Assert.InRange(recorded[0].RecordedAt, before, before.AddMinutes(1));
    }
}
