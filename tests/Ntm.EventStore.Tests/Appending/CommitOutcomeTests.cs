using Npgsql;
using Ntm.Domain.Entries;
using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Appending;

/// <summary>The line breaks exactly at the commit: before it reaches the server, or before the answer reaches the program.</summary>
public sealed class CommitOutcomeTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Theory]
    [InlineData(CutConnections.Cut.BeforeTheCommitIsAnswered, 1)]
    [InlineData(CutConnections.Cut.BeforeTheCommitIsAnswered, int.MaxValue)]
    [InlineData(CutConnections.Cut.BeforeTheCommitArrives, 1)]
    [InlineData(CutConnections.Cut.BeforeTheCommitArrives, 3)]
    public async Task A_commit_that_was_not_answered_is_settled_and_stands_once(CutConnections.Cut at, int times)
    {
        await using var line = Line("COMMIT\0", at, times);
        await using var overTheLine = NpgsqlDataSource.Create(line.ConnectionString);
        var entry = Entries.Established($"na-sam-{Guid.NewGuid():N}");

        var recorded = await new Record(overTheLine).AppendAsync(entry);

        Assert.NotEqual(0, line.Cuts);
        Assert.Equal(recorded, await store.Record.ReadAllAsync(streams: entry.Entry.Stream));
        await store.AssertInOrderAsync();
    }

    [Theory]
    [InlineData(CutConnections.Cut.BeforeTheCommitIsAnswered)]
    [InlineData(CutConnections.Cut.BeforeTheCommitArrives)]
    public async Task An_append_in_one_round_trip_that_was_not_answered_is_settled_and_stands_once(CutConnections.Cut at)
    {
        await using var line = Line("ntm.append_one", at);
        await using var overTheLine = NpgsqlDataSource.Create(line.ConnectionString);
        var record = new Record(overTheLine);
        var entry = Entries.Established($"hong-thai-{Guid.NewGuid():N}");

        var recorded = await record.TryAppendAfterAsync(await HeadAsync(), [entry], TestContext.Current.CancellationToken);

        Assert.Equal(1, line.Cuts);
        Assert.Equal<RecordedEntry>(recorded!, await store.Record.ReadAllAsync(streams: entry.Entry.Stream));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task What_did_not_arrive_is_decided_again_where_another_program_has_appended_meanwhile()
    {
        await using var line = Line("ntm.append_one", CutConnections.Cut.BeforeTheCommitArrives);
        await using var overTheLine = NpgsqlDataSource.Create(line.ConnectionString);
        var head = await HeadAsync();
        await store.Record.AppendAsync(Entries.Established("khanh-khe"));
        var id = Guid.NewGuid();

        Assert.Null(await new Record(overTheLine).TryAppendAfterAsync(head, [Entries.Established("diem-he", id)], TestContext.Current.CancellationToken));

        Assert.Null(await StoredAsync(id));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task An_id_that_came_by_another_way_is_not_taken_for_the_append_that_broke()
    {
        await using var line = Line("ntm.append_one", CutConnections.Cut.BeforeTheCommitArrives);
        await using var overTheLine = NpgsqlDataSource.Create(line.ConnectionString);
        var head = await HeadAsync();
        var id = Guid.NewGuid();
        await store.Record.AppendAsync(Entries.Established("trang-phai", id));

        Assert.Null(await new Record(overTheLine).TryAppendAfterAsync(head, [Entries.Established("song-giang", id)], TestContext.Current.CancellationToken));

        Assert.Equal("unit-trang-phai", (await StoredAsync(id))?.Stream);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_that_cannot_find_out_in_time_says_so(bool hangs)
    {
        await using var line = Line("ntm.append_one", CutConnections.Cut.BeforeTheCommitArrives);
        await using var overTheLine = NpgsqlDataSource.Create(line.ConnectionString + ";Timeout=2;Command Timeout=2;Cancellation Timeout=500");
        var record = new Record(overTheLine) { LongestSettling = TimeSpan.FromSeconds(2) };
        var head = await record.HeadAsync(TestContext.Current.CancellationToken);
        var id = Guid.NewGuid();
        if (hangs)
            line.Swallows = true;
        else
            line.Server = new System.Net.DnsEndPoint("127.0.0.1", 1);

        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(
            () => record.TryAppendAfterAsync(head, [Entries.Established("dut", id)], TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20)));

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

    private CutConnections Line(string mark, CutConnections.Cut at, int times = 1)
    {
        var password = new NpgsqlConnectionStringBuilder(store.ConnectionString).Password;
        return new CutConnections($"{store.Lesser.ConnectionString};Password={password}") { Mark = mark, At = at, Times = times };
    }

    private Task<long> HeadAsync() => store.Record.HeadAsync(TestContext.Current.CancellationToken);

    private async Task<RecordedEntry?> StoredAsync(Guid id) =>
        (await store.Record.FindAsync([id], TestContext.Current.CancellationToken)).GetValueOrDefault(id);
}
