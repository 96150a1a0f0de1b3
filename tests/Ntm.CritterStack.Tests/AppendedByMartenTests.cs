using JasperFx.Events;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Recording;
using Ntm.Testing;

namespace Ntm.CritterStack.Tests;

/// <summary>Appended by Marten through begin_append: read right by us, in one order with ours.</summary>
public sealed class AppendedByMartenTests(RecordAndMarten both) : IClassFixture<RecordAndMarten>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_reserves_by_hand_appends_to_a_new_and_to_an_existing_stream()
    {
        await both.RecordAsync(Lines.Commune("tay-a", "Cũ"));
        var head = await both.HeadAsync();

        await using (var session = both.MartenUntaught.LightweightSession())
        {
            session.LastModifiedBy = "chuong-trinh-khac";
            session.CorrelationId = "c-77";
            session.CausationId = "n-77";
            await session.ReserveAsync(3, Cancellation);
            session.Events.StartStream("unit-tay-b", Lines.Entry(Lines.Commune("tay-b", "Mới")));
            session.Events.Append("unit-tay-a", Renamed("tay-a", "Tên 𠊛"), Lines.Entry(Lines.Finding("tay-a")));
            await session.SaveChangesAsync(Cancellation);
        }

        var read = await both.ReadAsync(after: head);
        Assert.Equal([head + 1, head + 2, head + 3], read.Select(entry => entry.Sequence));
        Assert.Equal([("unit-tay-a", 2L), ("unit-tay-a", 3L), ("unit-tay-b", 1L)], read.Select(entry => (entry.Stream, entry.Version)).Order());
        Assert.All(read, entry => Assert.Equal("chuong-trinh-khac", entry.RecordedBy));
        Assert.Equal("Tên 𠊛", Assert.IsType<UnitRenamed>(read.Single(entry => entry.Version == 2).Entry).Name);
        Assert.Equal(3, await both.ScalarAsync<int>("select count(*) from ntm.mt_events where correlation_id = 'c-77' and causation_id = 'n-77'"));
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task A_store_whose_sessions_reserve_by_themselves_appends_as_ever()
    {
        var head = await both.HeadAsync();
        await using (var session = both.Marten.LightweightSession())
        {
            for (var unit = 0; unit < 5; unit++)
                session.Events.StartStream($"unit-tu-{unit}", Lines.Entry(Lines.Commune($"tu-{unit}")), Lines.Entry(Lines.Finding($"tu-{unit}")));
            await session.SaveChangesAsync(Cancellation);
            session.Events.Append("unit-tu-0", Lines.Entry(Lines.Finding("tu-0", 2)));
            await session.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(head + 11, await both.HeadAsync());
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task Our_recorder_judges_and_goes_on_after_what_Marten_appended()
    {
        await using (var session = both.Marten.LightweightSession())
        {
            session.Events.StartStream("unit-tiep", Lines.Entry(Lines.Commune("tiep")));
            await session.SaveChangesAsync(Cancellation);
        }

        var repeated = await both.Ours.Recorder.RecordAsync([.. Lines.Read([Lines.Commune("tiep")])], Lines.Act, Lines.NothingExpected, Cancellation);
        Assert.Equal("unit.exists", Assert.Single(Assert.IsType<RecordingResult.Refused>(repeated).Refusals).Refusal.Code);

        var recorded = await both.RecordAsync(Lines.Finding("tiep"), Lines.Finding("tiep", 2));
        Assert.Equal([2L, 3L], recorded.Select(entry => entry.Version));
        Assert.Equal(await both.HeadAsync(), recorded[^1].Sequence);

        await using (var session = both.Marten.LightweightSession())
        {
            session.Events.Append("unit-tiep", 4, Lines.Entry(Lines.Finding("tiep", 3)));
            await session.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(4, (await both.RecordAsync(Lines.Finding("tiep", 4)))[0].Version - 1);
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task A_stale_version_is_refused_by_Marten_and_leaves_nothing()
    {
        await both.RecordAsync(Lines.Commune("cu-rich"), Lines.Finding("cu-rich"));
        var head = await both.HeadAsync();
        await using (var session = both.Marten.LightweightSession())
        {
            session.Events.Append("unit-cu-rich", 2, Lines.Entry(Lines.Finding("cu-rich", 2)));
            await Assert.ThrowsAsync<EventStreamUnexpectedMaxEventIdException>(() => session.SaveChangesAsync(Cancellation));
        }

        Assert.Equal(head, await both.HeadAsync());
        Assert.Equal(head + 1, (await both.RecordAsync(Lines.Finding("cu-rich", 3)))[0].Sequence);
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task A_stream_is_fetched_for_writing_decided_on_and_appended_to()
    {
        await both.RecordAsync(Lines.Commune("lay-ra"));
        await using (var session = both.MartenUntaught.LightweightSession())
        {
            // The order first: whoever holds a stream and then waits for the order can lock up with one who holds the order.
            await session.ReserveAsync(1, Cancellation);
            var stream = await session.Events.FetchForExclusiveWriting<UnitCard>("unit-lay-ra", Cancellation);
            stream.AppendOne(Lines.Entry(Lines.Finding("lay-ra")));
            await session.SaveChangesAsync(Cancellation);
        }

        await using (var session = both.Marten.LightweightSession())
        {
            var stream = await session.Events.FetchForWriting<UnitCard>("unit-lay-ra", Cancellation);
            Assert.Equal(1, stream.Aggregate!.Findings);
            stream.AppendOne(Lines.Entry(Lines.Finding("lay-ra", 2)));
            await session.SaveChangesAsync(Cancellation);
        }

        Assert.Equal([1L, 2L, 3L], (await both.ReadAsync()).Where(entry => entry.Stream == "unit-lay-ra").Select(entry => entry.Version));
        await both.AssertOrderAsync();
    }

    [Fact]
    public async Task A_restarted_host_reads_a_record_both_wrote()
    {
        await both.RecordAsync(Lines.Commune("chung"), Lines.Finding("chung"));
        await using (var session = both.Marten.LightweightSession())
        {
            session.Events.Append("unit-chung", Lines.Entry(Lines.Finding("chung", 2, "criterion_lost")));
            await session.SaveChangesAsync(Cancellation);
        }

        await using var again = await both.OpenOursAsync();
        Assert.Equal(await both.HeadAsync(), again.Live.Index.Position);
        await using var asked = both.Marten.QuerySession();
        var card = await asked.Events.AggregateStreamAsync<UnitCard>("unit-chung", token: Cancellation);
        Assert.Equal((FindingStatus.Attained, FindingStatus.Lost), (card!.Criteria[1], card.Criteria[2]));
    }

    private static UnitRenamed Renamed(string unit, string name) => new() { Unit = UnitId.Parse(unit), EffectiveOn = new DateOnly(2011, 1, 1), Name = name };
}

/// <summary>An event that is no entry of ours: readers could not pass over it, so it does not come in (docs/reference/marten.md).</summary>
public sealed class ForeignEventTests(RecordAndMarten both) : IClassFixture<RecordAndMarten>
{
    [Fact]
    public async Task A_type_nobody_registered_is_refused_and_the_record_goes_on()
    {
        await both.RecordAsync(Lines.Commune("truoc"));
        await using (var session = both.Marten.LightweightSession())
        {
            session.Events.Append("unit-truoc", new SomethingElse("?"));
            var fault = await Assert.ThrowsAsync<Marten.Exceptions.MartenCommandException>(() => session.SaveChangesAsync(TestContext.Current.CancellationToken));
            Assert.Equal("NTM08", Assert.IsType<Npgsql.PostgresException>(fault.InnerException).SqlState);
        }

        Assert.Single(await both.ReadAsync());
        var recorded = await both.RecordAsync(Lines.Finding("truoc"));
        Assert.Equal(2, recorded[0].Sequence);
        await both.AssertOrderAsync();
    }

    public sealed record SomethingElse(string What);
}

/// <summary>Both write to the same streams, in turn and at once.</summary>
public sealed class WritingInTurnAndAtOnceTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RecordAndMarten _both = new(cluster);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _both.InitializeAsync();

    public ValueTask DisposeAsync() => _both.DisposeAsync();

    [Fact]
    public async Task Two_hundred_times_in_turn_leave_one_order()
    {
        await _both.RecordAsync(Lines.Commune("luan-phien"));
        for (var round = 1; round <= 200; round++)
        {
            var ours = await _both.RecordAsync(Lines.Finding("luan-phien", 1 + (round % 19)));
            Assert.Equal(2 * round, ours[0].Version);
            await using var session = _both.Marten.LightweightSession();
            session.Events.Append("unit-luan-phien", 1 + (2 * round), Lines.Entry(Lines.Finding("luan-phien", 1 + (round % 19), "criterion_lost")));
            await session.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(401, await _both.HeadAsync());
        await _both.AssertOrderAsync();
        var read = await _both.ReadAsync();
        Assert.Equal(Enumerable.Range(1, 401).Select(number => (long)number), read.Select(entry => entry.Version));
        await using var asked = _both.Marten.QuerySession();
        Assert.Equal(400, (await asked.Events.AggregateStreamAsync<UnitCard>("unit-luan-phien", token: Cancellation))!.Findings);
    }

    [Fact]
    public async Task Several_of_each_at_once_on_shared_streams_leave_one_order()
    {
        const int Writers = 4, Rounds = 40, Units = 3;
        await _both.RecordAsync(Enumerable.Range(0, Units).Select(unit => Lines.Commune($"dong-thoi-{unit}")));

        var ours = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
                await _both.RecordAsync(Lines.Finding($"dong-thoi-{(writer + round) % Units}"), Lines.Finding($"dong-thoi-{(writer + round + 1) % Units}", 2));
        }, Cancellation));
        var martens = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await using var session = _both.Marten.LightweightSession();
                session.Events.Append($"unit-dong-thoi-{(writer + round) % Units}", Lines.Entry(Lines.Finding($"dong-thoi-{(writer + round) % Units}", 3)));
                session.Events.Append($"unit-dong-thoi-{(writer + round + 2) % Units}", Lines.Entry(Lines.Finding($"dong-thoi-{(writer + round + 2) % Units}", 4)));
                await session.SaveChangesAsync(Cancellation);
            }
        }, Cancellation));
        await Task.WhenAll([.. ours, .. martens]);

        Assert.Equal(Units + (4 * Writers * Rounds), await _both.HeadAsync());
        await _both.AssertOrderAsync();
        await _both.Ours.Live.CatchUpToHeadAsync(Cancellation);
        Assert.Equal(await _both.HeadAsync(), _both.Ours.Live.Index.Position);
    }
}
