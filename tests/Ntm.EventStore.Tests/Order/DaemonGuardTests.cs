using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Order;

/// <summary>
/// Marten's daemon takes the sequence for the numbers given out and passes over one that does not come. Here such a number comes with the
/// next append. What the real daemon makes of it, Ntm.CritterStack.Tests tell.
/// </summary>
public sealed class DaemonGuardTests(StoreDatabase store, TestCluster cluster) : IClassFixture<StoreDatabase>
{
    private const string NotesThatItWaits = """
        insert into ntm.mt_event_progression (name, last_seq_id) values ('HighWaterStuckGap', (select seq from ntm.append_head))
            on conflict (name) do update set last_seq_id = excluded.last_seq_id where ntm.mt_event_progression.last_seq_id <> excluded.last_seq_id
        """;

    [Fact]
    public async Task A_reservation_that_draws_nothing_leaves_the_sequence_at_the_end_of_the_record()
    {
        await store.Record.AppendAsync(Entries.Established("dung-cho"));
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(3);
            Assert.Equal(await HeadAsync(), await SequenceAsync());
        }

        Assert.Equal(await HeadAsync(), await SequenceAsync());
    }

    [Fact]
    public async Task A_lost_race_leaves_the_sequence_where_it_stands()
    {
        await store.Record.AppendAsync(Entries.Established("thua-cuoc"));
        await using var writer = await store.BeginAsync();
        Assert.Equal("NTM06", await Sql.RefusalAsync(() => writer.DoAsync("select ntm.begin_append_after(0, 5)")));
        Assert.Equal(await HeadAsync(), await SequenceAsync());
    }

    [Fact]
    public async Task Where_it_waits_for_a_number_nobody_is_writing_the_sequence_is_set_back_and_nothing_is_noted()
    {
        await store.Record.AppendAsync(Entries.Established("cho-hoai"));
        await store.Lesser.DoAsync("select nextval('ntm.mt_events_sequence') from generate_series(1, 5)");
        Assert.Equal(await HeadAsync() + 5, await SequenceAsync());

        await store.Lesser.DoAsync(NotesThatItWaits);

        Assert.Equal(await HeadAsync(), await SequenceAsync());
        Assert.Equal(0, await NotesAsync());
    }

    [Fact]
    public async Task While_an_append_is_under_way_it_waits_and_afterwards_the_note_is_gone()
    {
        await store.Record.AppendAsync(Entries.Established("dang-ghi"));
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(2);
            await writer.AskAsync<long>("select max(nextval('ntm.mt_events_sequence')) from generate_series(1, 2)");
            await store.Lesser.DoAsync(NotesThatItWaits);
            Assert.Equal(await HeadAsync() + 2, await SequenceAsync());
            Assert.Equal(1, await NotesAsync());
        }

        await store.Lesser.DoAsync(NotesThatItWaits);
        Assert.Equal(await HeadAsync(), await SequenceAsync());
        Assert.Equal(0, await NotesAsync());
    }

    [Fact]
    public async Task Its_mark_reaches_the_end_of_the_record_and_no_further()
    {
        await store.Record.AppendAsync(Entries.Established("moc-cao"));
        var head = await HeadAsync();
        await store.Lesser.DoAsync($"insert into ntm.mt_event_progression (name, last_seq_id) values ('HighWaterMark', {head})");
        await store.Lesser.DoAsync("select nextval('ntm.mt_events_sequence')");
        foreach (var sql in (string[])
            [
                $"update ntm.mt_event_progression set last_seq_id = {head + 1} where name = 'HighWaterMark'",
                $"insert into ntm.mt_event_progression (name, last_seq_id) values ('HighWaterMark', {head + 1}) on conflict (name) do update set last_seq_id = excluded.last_seq_id",
            ])
            Assert.Equal("NTM07", await Sql.RefusalAsync(() => store.Lesser.DoAsync(sql)));

        // Refused once, it has no reason to try again.
        Assert.Equal(head, await SequenceAsync());
    }

    [Fact]
    public async Task On_an_empty_record_the_sequence_is_as_new()
    {
        await using var database = await StoreDatabase.CreateAsync(cluster);
        await database.Lesser.DoAsync("select nextval('ntm.mt_events_sequence')");
        await database.Lesser.DoAsync(NotesThatItWaits);
        Assert.Equal("1 f", await database.Owner.AskAsync<string>("select format('%s %s', last_value, is_called) from ntm.mt_events_sequence"));
    }

    private Task<long> HeadAsync() => store.Record.HeadAsync(TestContext.Current.CancellationToken);

    private Task<long> SequenceAsync() => store.Owner.AskAsync<long>("select last_value from ntm.mt_events_sequence");

    private Task<long> NotesAsync() => store.Owner.AskAsync<long>("select count(*) from ntm.mt_event_progression where name = 'HighWaterStuckGap'");
}
