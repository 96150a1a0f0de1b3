using Npgsql;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>Where one view stands, and the digest of its rows there.</summary>
internal sealed record ViewPosition(string Name, long Position, RollingDigest Digest)
{
    internal static async Task<IReadOnlyList<ViewPosition>> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ViewStatements.Positions);
        return await ReadAsync(command, cancellation);
    }

    internal static async Task<IReadOnlyList<ViewPosition>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var positions = new List<ViewPosition>();
        while (await reader.ReadAsync(cancellation))
            positions.Add(new ViewPosition(reader.GetString(0), reader.GetInt64(1), RollingDigest.Read(reader.GetFieldValue<byte[]>(2))));
        return positions;
    }
}

/// <summary>Asks where the views stand.</summary>
internal sealed class ViewPositions(NpgsqlDataSource database)
{
    internal async Task<IReadOnlyList<ViewPosition>> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await ViewPosition.ReadAsync(database, cancellation);
        }
        // The record answers, and that is what whoever asks wants to know first.
        catch (NpgsqlException)
        {
            return [];
        }
    }
}
