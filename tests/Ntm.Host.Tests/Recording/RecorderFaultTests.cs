using Ntm.EventStore;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

public sealed class RecorderFaultTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    [Fact]
    public async Task A_connection_lost_under_one_group_costs_nobody_anything()
    {
        await using var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var lost = host.RecordAsync(Lines.Established("mat-1"));
        await database.UntilWaitingAsync();
        var next = host.RecordAsync(Lines.Established("mat-2"));
        await database.DoAsync("""
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
             where datname = current_database() and application_name = 'ntm' and wait_event_type = 'Lock'
            """);
        await held.DisposeAsync();

        Assert.False((await lost).Only().Repeated);
        Assert.False((await next).Only().Repeated);
        (await host.RecordAsync(Lines.Attained("mat-1"))).Only();
    }

    [Fact]
    public async Task What_the_database_will_not_take_of_one_caller_does_not_touch_the_others()
    {
        await using var host = await database.OpenHostAsync();
        await database.DoAsync("""
            create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;
            create trigger refuse before insert on ntm.mt_events for each row when (new.stream_id = 'unit-thuoc-doc') execute function public.refuse();
            """);
        await using var held = await database.HoldOrderAsync();
        var first = host.RecordAsync(Lines.Established("sach-1"));
        await database.UntilWaitingAsync();
        var before = host.RecordAsync(Lines.Established("sach-2"));
        var poison = host.RecordAsync(Lines.Established("thuoc-doc"), Lines.Established("thuoc-doc-2"));
        var after = host.RecordAsync(Lines.Established("sach-3"), Lines.Attained("sach-2"));
        var resting = host.RecordAsync(Lines.Attained("thuoc-doc-2"));
        await held.DisposeAsync();

        (await first).Only();
        (await before).Only();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => poison);
        Assert.Equal(2, Assert.IsType<RecordingResult.Recorded>(await after).Lines.Count);
        Assert.Equal("unit.unknown", (await resting).Code());
        await database.DoAsync("drop trigger refuse on ntm.mt_events; drop function public.refuse()");
        (await host.RecordAsync(Lines.Established("thuoc-doc"))).Only();
    }

    [Fact]
    public async Task A_tombstone_of_Martens_is_no_entry_to_retract_or_repeat()
    {
        await using var host = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("bia-mo"));
        var tombstone = Guid.NewGuid();
        await database.DoAsync($"""
            insert into ntm.mt_streams (id, version) values ('mt_tombstone', 1);
            select ntm.begin_append(1);
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('ntm.mt_events_sequence'), '{tombstone}', 'mt_tombstone', 1, '{"{}"}', 'tombstone', now())
            """);

        Assert.Equal("entry.unknown", (await host.RecordAsync(Lines.Retracted("bia-mo", tombstone))).Code());
        Assert.Equal("entry.id_reused", (await host.RecordAsync(Lines.Attained("bia-mo", id: tombstone))).Code());
    }

    [Fact]
    public async Task A_clock_behind_is_told_and_recording_goes_on_when_it_is_right()
    {
        await using var host = await database.OpenHostAsync();
        await database.DoAsync("update ntm.append_head set at = clock_timestamp() + interval '1 minute'");

        await Assert.ThrowsAsync<ClockBehindException>(() => host.RecordAsync(Lines.Established("dong-ho")));
        // What needs no append needs no clock.
        Assert.Equal("unit.unknown", (await host.RecordAsync(Lines.Attained("dong-ho"))).Code());

        await database.DoAsync("update ntm.append_head set at = coalesce((select max(timestamp) from ntm.mt_events), '-infinity')");
        (await host.RecordAsync(Lines.Established("dong-ho"))).Only();
    }

    [Fact]
    public async Task A_caller_that_goes_away_does_not_take_its_entry_with_it()
    {
        await using var host = await database.OpenHostAsync();
        var line = Lines.Established("di-roi");
        using var leaving = new CancellationTokenSource();
        await using var held = await database.HoldOrderAsync();
        var gone = host.RecordAsync(leaving.Token, line);
        await database.UntilWaitingAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await held.DisposeAsync();

        Assert.True((await host.RecordAsync(line)).Only().Repeated);
    }

    [Fact]
    public async Task What_was_taken_in_is_finished_and_nothing_more_is_taken()
    {
        var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var taken = Enumerable.Range(0, 20).Select(caller => host.RecordAsync(Lines.Established($"dong-{caller}"))).ToList();
        await database.UntilWaitingAsync();
        var closing = host.DisposeAsync().AsTask();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.RecordAsync(Lines.Established("dong-muon")));
        Assert.False(closing.IsCompleted);
        await held.DisposeAsync();

        Assert.All(await Task.WhenAll(taken), result => result.Only());
        await closing;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => host.RecordAsync(Lines.Established("dong-muon")));
        await host.Recorder.DisposeAsync();
    }

    [Fact]
    public async Task A_full_queue_waits_and_loses_nobody()
    {
        await using var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var callers = Enumerable.Range(0, 3_000).Select(caller => host.RecordAsync(Lines.Established($"day-{caller}"))).ToList();
        await database.UntilWaitingAsync();
        await held.DisposeAsync();

        Assert.Equal(3_000, (await Task.WhenAll(callers)).Select(result => result.Only().Entry.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task Who_would_rather_come_again_than_wait_is_told_that_the_queue_is_full()
    {
        await using var host = await database.OpenHostAsync();
        await using var held = await database.HoldOrderAsync();
        var underWay = host.TryRecordAsync(Lines.Established("ranh"));
        await database.UntilWaitingAsync();
        var callers = Enumerable.Range(0, 1_500).Select(caller => host.TryRecordAsync(Lines.Established($"ranh-{caller}"))).ToList();
        await held.DisposeAsync();

        var results = await Task.WhenAll([underWay, .. callers]);
        Assert.Equal(1_500 - 1_024, results.Count(result => result is null));
        var recorded = results.OfType<RecordingResult>().Select(result => result.Only().Entry.Sequence).ToList();
        Assert.Equal(recorded.Count, recorded.Distinct().Count());
    }

    [Fact]
    public async Task What_the_database_refuses_of_one_caller_is_that_callers_affair()
    {
        await using var host = await database.OpenHostAsync();
        // What an administrator may have put beside our own rules.
        await database.DoAsync("alter table ntm.mt_streams add constraint no_such_stream check (id <> 'unit-dai-qua')");
        await using var held = await database.HoldOrderAsync();
        var first = host.RecordAsync(Lines.Established("dai-1"));
        await database.UntilWaitingAsync();
        var refused = host.RecordAsync(Lines.Established("dai-qua"));
        var beside = host.RecordAsync(Lines.Established("dai-2"));
        await held.DisposeAsync();

        (await first).Only();
        (await beside).Only();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => refused);
    }
}
