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
