using Ntm.Domain.Entries;
using Ntm.EventStore.Append;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Appending;

/// <summary>An append in one round trip, decided without holding the order.</summary>
public sealed class AppendAfterTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task What_was_decided_at_the_head_is_appended()
    {
        var head = await HeadAsync();

        var appended = await TryAsync(head, Entries.Established("na-sam"), Entries.Attained("na-sam", version: 2));

        Assert.Equal([head + 1, head + 2], appended!.Select(entry => entry.Sequence));
        Assert.Equal<RecordedEntry>(appended, await store.Record.ReadAllAsync(after: head));
        await store.AssertInOrderAsync();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task What_was_decided_on_another_state_is_not(int distance)
    {
        await store.Record.AppendAsync(Entries.Established($"truoc-{distance + 5}"));
        var head = await HeadAsync();

        Assert.Null(await TryAsync(head + distance, Entries.Established($"khac-{distance + 5}")));

        Assert.Equal(head, await HeadAsync());
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task An_id_that_stands_is_not_appended_again()
    {
        var id = Guid.NewGuid();
        await store.Record.AppendAsync(Entries.Established("hong-thai", id));
        var head = await HeadAsync();

        Assert.Null(await TryAsync(head, Entries.Established("hong-thai-2"), Entries.Attained("hong-thai", version: 2, id)));

        Assert.Equal(head, await HeadAsync());
        Assert.Empty(await store.Record.ReadAllAsync(streams: "unit-hong-thai-2"));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task An_append_in_flight_is_waited_for_and_then_counts()
    {
        var head = await HeadAsync();
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.InsertNextAsync(1);

        var appending = TryAsync(head, Entries.Established("tan-lang"));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.False(appending.IsCompleted);
        await writer.CommitAsync();

        Assert.Null(await appending);
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task An_append_refused_at_its_end_is_told_and_leaves_nothing()
    {
        await store.Owner.DoAsync("""
            create function public.lose() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger lose before insert on ntm.mt_events for each row when (new.stream_id = 'unit-mat') execute function public.lose();
            """);
        var head = await HeadAsync();

        Assert.Equal("NTM04", await Sql.RefusalAsync(() => TryAsync(head, Entries.Established("mat"))));

        Assert.Equal(head, await HeadAsync());
        Assert.NotNull(await TryAsync(head, Entries.Established("con")));
    }

    [Fact]
    public async Task A_clock_behind_is_told_as_such()
    {
        await store.Owner.DoAsync("update ntm.append_head set at = clock_timestamp() + interval '1 minute'");

        await Assert.ThrowsAsync<ClockBehindException>(async () => await TryAsync(await HeadAsync(), Entries.Established("dong-ho")));

        await store.Owner.DoAsync("update ntm.append_head set at = coalesce((select max(timestamp) from ntm.mt_events), '-infinity')");
    }

    private Task<long> HeadAsync() => store.Record.HeadAsync(TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<RecordedEntry>?> TryAsync(long seenTo, params EntryToAppend[] entries) =>
        store.Record.TryAppendAfterAsync(seenTo, entries, TestContext.Current.CancellationToken);
}
