using Ntm.Domain.Retraction;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Appending;

public sealed class AppendTransactionTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task The_order_tells_what_the_caller_has_not_seen()
    {
        var seen = await HeadAsync();
        var recorded = await store.Record.AppendAsync(Entries.Established("na-sam"), Entries.Attained("na-sam", version: 2));

        await using var order = await store.Record.OpenAppendAsync(seen, [], TestContext.Current.CancellationToken);

        Assert.Equal(seen + 2, order.Head);
        Assert.Equal(recorded.Select(entry => entry.Id), order.Missing.Select(entry => entry.Id));
        Assert.Equal(recorded.Select(entry => entry.RecordedAt), order.Missing.Select(entry => entry.RecordedAt));
        Assert.Empty(order.Stored);
    }

    [Fact]
    public async Task Who_has_seen_all_misses_nothing()
    {
        var recorded = await store.Record.AppendAsync(Entries.Established("hong-thai"));

        await using var order = await store.Record.OpenAppendAsync(recorded[^1].Sequence, [], TestContext.Current.CancellationToken);

        Assert.Empty(order.Missing);
        Assert.InRange(order.Clock, recorded[0].RecordedAt.AddMinutes(-1), recorded[0].RecordedAt.AddMinutes(1));
    }

    [Fact]
    public async Task Asked_for_ids_it_brings_those_that_stand_and_the_replacements_of_corrections()
    {
        Guid wrong = Guid.NewGuid(), retraction = Guid.NewGuid(), replacement = Guid.NewGuid(), unknown = Guid.NewGuid(), plain = Guid.NewGuid();
        await store.Record.AppendAsync(
            Entries.Established("tan-lang"),
            Entries.Attained("tan-lang", version: 2, wrong),
            Entries.Retracted("tan-lang", wrong, replacement, version: 3, retraction),
            Entries.Attained("tan-lang", version: 4, replacement),
            Entries.Attained("tan-lang", version: 5, plain));

        var stored = await store.Record.FindAsync([retraction, plain, unknown], TestContext.Current.CancellationToken);
        await using var order = await store.Record.OpenAppendAsync(0, [retraction, replacement, plain], TestContext.Current.CancellationToken);

        Assert.Equal([plain, replacement, retraction], stored.Keys.Order(Comparer<Guid>.Create((one, other) => Rank(one).CompareTo(Rank(other)))));
        Assert.Equal(replacement, ((EntryRetracted)stored[retraction].Entry).ReplacedBy);
        Assert.Equal(3, order.Stored.Count);

        int Rank(Guid id) => id == plain ? 0 : id == replacement ? 1 : 2;
    }

    [Fact]
    public async Task Nobody_else_appends_while_the_order_is_held()
    {
        var order = await store.Record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken);
        var other = store.Record.AppendAsync(Entries.Established("thuy-hung"));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.False(other.IsCompleted);

        await order.DisposeAsync();

        Assert.Equal(order.Head + 1, (await other)[0].Sequence);
    }

    [Fact]
    public async Task An_order_given_back_leaves_nothing()
    {
        var head = await HeadAsync();
        await using (await store.Record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(head, await HeadAsync());
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_stream_stands_at_the_version_of_its_last_entry()
    {
        await store.Record.AppendAsync(Entries.Established("bac-la"), Entries.Attained("bac-la", version: 2));
        await store.Record.AppendAsync(Entries.Attained("bac-la", version: 3), Entries.Established("bac-la-2"));

        Assert.Equal(3, await store.Owner.AskAsync<long>("select version from ntm.mt_streams where id = 'unit-bac-la'"));
        Assert.Equal([1, 2, 3], (await store.Record.ReadAllAsync(streams: "unit-bac-la")).Select(entry => entry.Version));
    }

    [Fact]
    public async Task A_version_that_is_taken_is_refused_and_nothing_of_the_append_stands()
    {
        await store.Record.AppendAsync(Entries.Established("hoang-van-thu"));
        var head = await HeadAsync();

        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => store.Record.AppendAsync(Entries.Established("thanh-long"), Entries.Attained("hoang-van-thu", version: 1)));

        Assert.Equal("pk_mt_events_stream_and_version", refusal.ConstraintName);
        Assert.Equal(head, await HeadAsync());
        Assert.Empty(await store.Record.ReadAllAsync(streams: "unit-thanh-long"));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_caller_that_is_cancelled_while_it_waits_gets_its_connection_back()
    {
        var held = await store.Record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Record.OpenAppendAsync(0, [], impatient.Token));
        await held.DisposeAsync();

        // Whoever was cancelled holds nothing: the next takes the order at once.
        await store.Record.AppendAsync(Entries.Established("trung-khanh")).WaitAsync(TimeSpan.FromSeconds(5));
    }

    private Task<long> HeadAsync() => store.Record.HeadAsync(TestContext.Current.CancellationToken);
}
