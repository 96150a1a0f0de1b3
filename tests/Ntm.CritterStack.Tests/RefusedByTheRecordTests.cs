using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.CritterStack.Tests;

/// <summary>What Marten offers and the record does not allow: back-dating, appending out of order, changing and removing.</summary>
public sealed class RefusedByTheRecordTests(RecordAndMarten both) : IClassFixture<RecordAndMarten>
{
    private static readonly DateTimeOffset LongAgo = new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timestamp_set_on_the_event_is_overruled()
    {
        await using (var session = both.Marten.LightweightSession())
        {
            session.Events.StartStream("unit-lui-ngay", Wrapped("lui-ngay").AtTimestamp(LongAgo));
            session.Events.Append("unit-lui-ngay-2", Wrapped("lui-ngay-2").AtTimestamp(LongAgo), Wrapped("lui-ngay-2").AtTimestamp(DateTimeOffset.MaxValue));
            await session.SaveChangesAsync(Cancellation);
        }

        await AssertStampedNowAsync("lui-ngay%", 3);
    }

    [Fact]
    public async Task A_store_with_a_clock_of_its_own_is_overruled()
    {
        await using (var store = Open(options => options.Events.TimeProvider = new StoppedClock()))
        await using (var session = store.LightweightSession())
        {
            session.Events.StartStream("unit-dong-ho", Lines.Entry(Lines.Commune("dong-ho")), Lines.Entry(Lines.Finding("dong-ho")));
            await session.SaveChangesAsync(Cancellation);
        }

        await AssertStampedNowAsync("dong-ho", 2);
    }

    [Fact]
    public async Task A_store_in_rich_mode_is_overruled_and_keeps_the_order()
    {
        await using (var store = MartenStore.Open(both.ConnectionString, AutoCreate.None, options =>
        {
            options.Events.AppendMode = EventAppendMode.Rich;
            options.Events.TimeProvider = new StoppedClock();
        }))
        await using (var session = store.LightweightSession())
        {
            // Rich mode draws its numbers before any listener hears of the save: it reserves by hand.
            await session.ReserveAsync(3, Cancellation);
            session.Events.StartStream("unit-giau", Wrapped("giau").AtTimestamp(LongAgo), Wrapped("giau"));
            session.Events.Append("unit-giau-2", Wrapped("giau-2"));
            await session.SaveChangesAsync(Cancellation);
        }

        await AssertStampedNowAsync("giau%", 3);
    }

    [Fact]
    public async Task Neither_a_header_nor_a_stamp_set_on_what_the_session_holds_says_otherwise()
    {
        await using (var session = both.Marten.LightweightSession())
        {
            var stream = session.Events.StartStream("unit-dong-dau", Wrapped("dong-dau").WithHeader("timestamp", LongAgo), Wrapped("dong-dau"));
            foreach (var held in stream.Events)
                held.Timestamp = LongAgo;
            await session.SaveChangesAsync(Cancellation);
        }

        await AssertStampedNowAsync("dong-dau", 2);
    }

