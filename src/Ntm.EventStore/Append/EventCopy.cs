using Npgsql;

namespace Ntm.EventStore.Append;

/// <summary>Sends rows by COPY into a transaction that has reserved their numbers.</summary>
internal static class EventCopy
{
    /// <returns>Whether anybody waits for the order meanwhile.</returns>
    internal static async Task<bool> WriteAsync(NpgsqlConnection connection, CopyRows rows, CancellationToken cancellation)
    {
        // The columns left out have defaults, and the trigger stamps the time (Npgsql takes no comment in that statement).
        // Ending the stream ends the COPY, and what the database has against it is thrown there.
        await using (var copy = await connection.BeginRawBinaryCopyAsync(Statements.CopyEvents, cancellation))
            await copy.WriteAsync(rows.Finish(), cancellation);
        await using var awaited = new NpgsqlCommand(Statements.OrderIsAwaited, connection);
        return await awaited.ExecuteScalarAsync(cancellation) is true;
    }
}
