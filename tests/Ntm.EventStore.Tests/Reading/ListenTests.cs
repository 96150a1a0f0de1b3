using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Reading;

public sealed class ListenTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_append_by_whatever_program_wakes_a_follower()
    {
        await using var following = store.Record.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        // The first look, at what came before it listened.
        Assert.True(await following.MoveNextAsync().AsTask().WaitAsync(Soon));

        var woken = following.MoveNextAsync().AsTask();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(woken.IsCompleted);
        await store.Record.AppendAsync(Entries.Established("na-sam"));
        Assert.True(await woken.WaitAsync(Soon));

        woken = following.MoveNextAsync().AsTask();
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.InsertNextAsync(1);
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(woken.IsCompleted);
        await writer.CommitAsync();
        Assert.True(await woken.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_follower_whose_connection_ends_is_told()
    {
        await using var following = store.Record.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        await following.MoveNextAsync();
        var woken = following.MoveNextAsync().AsTask();
        await store.Owner.DoAsync("""
            select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and query like 'listen%'
            """);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => woken.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_follower_that_stops_gives_its_connection_back()
    {
        using var stop = new CancellationTokenSource();
        await using var following = store.Record.ListenAsync(stop.Token).GetAsyncEnumerator();
        await following.MoveNextAsync();
        var woken = following.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => woken.WaitAsync(Soon));
    }
}
