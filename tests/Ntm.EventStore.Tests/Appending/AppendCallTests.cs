using Npgsql;
using Ntm.EventStore.Append;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Appending;

/// <summary>The two functions the host appends through: what they write and what they refuse.</summary>
public sealed class AppendCallTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(70)]
    public async Task The_sequence_stands_at_the_last_number_and_who_draws_goes_on_from_there(int count)
    {
        var head = await HeadAsync();
        Assert.NotNull(await store.Record.TryAppendAfterAsync(head, Many($"day-{count}", count), TestContext.Current.CancellationToken));
        Assert.Equal(head + count, await store.Owner.AskAsync<long>("select last_value from ntm.mt_events_sequence where is_called"));

        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.InsertNextAsync(1);
        await writer.CommitAsync();
        await store.AssertInOrderAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_id_that_stands_leaves_the_sequence_and_the_stream_as_they_were(int count)
    {
        var entries = Many($"lap-{count}", count);
        await store.Record.AppendAsync(entries);
        var head = await HeadAsync();
        var again = Many($"lap-{count}", count);
        again[^1] = again[^1] with { Entry = again[^1].Entry with { Id = entries[0].Entry.Id }, Version = 99 };

        Assert.Null(await store.Record.TryAppendAfterAsync(head, again, TestContext.Current.CancellationToken));

        Assert.Equal(head, await store.Owner.AskAsync<long>("select last_value from ntm.mt_events_sequence"));
        Assert.Equal(count, await store.Owner.AskAsync<long>("select version from ntm.mt_streams where id = $1", $"unit-lap-{count}"));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_stream_that_was_left_empty_is_taken()
    {
        await store.Owner.DoAsync("insert into ntm.mt_streams (id, version) values ('unit-rong', 0)");

        Assert.NotNull(await store.Record.TryAppendAfterAsync(await HeadAsync(), [Entries.Established("rong")], TestContext.Current.CancellationToken));

        Assert.Equal(1, await store.Owner.AskAsync<long>("select version from ntm.mt_streams where id = 'unit-rong'"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Who_has_reserved_writes_what_was_reserved_and_calls_neither(int written)
    {
        foreach (var call in (string[])[One("after", "unit-mot"), ManyOf("after", "gen_random_uuid(), gen_random_uuid()")])
        {
            await using var writer = await store.BeginAsync();
            await writer.ReserveAsync(1);
            await writer.InsertNextAsync(written);
            var after = await writer.AskAsync<long>("select seq from ntm.append_head");

            Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.DoAsync(call.Replace("after", $"{after}", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Who_has_called_may_reserve_and_write_more()
    {
        foreach (var call in (string[])[One("after", "unit-hai"), ManyOf("after", "gen_random_uuid(), gen_random_uuid()")])
        {
            await using var writer = await store.BeginAsync();
            await writer.DoAsync(call.Replace("after", $"{await HeadAsync()}", StringComparison.Ordinal));
            await writer.ReserveAsync(3);
            await writer.InsertNextAsync(3);
            await writer.CommitAsync();
            await store.AssertInOrderAsync();
        }
    }

    [Fact]
    public async Task Who_has_called_and_reserves_nothing_writes_nothing_more()
    {
        foreach (var call in (string[])[One("after", "unit-ba"), ManyOf("after", "gen_random_uuid(), gen_random_uuid()")])
        {
            await using var writer = await store.BeginAsync();
            await writer.DoAsync(call.Replace("after", $"{await HeadAsync()}", StringComparison.Ordinal));

            Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertNextAsync(1)));
        }
    }

    [Theory]
    [InlineData("array[]::uuid[]", "NTM01")]
    [InlineData("null", "NTM01")]
    [InlineData("array[gen_random_uuid()]", PostgresErrorCodes.NotNullViolation)]
    [InlineData("array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid()]", PostgresErrorCodes.NotNullViolation)]
    public async Task Arrays_that_do_not_belong_together_are_refused(string ids, string refusal)
    {
        var call = ManyOf($"{await HeadAsync()}", "").Replace("array[]", ids, StringComparison.Ordinal);

        Assert.Equal(refusal, await Sql.RefusalAsync(() => store.Lesser.DoAsync(call)));
        await store.AssertInOrderAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_trigger_that_back_dates_a_row_is_found_out(int count)
    {
        await store.Owner.DoAsync($"""
            create function public.back_date_{count}() returns trigger language plpgsql as $$ begin new.timestamp := '2001-01-01Z'; return new; end $$;
            create trigger zz_back_date_{count} before insert on ntm.mt_events for each row
              when (new.stream_id = 'unit-lui-{count}') execute function public.back_date_{count}();
            """);

        Assert.Equal("NTM04", await Sql.RefusalAsync(
            async () => await store.Record.TryAppendAfterAsync(await HeadAsync(), Many($"lui-{count}", count), TestContext.Current.CancellationToken)));
        await store.AssertInOrderAsync();
    }

    private static EntryToAppend[] Many(string unit, int count) =>
        [Entries.Established(unit), .. Enumerable.Range(2, count - 1).Select(version => Entries.Attained(unit, version))];

    private static string One(string after, string stream) =>
        $"select ntm.append_one({after}, gen_random_uuid(), '{stream}', 1, '{"{}"}', 'tombstone', null, null, null, 'local')";

    private static string ManyOf(string after, string ids) => $"""
        select ntm.append_many({after}, array[{ids}], array['unit-x', 'unit-y'], array[{after} + 1, {after} + 2]::bigint[], array['{"{}"}', '{"{}"}']::jsonb[],
          array['tombstone', 'tombstone'], array[null, null]::text[], array[null, null]::text[], array[null, null]::jsonb[], array['local', 'local'])
        """;

    private Task<long> HeadAsync() => store.Record.HeadAsync(TestContext.Current.CancellationToken);
}
