using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Schema;

public sealed class SchemaTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task The_schema_is_the_one_agreed_on()
    {
        var catalogue = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Schema", "catalogue.sql"));

        Snapshot.Verify(string.Join('\n', await store.Owner.ListAsync<string>(catalogue)) + "\n");
    }

    /// <summary>Column, type, nullable, default: as Marten 9 makes them, in its order. Its tools take anything more for a difference.</summary>
    [Theory]
    [InlineData("mt_streams",
        "id varchar not null", "type varchar null", "version bigint null", "timestamp timestamptz not null now()",
        "created timestamptz not null now()", "tenant_id varchar null '*DEFAULT*'::character varying", "is_archived boolean null false")]
    [InlineData("mt_events",
        "seq_id bigint not null", "id uuid not null", "stream_id varchar null", "version bigint not null", "data jsonb not null", "bdata bytea null",
        "type varchar(500) not null", "timestamp timestamptz not null", "tenant_id varchar null '*DEFAULT*'::character varying",
        "mt_dotnet_type varchar null", "correlation_id varchar null", "causation_id varchar null", "headers jsonb null", "user_name varchar null",
        "is_archived boolean null false")]
    [InlineData("mt_event_progression",
        "name varchar not null", "last_seq_id bigint null", "last_updated timestamptz null transaction_timestamp()")]
    [InlineData("mt_high_water_skips",
        "ending_sequence bigint not null", "starting_sequence bigint not null", "timestamp timestamptz null transaction_timestamp()")]
    public async Task A_table_of_Martens_has_Martens_columns_and_no_other(string table, params string[] columns)
    {
        var found = await store.Owner.ListAsync<string>($"""
            select concat_ws(' ', column_name,
                     replace(udt_name, 'int8', 'bigint') || coalesce('(' || character_maximum_length || ')', ''),
                     case is_nullable when 'YES' then 'null' else 'not null' end, column_default)
              from information_schema.columns where table_schema = 'ntm' and table_name = '{table}' order by ordinal_position
            """);

        Assert.Equal(columns.Select(column => column.Replace(" boolean ", " bool ", StringComparison.Ordinal)), found);
    }

    [Fact]
    public async Task The_tables_of_Martens_have_Martens_indexes_and_no_other()
    {
        var found = await store.Owner.ListAsync<string>("""
            select replace(indexdef, ' USING btree', '') from pg_indexes where schemaname = 'ntm' and tablename like 'mt\_%' order by indexname
            """);

        Assert.Equal(
            [
                "CREATE UNIQUE INDEX idx_mt_events_event_id ON ntm.mt_events (id)",
                "CREATE UNIQUE INDEX pk_mt_event_progression ON ntm.mt_event_progression (name)",
                "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ntm.mt_events (stream_id, version)",
                "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON ntm.mt_events (seq_id)",
                "CREATE UNIQUE INDEX pkey_mt_high_water_skips_ending_sequence ON ntm.mt_high_water_skips (ending_sequence)",
                "CREATE UNIQUE INDEX pkey_mt_streams_id ON ntm.mt_streams (id)",
            ],
            found);
        Assert.Equal(
            ["fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES ntm.mt_streams(id) ON DELETE CASCADE"],
            await store.Owner.ListAsync<string>("""
                set search_path = pg_catalog;
                select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                 where connamespace = 'ntm'::regnamespace and contype = 'f' and conrelid::regclass::text like 'ntm.mt\_%'
                """));
    }
}
