using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Order;

public sealed class GaplessTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task A_rollback_leaves_no_gap()
    {
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(3);
            await writer.InsertNextAsync(3);
            await writer.RollbackAsync();
        }

        await AssertNextFollowsAsync();
    }

    [Fact]
    public async Task An_append_refused_at_its_commit_leaves_no_gap()
    {
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(3);
            await writer.InsertNextAsync(2);
            Assert.Equal("NTM04", await Sql.RefusalAsync(writer.CommitAsync));
        }

        await AssertNextFollowsAsync();
    }

    [Fact]
    public async Task A_connection_that_drops_in_the_middle_leaves_no_gap()
    {
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(3);
            await writer.InsertNextAsync(3);
            await store.Owner.DoAsync($"select pg_terminate_backend({writer.Connection.ProcessID}, 5000)");
        }

        await AssertNextFollowsAsync();
    }

    [Fact]
    public async Task Numbers_that_somebody_draws_without_reserving_are_not_lost()
    {
        await store.Lesser.DoAsync("select nextval('ntm.mt_events_sequence') from generate_series(1, 5)");

        await AssertNextFollowsAsync();
    }

    private async Task AssertNextFollowsAsync()
    {
        var head = await store.Record.HeadAsync(TestContext.Current.CancellationToken);

        await using (var writer = await store.BeginAsync())
        {
            Assert.Equal(head + 1, await writer.ReserveAsync(2));
            await writer.InsertNextAsync(2);
            await writer.CommitAsync();
        }

        var recorded = await store.Record.AppendAsync(Entries.Established($"xa-{head}"));
        Assert.Equal(head + 3, recorded[0].Sequence);
        await store.AssertInOrderAsync();
    }
}
