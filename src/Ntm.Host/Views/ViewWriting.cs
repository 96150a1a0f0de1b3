using Npgsql;
using NpgsqlTypes;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>Writes what becomes of the views inside a transaction that holds them.</summary>
internal static class ViewWriting
{
    /// <param name="views">The names of those that are kept here.</param>
    internal static async Task WriteAsync(NpgsqlConnection connection, BatchChange change, IReadOnlySet<string> views, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (views.Contains(View.Finding.Name))
        {
            await CopyAsync(connection, ViewStatements.Copy(View.Finding), change.Finding.Added, cancellation);
            Add(batch, ViewStatements.CloseFinding, change.Finding.Closed,
                Bigints(change.Finding.Closed.Select(row => row.Sequence)), Bigints(change.Finding.Closed.Select(row => row.RetractedAt!.Value)));
            Add(batch, View.Finding, change.Position, change.Finding.Digest);
        }

        if (views.Contains(View.FindingPeriod.Name))
        {
            await CopyAsync(connection, ViewStatements.Copy(View.FindingPeriod), change.FindingPeriod.Added, cancellation);
            var closed = change.FindingPeriod.Closed;
            Add(batch, ViewStatements.CloseFindingPeriod, closed, Bigints(closed.Select(row => row.Winner.Sequence)),
                Bigints(closed.Select(row => row.RecordFrom)), Bigints(closed.Select(row => row.RecordTo!.Value)));
            Add(batch, View.FindingPeriod, change.Position, change.FindingPeriod.Digest);
        }

        if (views.Contains(View.UnitPeriod.Name))
        {
            await CopyAsync(connection, ViewStatements.Copy(View.UnitPeriod), change.UnitPeriod.Added, cancellation);
            var closed = change.UnitPeriod.Closed;
            Add(batch, ViewStatements.CloseUnitPeriod, closed,
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = closed.Select(row => row.Unit.Value).ToArray() },
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date, Value = closed.Select(row => row.EffectFrom).ToArray() },
                Bigints(closed.Select(row => row.RecordFrom)), Bigints(closed.Select(row => row.RecordTo!.Value)));
            Add(batch, View.UnitPeriod, change.Position, change.UnitPeriod.Digest);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string statement, BinaryRows rows, CancellationToken cancellation)
    {
        if (rows.Length == 0)
            return;
        // Ending the stream ends the COPY, and what the database has against it is thrown there.
        await using var copy = await connection.BeginRawBinaryCopyAsync(statement, cancellation);
        await copy.WriteAsync(BinaryRows.Header.ToArray(), cancellation);
        await copy.WriteAsync(rows.Written, cancellation);
        await copy.WriteAsync(BinaryRows.Trailer.ToArray(), cancellation);
    }

    private static void Add<TRow>(NpgsqlBatch batch, string statement, IReadOnlyList<TRow> closed, params ReadOnlySpan<NpgsqlParameter> values)
    {
        if (closed.Count == 0)
            return;
        var command = new NpgsqlBatchCommand(statement);
        foreach (var value in values)
            command.Parameters.Add(value);
        batch.BatchCommands.Add(command);
    }

    private static void Add(NpgsqlBatch batch, View view, long position, RollingDigest digest) => batch.BatchCommands.Add(
        new NpgsqlBatchCommand(ViewStatements.SetProjection) { Parameters = { new() { Value = view.Name }, new() { Value = position }, new() { Value = digest.ToBytes() } } });

    private static NpgsqlParameter Bigints(IEnumerable<long> values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = values.ToArray() };
}
