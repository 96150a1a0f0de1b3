using JasperFx;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Ntm.EventStore.Migrations;

namespace Ntm.CritterStack.Tests;

/// <summary>Marten as the role our host runs as, which can change nothing.</summary>
public sealed class LesserRoleTests(RecordAndMarten both) : IClassFixture<RecordAndMarten>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string AsLesserRole => new NpgsqlConnectionStringBuilder(both.ConnectionString) { Options = $"-c role={StoreConnection.LesserRole}" }.ConnectionString;

    [Fact]
    public async Task It_reads_and_appends_with_no_right_but_ours()
    {
        await both.RecordAsync(Samples.Lines);
        await using var store = MartenStore.Open(AsLesserRole, AutoCreate.None, options => options.Listeners.Add(new ReservingListener()));
        await using (var session = store.LightweightSession())
        {
            Assert.Equal("ntm_recorder", await CurrentUserAsync(session));
            var stream = await session.Events.FetchForWriting<UnitCard>("unit-van-quan.tri-le", Cancellation);
            Assert.Equal("Tri Lễ", stream.Aggregate!.Name);
            stream.AppendOne(Lines.Entry(Lines.Finding("van-quan.tri-le", 11)));
            session.Events.StartStream("unit-vai-nho", Lines.Entry(Lines.Commune("vai-nho")));
            await session.SaveChangesAsync(Cancellation);
        }

        await using var asked = store.QuerySession();
        Assert.Equal(await both.HeadAsync(), (await store.Advanced.FetchEventStoreStatistics(token: Cancellation)).EventCount);
        Assert.Equal(await both.HeadAsync(), await asked.Events.QueryAllRawEvents().CountAsync(Cancellation));
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task It_may_change_nothing()
    {
        await both.RecordAsync(Lines.Commune("vai-nho-giu"));
        await using var store = MartenStore.Open(AsLesserRole, AutoCreate.None);
        await using var session = store.LightweightSession();
        session.Events.ArchiveStream("unit-vai-nho-giu");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, ((fault as PostgresException) ?? (PostgresException)fault.InnerException!).SqlState);
    }

    [Fact]
    public async Task Its_daemon_runs_once_the_owner_has_given_it_the_tables_of_the_read_models()
    {
        await both.RecordAsync(Lines.Commune("vai-nho-daemon"), Lines.Finding("vai-nho-daemon"));
        await using (var setup = Open(both.ConnectionString, AutoCreate.CreateOrUpdate))
            await setup.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await using (var grant = both.Database.CreateCommand($"""
            grant usage on schema {MartenStore.DocumentSchema} to ntm_recorder;
            grant select, insert, update, delete on all tables in schema {MartenStore.DocumentSchema} to ntm_recorder;
            grant select, insert, update, delete on ntm.mt_doc_deadletterevent to ntm_recorder;
            """))
            await grant.ExecuteNonQueryAsync(Cancellation);

        await using var store = Open(AsLesserRole, AutoCreate.None);
        using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        await daemon.StartAllAsync();
        await both.RecordAsync(Lines.Finding("vai-nho-daemon", 2));
        await daemon.WaitForNonStaleData(TimeSpan.FromSeconds(20));
        await using var asked = store.QuerySession();
        Assert.Equal(2, (await asked.LoadAsync<FindingsOfUnit>("vai-nho-daemon", Cancellation))!.Count);
        await daemon.StopAllAsync();
    }

    private static DocumentStore Open(string connectionString, AutoCreate autoCreate) => MartenStore.Open(
        connectionString, autoCreate, options => options.Projections.Add(new FindingsOfUnitProjection(), ProjectionLifecycle.Async));

    private static async Task<string> CurrentUserAsync(IDocumentSession session)
    {
        await using var command = new NpgsqlCommand("select current_user::text", session.Connection);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
