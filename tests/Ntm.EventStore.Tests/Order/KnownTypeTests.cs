using Npgsql;
using Ntm.Domain.Entries;
using Ntm.EventStore.Migrations;
using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Order;

/// <summary>An event of a type no program has vouched for would stop every reader for good: it does not come in.</summary>
public sealed class KnownTypeTests(TestCluster cluster, StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task An_event_of_an_unknown_type_is_refused_and_the_record_goes_on()
    {
        var head = await store.Record.HeadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("NTM08", await Sql.RefusalAsync(() => AppendAsync(store.Lesser, "village_established")));
        Assert.Equal("NTM08", await Sql.RefusalAsync(() => AppendAsync(store.Owner, "Unit_established")));

        Assert.Equal(head + 1, (await store.Record.AppendAsync(Entries.Established("na-sam")))[0].Sequence);
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task One_unknown_event_among_many_refuses_them_all()
    {
        var head = await store.Record.HeadAsync(TestContext.Current.CancellationToken);
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveNumberedAsync(3);
            Assert.Equal("NTM08", await Sql.RefusalAsync(() => writer.DoAsync($"""
                insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
                select {head} + n, gen_random_uuid(), '{Writer.Stream}', 1000 + n, '{"{}"}', case n when 2 then 'stray' else 'tombstone' end, now()
                  from generate_series(1, 3) as n
                """)));
        }

        Assert.Equal(head, await store.Record.HeadAsync(TestContext.Current.CancellationToken));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Every_type_of_this_program_is_taken_and_Martens_tombstone()
    {
        var taken = await store.Owner.ListAsync<string>("select name from ntm.entry_type");

        Assert.Equal(EntryTypes.All.Select(type => type.Name).Append(Tombstone.TypeName).Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_that_knows_more_types_registers_them_as_the_owner_and_only_then_are_they_taken()
    {
        await using var later = await StoreDatabase.CreateAsync(cluster);
        // As a record this program's newest type was unknown to: the fast list of the script has it, so a stand-in is taken away.
        await later.Owner.DoAsync("delete from ntm.entry_type where name = 'remedy_done'");

        var (again, _) = await StoreConnection.OpenAsync(later.ConnectionString, TestContext.Current.CancellationToken);
        await again.DisposeAsync();

        Assert.Equal(1, await later.Owner.AskAsync<long>("select count(*) from ntm.entry_type where name = 'remedy_done'"));
        await later.Owner.DoAsync("insert into ntm.entry_type values ('village_established')");
        await AppendAsync(later.Lesser, "village_established");
    }

    private static async Task AppendAsync(NpgsqlDataSource database, string type)
    {
        await using var writer = await Writer.BeginAsync(database);
        await writer.ReserveAsync(1);
        await writer.DoAsync($"""
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('ntm.mt_events_sequence'), gen_random_uuid(), '{Writer.Stream}', 500, '{"{}"}', '{type}', now())
            """);
        await writer.CommitAsync();
    }
}
