using Npgsql;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests;

public sealed class ImmutabilityTests(StoreDatabase store) : IClassFixture<StoreDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.InsertNextAsync(1);
        await writer.CommitAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("update ntm.mt_events set data = '{}'")]
    [InlineData("update ntm.mt_events set is_archived = true")]
    [InlineData("delete from ntm.mt_events where seq_id = 1")]
    [InlineData("truncate ntm.mt_events")]
    [InlineData("truncate ntm.mt_streams cascade")]
    [InlineData("delete from ntm.mt_streams where id = 'mt_tombstone'")]
    [InlineData("""
        merge into ntm.mt_events e using (values (1)) as v (n) on e.seq_id = v.n when matched then delete
        """)]
    public async Task Even_the_owner_is_refused(string sql)
    {
        var before = await HashAsync();

        Assert.Equal("NTM05", await Sql.RefusalAsync(() => store.Owner.DoAsync(sql)));
        Assert.Equal(before, await HashAsync());
    }

    [Theory]
    [InlineData("update ntm.mt_events set data = '{}'")]
    [InlineData("delete from ntm.mt_events")]
    [InlineData("truncate ntm.mt_events")]
    [InlineData("truncate ntm.mt_streams cascade")]
    [InlineData("delete from ntm.mt_streams")]
    [InlineData("alter table ntm.mt_events disable trigger all")]
    [InlineData("alter table ntm.mt_events disable trigger ntm_immutable")]
    [InlineData("drop trigger ntm_immutable on ntm.mt_events")]
    [InlineData("alter table ntm.mt_events add column more text")]
    [InlineData("update ntm.append_head set at = now()")]
    [InlineData("insert into ntm.append_head (only_row, seq, at, first) values (true, 0, now(), 1)")]
    [InlineData("delete from ntm.append_head")]
    [InlineData("select setval('ntm.mt_events_sequence', 1)")]
    [InlineData("alter sequence ntm.mt_events_sequence restart")]
    [InlineData("create table ntm.mine (n int)")]
    [InlineData("create function ntm.begin_append(n integer) returns bigint language sql as 'select 1'")]
    [InlineData("create or replace function ntm.mt_events_immutable() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("delete from ntm.schema_migration")]
    [InlineData("insert into ntm.schema_migration values (9, 'later', '')")]
    [InlineData("delete from ntm.mt_event_progression")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("create schema theirs")]
    [InlineData("drop schema ntm cascade")]
    public async Task The_recorder_is_not_permitted(string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusalAsync(() => store.Lesser.DoAsync(sql)));

    [Fact]
    public async Task A_conflict_does_not_overwrite()
    {
        await using var writer = await Writer.BeginAsync(store.Owner);
        var first = await writer.ReserveAsync(1);

        Assert.Equal("NTM05", await Sql.RefusalAsync(() => writer.DoAsync($"""
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            select {first}, id, stream_id, version, '{"{}"}', type, timestamp from ntm.mt_events where seq_id = 1
            on conflict (id) do update set data = excluded.data
            """)));
    }

    private Task<string> HashAsync() => store.Owner.AskAsync<string>("select md5(string_agg(e::text, '|' order by seq_id)) from ntm.mt_events e");
}
