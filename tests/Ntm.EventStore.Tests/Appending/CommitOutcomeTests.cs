using Npgsql;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Appending;

/// <summary>The line breaks exactly at the commit: before it reaches the server, or before the answer reaches the program.</summary>
public sealed class CommitOutcomeTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task A_commit_that_was_not_answered_may_stand()
    {
        var id = Guid.NewGuid();

        await BreakAsync(CutConnections.Cut.BeforeTheCommitIsAnswered, Entries.Established("na-sam", id));

        Assert.Equal("unit-na-sam", (await StoredAsync(id))?.Stream);
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_commit_that_did_not_arrive_does_not_stand_and_the_program_cannot_know()
    {
        var id = Guid.NewGuid();

        await BreakAsync(CutConnections.Cut.BeforeTheCommitArrives, Entries.Established("tan-lang", id));

        Assert.Null(await StoredAsync(id));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_backend_ended_by_its_administrator_before_the_commit_has_written_nothing()
    {
        await using var order = await store.Record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken);
        await store.Owner.DoAsync("""
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
             where datname = current_database() and state = 'idle in transaction' and application_name = 'ntm'
            """);
        var id = Guid.NewGuid();

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => order.CommitAsync([Entries.Established("hong-thai", id)], TestContext.Current.CancellationToken));

        Assert.Null(await StoredAsync(id));
    }

    private async Task BreakAsync(CutConnections.Cut at, Append.EntryToAppend entry)
    {
        await using var line = new CutConnections(store.Lesser.ConnectionString + ";Password=" + new NpgsqlConnectionStringBuilder(store.ConnectionString).Password);
        await using var overTheLine = NpgsqlDataSource.Create(line.ConnectionString);
        var record = new Record(overTheLine);
        await using (var order = await record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken))
        {
            line.At = at;
            await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => order.CommitAsync([entry], TestContext.Current.CancellationToken));
        }

        // The same ids asked again tell what stands; the next append goes on as if nothing had been.
        line.At = CutConnections.Cut.Never;
        var again = await record.FindAsync([entry.Entry.Id], TestContext.Current.CancellationToken);
        Assert.Equal(at == CutConnections.Cut.BeforeTheCommitIsAnswered ? 1 : 0, again.Count);
        await record.AppendAsync(Entries.Established($"sau-{entry.Entry.Id:N}"));
    }

    private async Task<Domain.Entries.RecordedEntry?> StoredAsync(Guid id) =>
        (await store.Record.FindAsync([id], TestContext.Current.CancellationToken)).GetValueOrDefault(id);
}
