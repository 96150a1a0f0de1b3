using Npgsql;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>The tables a rebuild makes beside the live ones, over connections of the owner.</summary>
internal sealed class RebuildTables(NpgsqlDataSource owner, IReadOnlyList<View> views)
{
    private readonly string[] _names = [.. views.Select(view => view.Name)];

    /// <summary>Null where nothing keeps a rebuild from taking place.</summary>
    internal async Task<string?> HindranceAsync(CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand(ViewSql.Read("rebuild_hindrance.sql"));
        command.Parameters.AddWithValue(_names);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    internal async Task BeginAsync(CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand(ViewSql.Read("rebuild_begin.sql"));
        command.Parameters.AddWithValue(_names);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Makes one table, fills it with what comes, gives it its keys and indexes, and notes where it stands: one transaction.</summary>
    /// <param name="parts">Rows as COPY takes them.</param>
    /// <param name="digest">Asked when all of them have come.</param>
    internal async Task FillAsync(View view, IAsyncEnumerable<ReadOnlyMemory<byte>> parts, long position, Func<RollingDigest> digest, CancellationToken cancellation)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, ViewStatements.UseSchema, cancellation, Rebuild.Schemas);
        await ExecuteAsync(connection, ViewSql.Read("rebuild_table.sql"), cancellation, view.Name);
        await using (var copy = await connection.BeginRawBinaryCopyAsync(ViewStatements.Fill(view), cancellation))
        {
            await copy.WriteAsync(BinaryRows.Header.ToArray(), cancellation);
            await foreach (var part in parts.WithCancellation(cancellation))
                await copy.WriteAsync(part, cancellation);
            await copy.WriteAsync(BinaryRows.Trailer.ToArray(), cancellation);
        }

        await ExecuteAsync(connection, ViewSql.Read("rebuild_finish.sql"), cancellation, view.Name);
        await ExecuteAsync(connection, ViewStatements.SetProjection, cancellation, view.Name, position, digest().ToBytes());
        await transaction.CommitAsync(cancellation);
    }

    internal async Task<IReadOnlyList<ViewPosition>> PositionsAsync(CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand(ViewSql.Read("rebuilt_projections.sql"));
        return await ViewPosition.ReadAsync(command, cancellation);
    }

    internal async Task SwapAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await ExecuteAsync(connection, ViewSql.Read("rebuild_swap.sql"), cancellation, (object)_names);

    internal async Task EndAsync()
    {
        await using var command = owner.CreateCommand(ViewSql.Read("rebuild_end.sql"));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        // Indexes take the time they take.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
