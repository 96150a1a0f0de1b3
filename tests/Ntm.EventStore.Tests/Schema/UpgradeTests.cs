using Npgsql;
using Ntm.EventStore.Migrations;
using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Schema;

/// <summary>A record kept by an older program, opened by this one.</summary>
public sealed class UpgradeTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase database = new(cluster);
    private NpgsqlDataSource owner = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        owner = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_record_at_migration_3_goes_on_where_it_ended()
    {
        await MigrateToAsync(3);
        await owner.DoAsync($"insert into ntm.mt_streams (id, version) values ('{Writer.Stream}', 0)");
        await using (var writer = await Writer.BeginAsync(owner))
        {
            await writer.ReserveAsync(3);
            await writer.InsertNextAsync(3);
            await writer.CommitAsync();
        }

        var before = await HashAsync(upTo: 3);
        var (lesser, migrated) = await StoreConnection.OpenAsync(database.ConnectionString, TestContext.Current.CancellationToken);
        await using var closing = lesser;
        Assert.Equal(["0004_append_in_one_call", "0005_known_types", "0006_views", "0007_evidence", "0008_accounts"], migrated);
        Assert.Equal("ntm_recorder", await lesser.AskAsync<string>("select current_user::text"));

        var record = new Record(lesser);
        Assert.Equal(3, await record.HeadAsync(TestContext.Current.CancellationToken));
        Assert.Equal([4], (await AppendAsync(record, 3, Entries.Established("mot"))).Select(entry => entry.Sequence));
        Assert.Equal([5, 6], (await AppendAsync(record, 4, Entries.Attained("mot", 2), Entries.Established("hai"))).Select(entry => entry.Sequence));
        await using (var writer = await Writer.BeginAsync(lesser))
        {
            Assert.Equal(7, await writer.ReserveAsync(1));
            await writer.InsertNextAsync(1);
            await writer.CommitAsync();
        }

        Assert.Equal(before, await HashAsync(upTo: 3));
        Assert.Equal(7, await owner.AskAsync<long>("select count(*) from ntm.mt_events"));
    }

    private static async Task<IReadOnlyList<Domain.Entries.RecordedEntry>> AppendAsync(Record record, long after, params Append.EntryToAppend[] entries) =>
        (await record.TryAppendAfterAsync(after, entries, TestContext.Current.CancellationToken))!;

    // As the older program did: script by script, each noted down.
    private async Task MigrateToAsync(int last)
    {
        await owner.DoAsync("""
            create schema ntm;
            create table ntm.schema_migration (
              number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default clock_timestamp())
            """);
        foreach (var migration in Migrator.Shipped.Take(last))
        {
            await owner.DoAsync(migration.Sql);
            await owner.DoAsync($"insert into ntm.schema_migration (number, name, sha256) values ({migration.Number}, '{migration.Name}', '{migration.Hash}')");
        }
    }

    private Task<string> HashAsync(long upTo) =>
        owner.AskAsync<string>("select md5(string_agg(e::text, '|' order by seq_id)) from ntm.mt_events e where seq_id <= $1", upTo);
}