    [Fact]
    public async Task One_that_skips_begin_append_is_refused_and_leaves_nothing()
    {
        await both.RecordAsync(Lines.Commune("bo-qua"));
        var before = await StateAsync();

        await AssertRefusedAsync("NTM03", both.MartenUntaught, session => session.Events.StartStream("unit-bo-qua-moi", Lines.Entry(Lines.Commune("bo-qua-moi"))));
        await AssertRefusedAsync("NTM03", both.MartenUntaught, session => session.Events.Append("unit-bo-qua", Lines.Entry(Lines.Finding("bo-qua"))));
        await AssertRefusedAsync("NTM03", both.MartenUntaught, session => session.Events.Append("unit-bo-qua", 2, Lines.Entry(Lines.Finding("bo-qua"))));

        Assert.Equal(before, await StateAsync());
        Assert.Equal(before.Head + 1, (await both.RecordAsync(Lines.Finding("bo-qua")))[0].Sequence);
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task Rich_mode_without_begin_append_is_refused_tombstone_and_all()
    {
        var before = await StateAsync();
        await using (var store = MartenStore.Open(both.ConnectionString, AutoCreate.None, options => options.Events.AppendMode = EventAppendMode.Rich))
            await AssertRefusedAsync("NTM03", store, session => session.Events.StartStream("unit-bia-mo", Wrapped("bia-mo"), Wrapped("bia-mo")));

        // Closing the store has waited for its tombstones.
        Assert.Equal(before, await StateAsync());
        Assert.Equal(before.Head + 1, (await both.RecordAsync(Lines.Commune("sau-bia-mo")))[0].Sequence);
        await both.AssertOrderAsync();
    }

    [Theory]
    [InlineData(3, "NTM04")]
    [InlineData(1, "NTM03")]
    public async Task A_wrong_number_reserved_is_refused_at_the_latest_at_commit(int reserved, string sqlState)
    {
        await both.RecordAsync(Lines.Commune($"sai-so-{reserved}"));
        var before = await StateAsync();
        await using (var session = both.MartenUntaught.LightweightSession())
        {
            await session.ReserveAsync(reserved, Cancellation);
            session.Events.Append($"unit-sai-so-{reserved}", Lines.Entry(Lines.Finding($"sai-so-{reserved}")), Lines.Entry(Lines.Finding($"sai-so-{reserved}", 2)));
            Assert.Equal(sqlState, SqlStateOf(await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync(Cancellation))));
        }

        Assert.Equal(before, await StateAsync());
        Assert.Equal(before.Head + 1, (await both.RecordAsync(Lines.Finding($"sai-so-{reserved}")))[0].Sequence);
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task A_session_given_up_after_reserving_leaves_nothing()
    {
        var before = await StateAsync();
        await using (var session = both.MartenUntaught.LightweightSession())
        {
            await session.ReserveAsync(2, Cancellation);
            session.Events.StartStream("unit-bo-do", Wrapped("bo-do"), Wrapped("bo-do"));
        }

        Assert.Equal(before, await StateAsync());
        Assert.Equal(before.Head + 1, (await both.RecordAsync(Lines.Commune("sau-bo-do")))[0].Sequence);
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task Overwriting_archiving_compacting_deleting_and_bulk_loading_are_refused()
    {
        await both.RecordAsync(Lines.Commune("giu-nguyen"), Lines.Finding("giu-nguyen"));
        var before = await CatalogSnapshot.TakeAsync(both.Database);
        IReadOnlyList<IEvent> events;
        await using (var session = both.Marten.QuerySession())
            events = await session.Events.FetchStreamAsync("unit-giu-nguyen", token: Cancellation);

        await AssertRefusedAsync("NTM05", both.Marten, session => session.Events.OverwriteEvent(events[0].WithHeader("sua", "1")));
        await AssertRefusedAsync("NTM05", both.Marten, session => session.Events.CompletelyReplaceEvent(events[0].Sequence, new UnitRenamed { Unit = UnitId.Parse("giu-nguyen"), EffectiveOn = new DateOnly(2011, 1, 1), Name = "Khác" }));
        await AssertRefusedAsync("NTM05", both.Marten, session => session.Events.ArchiveStream("unit-giu-nguyen"));
        await AssertRefusedAsync("NTM05", both.Marten, session => session.QueueSqlCommand("delete from ntm.mt_streams where id = ?", "unit-giu-nguyen"));
        Assert.Equal("NTM05", SqlStateOf(await Assert.ThrowsAnyAsync<Exception>(() => both.Marten.Advanced.Clean.DeleteAllEventDataAsync(Cancellation))));
        Assert.Equal("NTM05", SqlStateOf(await Assert.ThrowsAnyAsync<Exception>(() => both.Marten.Advanced.Clean.DeleteSingleEventStreamAsync("unit-giu-nguyen", ct: Cancellation))));

        var load = StreamAction.Start("unit-nap-nhanh", Wrapped("nap-nhanh"));
        Assert.Equal("NTM03", SqlStateOf(await Assert.ThrowsAnyAsync<Exception>(() => both.Marten.BulkInsertEventsAsync([load], cancellation: Cancellation))));

        Assert.Equal(Rows(before), Rows(await CatalogSnapshot.TakeAsync(both.Database)));
        await both.AssertOrderAsync();
    }

    private static string Rows(string snapshot) => string.Join('\n', snapshot.Split('\n').Where(line => line.StartsWith("row ", StringComparison.Ordinal)));

    private static IEvent Wrapped(string unit) => ((CriterionAttained)Lines.Entry(Lines.Finding(unit))).AsEvent();

    private DocumentStore Open(Action<StoreOptions> further) => MartenStore.Open(both.ConnectionString, AutoCreate.None, options =>
    {
        options.Listeners.Add(new ReservingListener());
        further(options);
    });

    private static async Task AssertRefusedAsync(string sqlState, DocumentStore store, Action<IDocumentSession> act)
    {
        await using var session = store.LightweightSession();
        act(session);
        Assert.Equal(sqlState, SqlStateOf(await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync(Cancellation))));
    }

    private static string? SqlStateOf(Exception? fault) => fault switch
    {
        null => null,
        PostgresException postgres => postgres.SqlState,
        AggregateException several => several.InnerExceptions.Select(SqlStateOf).FirstOrDefault(state => state is not null),
        _ => SqlStateOf(fault.InnerException),
    };

    // After a save that failed Marten looks for its tombstone stream; the empty stream is all that may come of it.
    private async Task<(long Head, long Events, long Streams)> StateAsync() => (
        await both.HeadAsync(),
        await both.ScalarAsync<long>("select count(*) from ntm.mt_events"),
        await both.ScalarAsync<long>("select count(*) from ntm.mt_streams where (id, version) is distinct from ('mt_tombstone', 0)"));

    private async Task AssertStampedNowAsync(string units, int count)
    {
        Assert.Equal(count, await both.ScalarAsync<int>(
            $"select count(*) from ntm.mt_events where stream_id like 'unit-{units}' and timestamp between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 second'"));
        await both.AssertOrderAsync();
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => LongAgo;
    }
}
