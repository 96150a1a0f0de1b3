using System.Text.Json;
using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Appending;

/// <summary>Many entries appended by COPY, decided without holding the order.</summary>
public sealed class CopyAfterTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task What_was_decided_at_the_head_is_appended()
    {
        var head = await HeadAsync();

        var copied = await TryAsync(head, Entries.Established("na-sam"), Entries.Attained("na-sam", version: 2));

        Assert.Equal([head + 1, head + 2], copied!.Entries.Select(entry => entry.Sequence));
        Assert.False(copied.OthersWait);
        Assert.Equal<RecordedEntry>(copied.Entries, await store.Record.ReadAllAsync(after: head));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_row_that_was_copied_is_the_row_that_would_have_been_inserted()
    {
        using var origin = JsonDocument.Parse("""{"sequence":7,"recordedBy":"Đặng \"Lan\" 𝒩"}""");
        var acts = new[] { new Act("lan", new Office(Role.CriterionOffice, UnitId.Parse("van-quan"), [1, 6], "Phòng Tài nguyên"), "http", "trace-1"), new Act("local", null, "cli", null) };
        var entries = acts.SelectMany((act, index) => new[]
        {
            Entries.Established($"cot-{index}") with { Act = act },
            Entries.Attained($"cot-{index}", version: 2) with { Act = act },
            Entries.Retracted($"cot-{index}", Guid.NewGuid(), Guid.NewGuid(), version: 3) with { Act = act },
        }).ToArray();
        entries[1] = entries[1] with { Entry = entries[1].Entry with { Origin = origin.RootElement.Clone() } };
        // The same under another unit's name of the same length, and under other ids.
        var others = entries.Select(entry => entry with { Entry = entry.Entry with { Id = Guid.NewGuid(), Stream = entry.Entry.Stream.Replace("cot", "sot", StringComparison.Ordinal) } });

        await store.Record.AppendAsync([.. others]);
        await TryAsync(await HeadAsync(), entries);

        Assert.Equal(await RowsAsync("unit-sot"), (await RowsAsync("unit-cot")).Replace("unit-cot", "unit-sot", StringComparison.Ordinal));
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
        await store.Record.AppendAsync(Entries.Established("mot-lan", id));
        var head = await HeadAsync();

        Assert.Null(await TryAsync(head, Entries.Established("hai-lan"), Entries.Attained("hai-lan", version: 2, id)));

        Assert.Equal(head, await HeadAsync());
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Whoever_waits_for_the_order_meanwhile_is_noticed()
    {
        var head = await HeadAsync();
        // Held by a third, so that both stand in line: the copy first.
        var held = await store.Record.OpenAppendAsync(head, [], TestContext.Current.CancellationToken);
        var copying = TryAsync(head, Entries.Established("dang-ghi"));
        await UntilWaitingAsync(1);
        var waiting = store.Record.OpenAppendAsync(head, [], TestContext.Current.CancellationToken);
        await UntilWaitingAsync(2);

        await held.DisposeAsync();
        await (await waiting).DisposeAsync();

        Assert.True((await copying)!.OthersWait);
    }

    [Fact]
    public async Task Many_entries_are_copied_inside_the_order_too()
    {
        var head = await HeadAsync();
        var entries = Enumerable.Range(1, 1_000).Select(version => version == 1 ? Entries.Established("nhieu") : Entries.Attained("nhieu", version)).ToArray();

        var appended = await store.Record.AppendAsync(entries);

        Assert.Equal<RecordedEntry>(appended, await store.Record.ReadAllAsync(after: head));
        await store.AssertInOrderAsync();
    }

    private Task<long> HeadAsync() => store.Record.HeadAsync(TestContext.Current.CancellationToken);

    private async Task<CopiedEntries?> TryAsync(long seenTo, params EntryToAppend[] entries)
    {
        using var rows = new CopyRows(seenTo);
        foreach (var entry in entries)
            rows.Add(entry);
        return await store.Record.TryCopyAfterAsync(rows, TestContext.Current.CancellationToken);
    }

    private Task<string> RowsAsync(string streams) => store.Owner.AskAsync<string>($"""
        select string_agg((to_jsonb(e) - 'id' - 'timestamp' - 'seq_id')::text, E'\n' order by seq_id) from ntm.mt_events e where stream_id like '{streams}-%'
        """)!;

    private async Task UntilWaitingAsync(int backends)
    {
        while (await store.Owner.AskAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'ntm' and wait_event_type = 'Lock'") < backends)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
    }
}
