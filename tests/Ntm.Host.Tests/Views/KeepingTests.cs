using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.Tests.Recording;
using Ntm.Host.Views;
using Ntm.Projections.Views;
using Ntm.Testing;

namespace Ntm.Host.Tests.Views;

public sealed class KeepingTests(TestCluster cluster)
{
    [Fact]
    public async Task Two_programs_that_keep_the_views_at_once_take_every_entry_in_once()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 31, entries: 300);
        await using var other = await views.Database.OpenHostAsync();
        var second = new Upkeep(other.ViewConnections, other.Following, other.Live, TimeProvider.System) { AtOnce = 7 };

        await Task.WhenAll(
            Task.Run(() => views.InBatchesOf(5).CatchUpAsync(views.Head, TestContext.Current.CancellationToken)),
            Task.Run(() => second.CatchUpAsync(views.Head, TestContext.Current.CancellationToken)));

        await AssertSoundAsync(views);
    }

    [Fact]
    public async Task A_program_that_is_killed_in_the_middle_leaves_the_views_where_they_were_and_the_next_goes_on()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 32, entries: 300);
        await views.InBatchesOf(40).AdvanceAsync(views.Head, TestContext.Current.CancellationToken);
        var before = await views.PositionsAsync();
        await views.Database.DoAsync("""
            create function public.break_off() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
            create trigger break_off before update on ntm.projection for each row execute function public.break_off();
            """);

        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => views.CatchUpAsync());
        Assert.Equal(before, await views.PositionsAsync());
        Assert.Equal(["40"], await views.AskAsync("select greatest(max(f.sequence), 40) from ntm.finding f"));
        await views.Database.DoAsync("drop trigger break_off on ntm.projection");

        await views.CatchUpAsync();
        await AssertSoundAsync(views);
    }

    [Theory]
    [InlineData("update ntm.finding set retracted_at = 1 where unit = 'mot'")]
    [InlineData("update ntm.finding set status = 'tốt' where unit = 'mot'")]
    [InlineData("delete from ntm.finding_period where unit = 'mot'")]
    [InlineData("update ntm.finding_period set effect_from = '2021-01-01' where unit = 'mot'")]
    public async Task Whatever_was_done_to_the_rows_a_host_goes_on_and_a_rebuild_makes_them_good(string damage)
    {
        await using var views = await KeptViews.OpenAsync(cluster);
        var id = Guid.NewGuid();
        await views.Session.RecordAsync(Lines.Established("mot"), Lines.Attained("mot", id: id), Lines.Attained("mot", on: "2020-08-01"));
        await views.CatchUpAsync();
        await views.Database.DoAsync(damage);
        using var follower = new ViewFollower(views.Session.Upkeep, views.Session.Following, TimeProvider.System, NullLogger<ViewFollower>.Instance);
        await follower.StartAsync(TestContext.Current.CancellationToken);
        await views.Session.RecordAsync(Lines.Retracted("mot", id), Lines.Attained("mot", on: "2020-07-15"));
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);

        Assert.False(follower.ExecuteTask!.IsCompleted);
        Assert.IsType<RebuildResult.Replaced>(await new Rebuild(views.Session, View.All, _ => { }).RunAsync(TestContext.Current.CancellationToken));
        await AssertSoundAsync(views);
        await follower.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_host_follows_the_record_whoever_appends()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 33, entries: 60);
        await using var other = await views.Database.OpenHostAsync();
        using var follower = new ViewFollower(views.Session.Upkeep, views.Session.Following, TimeProvider.System, NullLogger<ViewFollower>.Instance);
        await follower.StartAsync(TestContext.Current.CancellationToken);

        foreach (var unit in (string[])["theo-1", "theo-2"])
        {
            var recorded = (await other.RecordAsync(Lines.Established(unit))).Only().Entry.Sequence;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while ((await ViewPosition.ReadAsync(views.Session.ViewConnections, patience.Token))[0].Position < recorded)
                await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
            Assert.Equal(["lives"], await views.AskAsync("select life from ntm.unit_on($1, '2020-01-01')", unit));
            await views.Database.DoAsync("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and query like 'listen%'
                """);
        }

        await follower.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_correction_may_name_another_unit_criterion_and_set_and_what_was_hidden_comes_back()
    {
        await using var views = await KeptViews.OpenAsync(cluster);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await views.Session.RecordAsync(Lines.Established("mot"), Lines.Established("hai"), Lines.Attained("mot", id: first), Lines.Attained("mot", id: second));
        await views.CatchUpAsync();
        Assert.Equal([$"{second}"], await views.AskAsync("select entry from ntm.status_on('mot', 'ntm-2016-2020', '2020-08-01')"));

        await views.Session.RecordAsync($$$"""
            {"type":"entry_corrected","unit":"mot","entry":"{{{second}}}","reason":"nhầm xã","replacement":{"type":"criterion_lost","unit":"hai","effectiveOn":"2022-07-01","set":"ntm-2021-2025","criterion":4,"assessedBy":"audit"}}
            """);
        await views.CatchUpAsync();

        Assert.Equal([$"{first}"], await views.AskAsync("select entry from ntm.status_on('mot', 'ntm-2016-2020', '2020-08-01')"));
        Assert.Equal([$"{second}"], await views.AskAsync("select entry from ntm.status_on('mot', 'ntm-2016-2020', '2020-08-01', 4)"));
        Assert.Equal(["4 lost"], await views.AskAsync("select criterion, status from ntm.status_on('hai', 'ntm-2021-2025', '2022-07-01')"));
        await AssertSoundAsync(views);
    }

    [Fact]
    public async Task A_record_of_an_older_program_is_taken_in_from_its_first_entry()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 34, entries: 150);
        await views.CatchUpAsync();
        var kept = await views.PositionsAsync();
        // As migration 0005 left it: entries, and nothing of the views.
        await views.Database.DoAsync("""
            drop table ntm.finding, ntm.finding_period, ntm.unit_period, ntm.projection cascade;
            do $$
            declare f text;
            begin
              foreach f in array (select array_agg(p.oid::regprocedure::text) from pg_proc p where p.pronamespace = 'ntm'::regnamespace
                and p.proname in ('official_assessors', 'status_on', 'periods_of', 'first_attained_last_lost', 'status_difference', 'unit_on', 'units_under',
                  'communes_under', 'rebuild_hindrance', 'rebuild_begin', 'rebuild_table', 'rebuild_finish', 'rebuild_swap') or p.proname like 'evidence%' or p.proname = 'accounts_changed')
              loop execute format('drop function if exists %s cascade', f); end loop;
            end $$;
            drop table ntm.account_act, ntm.person, ntm.account_office, ntm.account, ntm.signing_key, ntm.protection_key;
            drop table ntm.evidence_opening, ntm.evidence_deposit, ntm.evidence_piece, ntm.evidence;
            delete from ntm.schema_migration where number >= 6;
            """);

        await using var newer = await views.Database.OpenHostAsync();
        Assert.Equal(["0006_views", "0007_evidence", "0008_accounts"], newer.Migrated);
        Assert.Equal(["0", "0", "0"], await views.AskAsync("select position from ntm.projection"));
        await newer.Upkeep.CatchUpAsync(newer.Live.Index.Position, TestContext.Current.CancellationToken);

        Assert.Equal(kept, await views.PositionsAsync());
        await AssertSoundAsync(views);
    }

    private static async Task AssertSoundAsync(KeptViews views) =>
        Assert.Empty((await new ViewCheck(views.Session).RunAsync(_ => { }, TestContext.Current.CancellationToken)).Differences);
}
