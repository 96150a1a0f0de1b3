using JasperFx;
using Marten;
using Ntm.Host.Database;
using Ntm.Testing;

namespace Ntm.CritterStack.Tests;

/// <summary>Marten applies its configuration once over our tables: it adds its functions and finds nothing to change.</summary>
public sealed class LettingMartenInTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private Npgsql.NpgsqlDataSource _plain = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _plain = Npgsql.NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _plain.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_record_is_left_as_we_made_it_and_accepted()
    {
        await using (await OpenOursAsync())
        {
        }

        await LetInAndCompareAsync();
    }

    [Fact]
    public async Task A_record_in_use_is_left_as_it_was_row_by_row_and_accepted()
    {
        await using var ours = await OpenOursAsync();
        await ours.Recorder.RecordAsync([.. Lines.Read(Samples.Lines)], Lines.Act, Lines.NothingExpected, TestContext.Current.CancellationToken);
        await LetInAndCompareAsync();
    }

    [Theory]
    [InlineData(AutoCreate.CreateOrUpdate)]
    [InlineData(AutoCreate.All)]
    public async Task It_changes_nothing_either_when_it_may_update_or_finds_documents_of_its_own_in_our_schema(AutoCreate autoCreate)
    {
        await using var ours = await OpenOursAsync();
        await ours.Recorder.RecordAsync([.. Lines.Read(Samples.Lines)], Lines.Act, Lines.NothingExpected, TestContext.Current.CancellationToken);
        var before = await CatalogSnapshot.TakeAsync(_plain);

        await using var store = MartenStore.Open(_database.ConnectionString, autoCreate, options => options.DatabaseSchemaName = "ntm");
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await CatalogSnapshot.TakeAsync(_plain));
    }

    [Fact]
    public async Task Our_migrations_find_nothing_to_do_after_it_was_there()
    {
        await using (await OpenOursAsync())
        {
        }

        await LetInAndCompareAsync();
        await using var again = await OpenOursAsync();
        Assert.Empty(again.Migrated);
    }

    [Fact]
    public async Task What_it_would_change_once_it_was_let_in_is_nothing_at_all()
    {
        await using (await OpenOursAsync())
        {
        }

        await LetInAndCompareAsync();
        await using var store = MartenStore.Open(_database.ConnectionString, AutoCreate.None);
        var migration = await store.Storage.Database.CreateMigrationAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Weasel.Core.SchemaPatchDifference.None, migration.Difference);
    }

    private async Task LetInAndCompareAsync()
    {
        var before = await CatalogSnapshot.TakeAsync(_plain);

        await using (var setup = MartenStore.Open(_database.ConnectionString, AutoCreate.All))
        {
            await setup.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            await setup.Storage.Database.AssertDatabaseMatchesConfigurationAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, await CatalogSnapshot.TakeAsync(_plain));

        await using var store = MartenStore.Open(_database.ConnectionString, AutoCreate.None);
        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(TestContext.Current.CancellationToken);
        await using var session = store.QuerySession();
        Assert.Equal(
            Convert.ToInt32(await new Npgsql.NpgsqlCommand("select count(*) from ntm.mt_events", session.Connection).ExecuteScalarAsync(TestContext.Current.CancellationToken), null),
            await session.Events.QueryAllRawEvents().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, await CatalogSnapshot.TakeAsync(_plain));
    }

    private Task<RecordSession> OpenOursAsync() => RecordSession.OpenAsync(
        new DatabaseChoice.Named(_database.ConnectionString), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
}
