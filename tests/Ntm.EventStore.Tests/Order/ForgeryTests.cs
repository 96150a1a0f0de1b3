using Npgsql;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Order;

/// <summary>A writer that may insert tries to write what the record would not.</summary>
public sealed class ForgeryTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task A_time_the_writer_states_is_overruled()
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveAsync(1);
        await writer.DoAsync(Inserting("nextval('ntm.mt_events_sequence')", time: "'2001-01-01Z'"));
        await writer.CommitAsync();

        var age = await store.Owner.AskAsync<TimeSpan>("select clock_timestamp() - timestamp from ntm.mt_events where seq_id = $1", first);
        Assert.InRange(age, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Settings_made_before_the_statement_are_overruled()
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveAsync(1);
        await writer.DoAsync("select set_config('ntm.first', '1', true), set_config('ntm.last', '1000000', true), set_config('ntm.last_at', '2001-01-01Z', true)");

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertAsync(first + 1, first + 1)));
    }

    [Fact]
    public async Task A_time_forged_inside_the_statement_is_refused_at_the_commit()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.DoAsync(Inserting("nextval('ntm.mt_events_sequence')", "set_config('ntm.last_at', '2001-01-01Z', true)::timestamptz"));

        Assert.Equal("NTM04", await Sql.RefusalAsync(writer.CommitAsync));
    }

    [Theory]
    [InlineData("set_config('ntm.last', '5000000', true)::bigint", "select 1")]
    [InlineData("set_config('ntm.first', '-7', true)::bigint", "select 1")]
    [InlineData("set_config('ntm.last', '5000000', true)::bigint", "set constraints all immediate")]
    [InlineData("set_config('ntm.first', '0', true)::bigint", "set constraints all immediate")]
    public async Task A_number_forged_inside_the_statement_beside_the_right_ones_is_refused(string forged, string between)
    {
        await using (var writer = await store.BeginAsync())
        {
            await writer.ReserveAsync(1);
            await writer.InsertNextAsync(1);
            await writer.DoAsync(between);
            var refusal = await Sql.RefusalAsync(async () =>
            {
                await writer.DoAsync(Inserting(forged, "now()"));
                await writer.CommitAsync();
            });

            Assert.Equal("NTM03", refusal);
        }

        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Passing_for_the_host_spares_nobody_a_reservation()
    {
        await using var writer = await store.BeginAsync();
        await writer.DoAsync("set local ntm.appending = 'on'");

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertNextAsync(1)));
    }

    [Fact]
    public async Task Passing_for_the_host_back_dates_nothing()
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveAsync(1);
        await writer.DoAsync("set local ntm.appending = 'on'");
        await writer.DoAsync(Inserting("nextval('ntm.mt_events_sequence')", time: "'2001-01-01Z'"));
        await writer.CommitAsync();

        Assert.True(await store.Owner.AskAsync<bool>("select timestamp > '2020-01-01Z' from ntm.mt_events where seq_id = $1", first));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Settings_of_a_reservation_that_was_never_made_write_nothing()
    {
        await using var writer = await store.BeginAsync();
        await writer.DoAsync("""
            select set_config('ntm.first', '1', true), set_config('ntm.last', '1000000', true), set_config('ntm.last_at', now()::text, true)
            """);

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertNextAsync(1)));
    }

    [Fact]
    public async Task Operators_of_the_callers_own_change_nothing_in_an_append()
    {
        await store.Owner.DoAsync("""
            create schema theirs;
            grant usage on schema theirs to public;
            create function theirs.clock_timestamp() returns timestamptz language sql as $$ select timestamptz '2001-01-01Z' $$;
            create function theirs.wrong(bigint, bigint) returns bigint language sql as $$ select 7::bigint $$;
            create function theirs.wrong(timestamptz, interval) returns timestamptz language sql as $$ select timestamptz '2001-01-01Z' $$;
            create function theirs.always(bigint, bigint) returns boolean language sql as $$ select true $$;
            create operator theirs.+ (leftarg = bigint, rightarg = bigint, function = theirs.wrong);
            create operator theirs.+ (leftarg = timestamptz, rightarg = interval, function = theirs.wrong);
            create operator theirs.- (leftarg = timestamptz, rightarg = interval, function = theirs.wrong);
            create operator theirs.= (leftarg = bigint, rightarg = bigint, function = theirs.always);
            """);
        var path = new NpgsqlConnectionStringBuilder(store.Lesser.ConnectionString)
        {
            Password = new NpgsqlConnectionStringBuilder(store.ConnectionString).Password,
            SearchPath = "theirs, pg_catalog",
        };
        await using var bent = NpgsqlDataSource.Create(path.ConnectionString);
        var record = new Record(bent);
        var head = await store.Record.HeadAsync(TestContext.Current.CancellationToken);

        Assert.Null(await record.TryAppendAfterAsync(head + 5, [Entries.Established("lech")], TestContext.Current.CancellationToken));
        var one = await record.TryAppendAfterAsync(head, [Entries.Established("thang")], TestContext.Current.CancellationToken);
        var many = await record.TryAppendAfterAsync(
            head + 1, [Entries.Attained("thang", 2), Entries.Attained("thang", 3)], TestContext.Current.CancellationToken);

        Assert.Equal([head + 1, head + 2, head + 3], one!.Concat(many!).Select(entry => entry.Sequence));
        Assert.True(one![0].RecordedAt.Year > 2001);
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Checking_early_does_not_spare_the_check()
    {
        await using var writer = await store.BeginAsync();
        await writer.DoAsync("set constraints all immediate");

        Assert.Equal("NTM04", await Sql.RefusalAsync(() => writer.ReserveAsync(1)));
    }

    [Fact]
    public async Task A_role_of_the_same_names_in_the_search_path_changes_nothing()
    {
        await using var writer = await store.BeginAsync();
        await writer.DoAsync("create temporary table append_head (seq bigint, at timestamptz, first bigint, tx xid8)");
        await writer.DoAsync("set local search_path = pg_temp, ntm");
        var first = await writer.ReserveAsync(1);

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertAsync(first + 1, first + 1)));
    }

    [Theory]
    [InlineData("set datestyle = 'SQL, DMY'")]
    [InlineData("set datestyle = 'German'; set timezone = 'Asia/Kolkata'")]
    [InlineData("set datestyle = 'Postgres, MDY'; set timezone = 'Asia/Ho_Chi_Minh'")]
    [InlineData("set intervalstyle = 'iso_8601'; set timezone = 'Australia/Lord_Howe'")]
    public async Task How_a_writer_likes_its_dates_is_its_own_affair(string habit)
    {
        await using var writer = await store.BeginAsync();
        await writer.DoAsync(habit);
        await writer.ReserveAsync(3);
        await writer.InsertNextAsync(3);
        await writer.CommitAsync();

        await store.AssertInOrderAsync();
    }

    // The number is evaluated before the row trigger looks at its settings.
    private static string Inserting(string number, string time) => $"""
        insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select n, gen_random_uuid(), '{Writer.Stream}', n, '{"{}"}', 'tombstone', {time} from (select {number} as n) as one
        """;
}
