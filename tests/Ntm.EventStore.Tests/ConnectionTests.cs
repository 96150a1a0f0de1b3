using System.Diagnostics;
using Ntm.EventStore.Migrations;
using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests;

/// <summary>Connections that end, hang, or are not to be had.</summary>
public sealed class ConnectionTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_is_asked_first_after_every_connection_was_ended_is_answered()
    {
        await using var connections = await StoreConnection.OpenAllAsync(store.ConnectionString, TestContext.Current.CancellationToken);
        var record = new Record(connections.Questions);
        for (var round = 0; round < 4; round++)
        {
            // Several connections lie in the pool.
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => record.HeadAsync(TestContext.Current.CancellationToken)));
            await store.Owner.DoAsync("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and application_name = 'ntm'
                """);

            var head = round switch
            {
                0 => await record.HeadAsync(TestContext.Current.CancellationToken),
                1 => (await record.ReadAllAsync()).Count,
                2 => (await record.AppendAsync(Entries.Established($"na-sam-{round}")))[0].Sequence,
                _ => (await record.TryAppendAfterAsync(
                    await store.Record.HeadAsync(TestContext.Current.CancellationToken), [Entries.Established($"na-sam-{round}")], TestContext.Current.CancellationToken))![0].Sequence,
            };
            Assert.Equal(await store.Record.HeadAsync(TestContext.Current.CancellationToken), head);
        }
    }

    [Fact]
    public async Task An_append_ended_while_it_waits_for_the_order_is_taken_up_again()
    {
        await using var held = await store.BeginAsync();
        await held.DoAsync("select ntm.lock_head()");
        var appending = store.Record.TryAppendAfterAsync(
            await store.Record.HeadAsync(TestContext.Current.CancellationToken), [Entries.Established("lac-duong")], TestContext.Current.CancellationToken);
        while (await store.Owner.AskAsync<long>("""
            select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
             where datname = current_database() and application_name = 'ntm' and wait_event_type = 'Lock'
            """) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        await held.RollbackAsync();

        Assert.NotNull(await appending);
        Assert.Single(await store.Record.ReadAllAsync(streams: "unit-lac-duong"));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task An_order_that_is_not_given_back_is_told_after_a_while()
    {
        await using var connections = await StoreConnection.OpenAllAsync(store.ConnectionString + ";Options=-c lock_timeout=500ms", TestContext.Current.CancellationToken);
        var record = new Record(connections.Recording);
        var head = await record.HeadAsync(TestContext.Current.CancellationToken);
        await using (var held = await store.BeginAsync())
        {
            await held.DoAsync("select ntm.lock_head()");

            Assert.Equal(StoreTrouble.OrderHeld, await TroubleAsync(() => record.TryAppendAfterAsync(head, [Entries.Established("giu")], TestContext.Current.CancellationToken)));
            Assert.Equal(StoreTrouble.OrderHeld, await TroubleAsync(() => record.OpenAppendAsync(head, [], TestContext.Current.CancellationToken)));
            Assert.Equal(StoreTrouble.OrderHeld, await TroubleAsync(() => record.AnswerInstantAsync(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken)));
        }

        Assert.NotNull(await record.TryAppendAfterAsync(
            await record.HeadAsync(TestContext.Current.CancellationToken), [Entries.Established("giu")], TestContext.Current.CancellationToken));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_host_waits_ten_seconds_for_the_order_and_no_longer()
    {
        Assert.Equal("10s", await store.Lesser.AskAsync<string>("select current_setting('lock_timeout')"));
        Assert.Equal("10s", await store.Lesser.AskAsync<string>("select current_setting('client_connection_check_interval')"));
    }

    [Fact]
    public async Task A_pool_without_a_connection_left_is_told_as_such_and_leaves_recording_alone()
    {
        await using var connections = await StoreConnection.OpenAllAsync(store.ConnectionString + ";Maximum Pool Size=2;Timeout=1", TestContext.Current.CancellationToken);
        var (asking, recording) = (new Record(connections.Questions), new Record(connections.Recording));
        await using (await connections.Questions.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (await connections.Questions.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(StoreTrouble.NoConnectionFree, await TroubleAsync(() => asking.HeadAsync(TestContext.Current.CancellationToken)));
            await recording.AppendAsync(Entries.Established("van-an"));
        }

        await asking.HeadAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_network_that_hangs_keeps_nobody_for_ever_and_heals_by_itself()
    {
        await using var line = new CutConnections(store.ConnectionString + ";Timeout=2;Command Timeout=1;Cancellation Timeout=500");
        await using var connections = await StoreConnection.OpenAllAsync(line.ConnectionString, TestContext.Current.CancellationToken);
        var record = new Record(connections.Questions);
        var head = await record.HeadAsync(TestContext.Current.CancellationToken);
        line.Swallows = true;
        var began = Stopwatch.GetTimestamp();

        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(StoreTrouble.Unreachable, await TroubleAsync(() => record.HeadAsync(TestContext.Current.CancellationToken).WaitAsync(Soon)));
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Soon);

        line.Swallows = false;
        Assert.Equal(head, await record.HeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_follower_on_a_line_that_hangs_notices_though_nobody_ended_it()
    {
        await using var line = new CutConnections(store.ConnectionString + ";Timeout=2;Command Timeout=1;Cancellation Timeout=500");
        await using var connections = await StoreConnection.OpenAllAsync(line.ConnectionString, TestContext.Current.CancellationToken);
        await using var following = new Record(connections.Recording).ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        await following.MoveNextAsync();
        line.Swallows = true;

        // Fifteen seconds of silence, and then the question that is not answered.
        await Assert.ThrowsAsync<StoreUnavailableException>(() => following.MoveNextAsync().AsTask().WaitAsync(Soon + Soon));
    }

    private static async Task<StoreTrouble> TroubleAsync(Func<Task> deed) => (await Assert.ThrowsAsync<StoreUnavailableException>(deed)).Trouble;
}
