using Ntm.Domain.Entries;
using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Reading;

public sealed class ReadTests(TestCluster cluster)
{
    [Fact]
    public async Task A_long_record_is_read_in_pieces_without_losing_or_repeating_any()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveNumberedAsync(25_000);
            await writer.InsertAsync(1, 25_000);
            await writer.CommitAsync();
        }

        Assert.Equal(Numbers(1, 25_000), (await store.Record.ReadAllAsync()).Select(entry => entry.Sequence));
        Assert.Equal(Numbers(10_001, 20_000), (await store.Record.ReadAllAsync(after: 10_000, upTo: 20_000)).Select(entry => entry.Sequence));
        Assert.Equal(Numbers(1, 10_000), (await store.Record.ReadAllAsync(upTo: 10_000)).Select(entry => entry.Sequence));
        Assert.Equal(Numbers(5, 24_998), (await store.Record.ReadAllAsync(after: 4, upTo: 24_998, Writer.Stream)).Select(entry => entry.Sequence));
        Assert.Empty(await store.Record.ReadAllAsync(after: 25_000));
        Assert.Empty(await store.Record.ReadAllAsync(after: 7, upTo: 7));

        await using var order = await store.Record.OpenAppendAsync(3, [], TestContext.Current.CancellationToken);
        Assert.Equal(24_997, order.Missing.Count);
    }

    [Fact]
    public async Task Streams_are_read_by_themselves()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await store.Record.AppendAsync(Entries.Established("tan-lang"), Entries.Established("na-sam"), Entries.Attained("tan-lang", version: 2));

        Assert.Equal([1, 3], (await store.Record.ReadAllAsync(streams: "unit-tan-lang")).Select(entry => entry.Sequence));
        Assert.Equal([1, 2, 3], (await store.Record.ReadAllAsync(streams: ["unit-tan-lang", "unit-na-sam"])).Select(entry => entry.Sequence));
        Assert.Empty(await store.Record.ReadAllAsync(streams: "unit-nowhere"));
    }

    [Fact]
    public async Task A_tombstone_says_nothing_and_counts_all_the_same()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(1);
            await writer.InsertNextAsync(1);
            await writer.CommitAsync();
        }

        var recorded = await store.Record.AppendAsync(Entries.Established("na-sam"));

        Assert.Equal(2, recorded[0].Sequence);
        Assert.IsType<Tombstone>((await store.Record.ReadAllAsync())[0].Entry);
    }

    [Fact]
    public async Task An_entry_of_a_type_the_program_does_not_know_is_named_and_never_skipped()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await store.Record.AppendAsync(Entries.Established("na-sam"));
        await WriteAsync(store, "village_established", """{"unit": "ban-mot"}""");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => store.Record.ReadAllAsync());
        Assert.Contains("Entry 2 ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'village_established'", fault.Message, StringComparison.Ordinal);
        Assert.Single(await store.Record.ReadAllAsync(upTo: 1));

        // Whoever would have to know it is stopped as well, and gives the order back.
        await Assert.ThrowsAsync<InvalidDataException>(() => store.Record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken));
        await using var order = await store.Record.OpenAppendAsync(2, [], TestContext.Current.CancellationToken);
        Assert.Equal(2, order.Head);
    }

    [Theory]
    [InlineData("""{"unit": "na-sam"}""")]
    [InlineData("""{"unit": "na-sam", "effectiveOn": "2020-01-15", "name": "Na Sầm", "level": "commune", "more": 1}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task An_entry_whose_content_is_not_that_of_its_type_is_named(string content)
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);
        await WriteAsync(store, "unit_established", content);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => store.Record.ReadAllAsync());
        Assert.StartsWith("Entry 1 of the record: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_an_empty_record_is_nought()
    {
        await using var store = await StoreDatabase.CreateAsync(cluster);

        Assert.Equal(0, await store.Record.HeadAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await store.Record.ReadAllAsync());
    }

    private static async Task WriteAsync(StoreDatabase store, string type, string content)
    {
        // As a newer program does that knows the type.
        await store.Owner.DoAsync($"insert into ntm.entry_type values ('{type}') on conflict do nothing");
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.DoAsync($"""
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('ntm.mt_events_sequence'), gen_random_uuid(), '{Writer.Stream}', 1, '{content}', '{type}', now())
            """);
        await writer.CommitAsync();
    }

    private static IEnumerable<long> Numbers(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => (long)number);
}
