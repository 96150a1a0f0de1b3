using Ntm.EventStore.Tests.Support;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Instants;

/// <summary>What an instant names, asked as the host asks: as the role ntm_recorder.</summary>
public sealed class AnswerInstantTests(TestCluster cluster) : IAsyncLifetime
{
    private StoreDatabase store = null!;

    public async ValueTask InitializeAsync() => store = await StoreDatabase.CreateAsync(cluster);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Before_the_first_entry_every_instant_names_none()
    {
        Assert.Equal(0, await AnswerAsync(await ClockAsync()));
        var recorded = await store.Record.AppendAsync(Entries.Established("van-mong"));

        Assert.Equal(0, await AnswerAsync(recorded[0].RecordedAt.AddMicroseconds(-1)));
        Assert.Equal(0, await AnswerAsync(DateTimeOffset.MinValue));
        Assert.Equal(0, await AnswerAsync(new DateTimeOffset(1975, 4, 30, 11, 30, 0, TimeSpan.FromHours(7))));
    }

    [Fact]
    public async Task A_stamp_names_its_entry_and_an_instant_between_two_the_earlier()
    {
        await store.Record.AppendAsync(Entries.Established("van-mong"), Entries.Attained("van-mong", version: 2));
        await store.Record.AppendAsync(Entries.Attained("van-mong", version: 3));

        foreach (var entry in await store.Record.ReadAllAsync())
        {
            Assert.Equal(entry.Sequence, await AnswerAsync(entry.RecordedAt));
            Assert.Equal(entry.Sequence - 1, await AnswerAsync(entry.RecordedAt.AddTicks(-1)));
            Assert.Equal(entry.Sequence - 1, await AnswerAsync(entry.RecordedAt.AddMicroseconds(-1)));
            Assert.Equal(entry.Sequence, await AnswerAsync(entry.RecordedAt.AddTicks(9)));
        }
    }

    [Fact]
    public async Task The_offset_an_instant_is_written_with_changes_nothing()
    {
        var recorded = await store.Record.AppendAsync(Entries.Established("van-mong"));

        Assert.Equal(1, await AnswerAsync(recorded[0].RecordedAt.ToOffset(TimeSpan.FromHours(7))));
    }

    [Fact]
    public async Task Nothing_is_stamped_at_or_before_an_instant_that_was_answered()
    {
        await store.Record.AppendAsync(Entries.Established("van-mong"));
        var asked = await ClockAsync();
        Assert.Equal(1, await AnswerAsync(asked));

        // The clock has not moved on: the floor has.
        Assert.Equal(asked, await FloorAsync());
        var next = await store.Record.AppendAsync(Entries.Attained("van-mong", version: 2));

        Assert.True(next[0].RecordedAt > asked);
        Assert.Equal(1, await AnswerAsync(asked));
    }

    [Fact]
    public async Task The_floor_holds_even_where_the_clock_has_gone_back()
    {
        await store.Record.AppendAsync(Entries.Established("van-mong"));
        var ahead = (await ClockAsync()).AddSeconds(3);
        // As an answer left it, before the clock was set back by three seconds.
        await store.Owner.DoAsync($"update ntm.append_head set at = '{ahead:O}'");
        Assert.Equal(1, await AnswerAsync(ahead));

        var next = await store.Record.AppendAsync(Entries.Attained("van-mong", version: 2));

        Assert.Equal(ahead.AddMicroseconds(1), next[0].RecordedAt);
        Assert.Equal(1, await AnswerAsync(ahead));
        Assert.Equal(2, await AnswerAsync(next[0].RecordedAt));
    }

    [Fact]
    public async Task An_older_instant_moves_no_floor()
    {
        var recorded = await store.Record.AppendAsync(Entries.Established("van-mong"));
        var floor = await FloorAsync();

        await AnswerAsync(recorded[0].RecordedAt);
        await AnswerAsync(recorded[0].RecordedAt.AddHours(-1));

        Assert.Equal(floor, await FloorAsync());
    }

    [Fact]
    public async Task An_instant_that_has_not_come_has_no_answer_and_moves_no_floor()
    {
        await store.Record.AppendAsync(Entries.Established("van-mong"));
        var floor = await FloorAsync();

        Assert.Null(await store.Record.AnswerInstantAsync((await ClockAsync()).AddSeconds(30), TestContext.Current.CancellationToken));
        Assert.Null(await store.Record.AnswerInstantAsync(DateTimeOffset.MaxValue, TestContext.Current.CancellationToken));
        Assert.Equal(floor, await FloorAsync());
    }

    [Fact]
    public async Task A_stamp_ahead_of_the_clock_has_come()
    {
        await store.Owner.DoAsync("update ntm.append_head set at = clock_timestamp() + interval '4 seconds'");
        var recorded = await store.Record.AppendAsync(Entries.Established("van-mong"));

        Assert.Equal(1, await AnswerAsync(recorded[0].RecordedAt));
        Assert.Null(await store.Record.AnswerInstantAsync(recorded[0].RecordedAt.AddMicroseconds(1), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_in_flight_is_waited_for(bool committed)
    {
        await store.Record.AppendAsync(Entries.Established("van-mong"));
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(2);
        await writer.InsertNextAsync(2);
        // Later than the stamps in flight.
        var asked = await ClockAsync();

        var answering = AnswerAsync(asked);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(answering.IsCompleted);
        if (committed)
            await writer.CommitAsync();
        else
            await writer.RollbackAsync();

        var expected = committed ? 3 : 1;
        Assert.Equal(expected, await answering);
        await store.Record.AppendAsync(Entries.Attained("van-mong", version: 2));
        Assert.Equal(expected, await AnswerAsync(asked));
    }

    [Fact]
    public async Task An_instant_before_the_newest_stamp_waits_for_nobody()
    {
        var recorded = await store.Record.AppendAsync(Entries.Established("van-mong"));
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);

        Assert.Equal(1, await AnswerAsync(recorded[0].RecordedAt).WaitAsync(TimeSpan.FromSeconds(5)));
    }

    private async Task<long> AnswerAsync(DateTimeOffset asked)
    {
        var answer = await store.Record.AnswerInstantAsync(asked, TestContext.Current.CancellationToken);
        Assert.NotNull(answer);
        return answer.Sequence;
    }

    private Task<DateTimeOffset> ClockAsync() => store.Owner.AskAsync<DateTimeOffset>("select clock_timestamp()");

    private Task<DateTimeOffset> FloorAsync() => store.Owner.AskAsync<DateTimeOffset>("select at from ntm.append_head");
}
