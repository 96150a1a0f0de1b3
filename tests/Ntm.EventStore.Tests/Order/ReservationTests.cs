using Npgsql;
using NpgsqlTypes;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Order;

public sealed class ReservationTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task Two_reservations_of_one_transaction_are_filled_one_after_the_other()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(2);
        await writer.InsertNextAsync(2);
        await writer.ReserveAsync(3);
        await writer.InsertNextAsync(3);
        await writer.CommitAsync();

        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Two_reservations_of_one_transaction_join()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(2);
        await writer.ReserveAsync(3);
        await writer.InsertNextAsync(5);
        await writer.CommitAsync();

        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_numbered_and_a_drawn_reservation_of_one_transaction_join()
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveNumberedAsync(2);
        await writer.InsertAsync(first, first + 1);
        await writer.ReserveAsync(3);
        await writer.InsertNextAsync(3);
        await writer.CommitAsync();

        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Who_reserved_nothing_writes_nothing()
    {
        await using var writer = await store.BeginAsync();

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertNextAsync(1)));
    }

    [Fact]
    public async Task A_reservation_ends_with_its_transaction()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.InsertNextAsync(1);
        await writer.CommitAsync();
        await writer.BeginAgainAsync();

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertNextAsync(1)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(1_000_000)]
    public async Task A_number_outside_the_reservation_is_refused(long distance)
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveAsync(2);

        Assert.Equal("NTM03", await Sql.RefusalAsync(() => writer.InsertAsync(first + distance, first + distance)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("null")]
    public async Task Nothing_cannot_be_reserved(string count)
    {
        await using var writer = await store.BeginAsync();

        Assert.Equal("NTM01", await Sql.RefusalAsync(() => writer.DoAsync($"select ntm.begin_append({count})")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Who_reserves_three_and_writes_fewer_is_refused_at_the_commit(int written)
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(3);
        await writer.InsertNextAsync(written);

        Assert.Equal("NTM04", await Sql.RefusalAsync(writer.CommitAsync));
        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_row_left_out_by_a_conflict_counts_as_not_written()
    {
        var recorded = await store.Record.AppendAsync(Entries.Established($"xa-{Guid.NewGuid():N}"));
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(1);
        await writer.DoAsync($"""
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('ntm.mt_events_sequence'), '{recorded[0].Id}', '{Writer.Stream}', 1, '{"{}"}', 'tombstone', now())
            on conflict do nothing
            """);

        Assert.Equal("NTM04", await Sql.RefusalAsync(writer.CommitAsync));
    }

    [Fact]
    public async Task What_a_savepoint_takes_back_can_be_reserved_again()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(2);
        await writer.InsertNextAsync(2);
        await writer.DoAsync("savepoint before");
        await writer.ReserveAsync(5);
        await writer.InsertNextAsync(5);
        await writer.DoAsync("rollback to savepoint before");
        await writer.ReserveAsync(1);
        await writer.InsertNextAsync(1);
        await writer.CommitAsync();

        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task Rows_that_a_savepoint_takes_back_are_missed_at_the_commit()
    {
        await using var writer = await store.BeginAsync();
        await writer.ReserveAsync(2);
        await writer.DoAsync("savepoint before");
        await writer.InsertNextAsync(2);
        await writer.DoAsync("rollback to savepoint before");

        Assert.Equal("NTM04", await Sql.RefusalAsync(writer.CommitAsync));
    }

    [Fact]
    public async Task A_binary_copy_states_its_numbers_itself()
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveNumberedAsync(500);
        await using (var copy = await writer.Connection.BeginBinaryImportAsync(
            "copy ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp) from stdin (format binary)"))
        {
            for (var number = first; number < first + 500; number++)
            {
                await copy.WriteRowAsync(TestContext.Current.CancellationToken);
                await copy.WriteAsync(number, NpgsqlDbType.Bigint);
                await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid);
                await copy.WriteAsync(Writer.Stream, NpgsqlDbType.Varchar);
                await copy.WriteAsync(number, NpgsqlDbType.Bigint);
                await copy.WriteAsync("{}", NpgsqlDbType.Jsonb);
                await copy.WriteAsync("tombstone", NpgsqlDbType.Varchar);
                await copy.WriteAsync(DateTime.UnixEpoch, NpgsqlDbType.TimestampTz);
            }

            await copy.CompleteAsync();
        }

        await writer.CommitAsync();

        await store.AssertInOrderAsync();
        await using var after = await store.BeginAsync();
        Assert.Equal(first + 500, await after.ReserveAsync(1));
        await after.InsertNextAsync(1);
        await after.CommitAsync();
    }

    [Fact]
    public async Task After_a_numbered_reservation_nextval_gives_the_number_after_its_last()
    {
        await using var writer = await store.BeginAsync();
        var first = await writer.ReserveNumberedAsync(4);
        await writer.InsertAsync(first, first + 3);

        Assert.Equal(first + 4, await writer.AskAsync<long>("select nextval('ntm.mt_events_sequence')"));
    }

    [Fact]
    public async Task One_prepared_statement_serves_many_transactions()
    {
        await using var connection = await store.Lesser.OpenConnectionAsync();
        await using var reserve = new NpgsqlCommand("select ntm.begin_append($1)", connection) { Parameters = { new() { Value = 2L } } };
        await using var insert = new NpgsqlCommand($"""
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            select n, gen_random_uuid(), '{Writer.Stream}', n, '{"{}"}', 'tombstone', now()
              from (select nextval('ntm.mt_events_sequence') as n from generate_series(1, $1)) as drawn
            """, connection) { Parameters = { new() { Value = 2 } } };
        await reserve.PrepareAsync();
        await insert.PrepareAsync();
        for (var round = 0; round < 10; round++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await reserve.ExecuteNonQueryAsync();
            await insert.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }

        await store.AssertInOrderAsync();
    }

    [Fact]
    public async Task A_transaction_that_reads_an_old_state_waits_and_is_told_to_begin_again()
    {
        await using var connection = await store.Lesser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using var look = new NpgsqlCommand("select 1", connection);
        await look.ExecuteNonQueryAsync();
        await store.Record.AppendAsync(Entries.Established($"xa-{Guid.NewGuid():N}"));
        await using var reserve = new NpgsqlCommand("select ntm.begin_append(1)", connection);

        Assert.Equal(PostgresErrorCodes.SerializationFailure, await Sql.RefusalAsync(reserve.ExecuteNonQueryAsync));
    }
}
