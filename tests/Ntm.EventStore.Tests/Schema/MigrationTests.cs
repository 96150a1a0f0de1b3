using Npgsql;
using Ntm.EventStore.Migrations;
using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Schema;

public sealed class MigrationTests(TestCluster cluster) : IAsyncLifetime
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
    public async Task An_empty_database_gets_every_script_once_and_then_none()
    {
        Assert.Equal(["0001_marten_events", "0002_one_order", "0003_lesser_role", "0004_append_in_one_call", "0005_known_types", "0006_views", "0007_evidence", "0008_accounts"], await MigrateAsync());
        var applied = await AppliedAsync();

        Assert.Empty(await MigrateAsync());
        Assert.Equal(applied, await AppliedAsync());
    }

    [Fact]
    public async Task Hosts_that_start_at_once_migrate_once()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => StoreConnection.OpenAsync(database.ConnectionString, TestContext.Current.CancellationToken))));

        Assert.Equal(Migrator.Shipped.Count, hosts.Sum(host => host.Migrated.Count));
        Assert.Equal(1, hosts.Count(host => host.Migrated.Count > 0));
        foreach (var (dataSource, _) in hosts)
        {
            Assert.Equal(0, await new Record(dataSource).HeadAsync(TestContext.Current.CancellationToken));
            await dataSource.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_migration_that_broke_off_after_its_first_script_goes_on()
    {
        await MigrateAsync();
        await owner.DoAsync("""
            drop schema ntm cascade; create schema ntm;
            create table ntm.schema_migration (
              number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default clock_timestamp())
            """);

        Assert.Equal(Migrator.Shipped.Count, (await MigrateAsync()).Count);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await MigrateAsync();
        var next = Migrator.Shipped.Count + 1;
        await owner.DoAsync($"insert into ntm.schema_migration (number, name, sha256) values ({next}, 'later', 'x')");

        var refusal = await Assert.ThrowsAsync<MigrationMismatchException>(MigrateAsync);

        Assert.Equal($"The database has migration {next} (later), newer than this program. Use the newer program.", refusal.Message);
    }

    [Fact]
    public async Task A_script_that_was_altered_after_it_was_applied_is_refused()
    {
        await MigrateAsync();
        await owner.DoAsync("update ntm.schema_migration set sha256 = 'x' where number = 2");

        var refusal = await Assert.ThrowsAsync<MigrationMismatchException>(MigrateAsync);

        Assert.Equal("Migration 2 (0002_one_order) was applied with other content than this program ships.", refusal.Message);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_told_as_such()
    {
        await owner.DoAsync("""
            create function public.break_off() returns event_trigger language plpgsql as $$
            begin perform pg_terminate_backend(pg_backend_pid()); end $$;
            create event trigger break_off on ddl_command_start when tag in ('CREATE SEQUENCE') execute function public.break_off();
            """);

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => StoreConnection.OpenAsync(database.ConnectionString, TestContext.Current.CancellationToken));

        await owner.DoAsync("drop event trigger break_off");
        Assert.Equal(Migrator.Shipped.Count, (await MigrateAsync()).Count);
    }

    [Fact]
    public async Task A_database_that_is_not_there_cannot_be_reached()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nowhere" }.ConnectionString;
        var stranger = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "nobody_here", Password = "x" }.ConnectionString;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreConnection.OpenAsync(nowhere, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreConnection.OpenAsync(stranger, TestContext.Current.CancellationToken));
    }

    private Task<IReadOnlyList<string>> MigrateAsync() => new Migrator(owner).MigrateAsync(TestContext.Current.CancellationToken);

    private Task<List<string>> AppliedAsync() => owner.ListAsync<string>("select m::text from ntm.schema_migration m order by number");
}
