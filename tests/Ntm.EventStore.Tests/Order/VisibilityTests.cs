using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Order;

public sealed class VisibilityTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    private const int Writers = 8;
    private const int AppendsOfEach = 40;

    [Fact]
    public async Task A_reader_never_sees_a_hole_while_eight_programs_append()
    {
        using var written = new CancellationTokenSource();
        var watching = WatchAsync(written.Token);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => writer % 2 == 0 ? DrawAsync(writer) : RecordAsync(writer)));
        await written.CancelAsync();

        Assert.Empty(await watching);
        await store.AssertInOrderAsync();
        var recorded = await store.Record.ReadAllAsync();
        Assert.Equal(recorded.Count, await store.Record.HeadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Writers / 2 * AppendsOfEach * 2, recorded.Count(entry => entry.Stream != Writer.Stream));
    }

    // One snapshot: how many rows there are, the greatest number, and the head.
    private async Task<List<string>> WatchAsync(CancellationToken written)
    {
        var holes = new List<string>();
        var seen = 0L;
        var looks = 0;
        while (!written.IsCancellationRequested)
        {
            await using var command = store.Lesser.CreateCommand(
                "select count(*), coalesce(max(seq_id), 0), (select seq from ntm.append_head) from ntm.mt_events");
            await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
            await reader.ReadAsync(CancellationToken.None);
            var (count, last, head) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
            if (count != last || last != head || last < seen)
                holes.Add($"{count} rows up to {last}, head {head}, seen before {seen}");
            seen = last;
            looks++;
        }

        Assert.True(looks > 20, $"looked only {looks} times");
        return holes;
    }

    // As Marten does: every fourth of them is given up.
    private async Task DrawAsync(int writer)
    {
        for (var append = 0; append < AppendsOfEach; append++)
        {
            await using var transaction = await store.BeginAsync();
            var count = 1 + ((writer + append) % 3);
            await transaction.ReserveAsync(count);
            await transaction.InsertNextAsync(count);
            if (append % 4 == 3)
                await transaction.RollbackAsync();
            else
                await transaction.CommitAsync();
        }
    }

    private async Task RecordAsync(int writer)
    {
        for (var append = 0; append < AppendsOfEach; append++)
        {
            var unit = $"xa-{writer}-{append}";
            await store.Record.AppendAsync(Entries.Established(unit), Entries.Attained(unit, version: 2));
        }
    }
}
