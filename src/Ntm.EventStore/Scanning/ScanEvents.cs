using Npgsql;
using Ntm.EventStore.Scanning;

namespace Ntm.EventStore;

public sealed partial class Record
{
    /// <summary>
    /// Reads a long run of the record, as fast as the database gives it: entries with a number above <paramref name="after"/> up to
    /// <paramref name="upTo"/>, in order, each as its row says it.
    /// </summary>
    /// <exception cref="StoreUnavailableException"/>
    public async Task ScanAsync(long after, long upTo, TakeEvent take, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using (var bounds = new NpgsqlCommand(Statements.ScanBounds, connection, transaction) { Parameters = { new() { Value = after }, new() { Value = upTo } } })
                await bounds.ExecuteNonQueryAsync(cancellation);
            await CopiedRows.ReadAsync(connection, Statements.ScanEvents, row => take(Event(row)), cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    private static ScannedEvent Event(CopiedRow row)
    {
        var fields = row.Read();
        return new ScannedEvent(
            fields.Bigint(), fields.Instant(), fields.Uuid(), fields.Text(), fields.Jsonb(), fields.Text(), fields.Bigint());
    }
}
