using System.Buffers;
using Npgsql;

namespace Ntm.EventStore.Evidence;

/// <summary>The content of a file as the database keeps it: pieces of one size, so that a byte is found by its number.</summary>
internal static class EvidencePieces
{
    /// <summary>As the migration says.</summary>
    internal const int Bytes = 262_144;

    internal static async Task WriteAsync(NpgsqlConnection connection, string sha256, Stream content, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Bytes);
        try
        {
            await using var pieces = await connection.BeginBinaryImportAsync(EvidenceStatements.CopyPieces, cancellation);
            int length;
            for (var place = 0; (length = await content.ReadAtLeastAsync(buffer.AsMemory(0, Bytes), Bytes, throwOnEndOfStream: false, cancellation)) > 0; place++)
            {
                await pieces.StartRowAsync(cancellation);
                await pieces.WriteAsync(sha256, NpgsqlTypes.NpgsqlDbType.Text, cancellation);
                await pieces.WriteAsync(place, NpgsqlTypes.NpgsqlDbType.Integer, cancellation);
                await pieces.WriteAsync<ReadOnlyMemory<byte>>(buffer.AsMemory(0, length), NpgsqlTypes.NpgsqlDbType.Bytea, cancellation);
            }

            await pieces.CompleteAsync(cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>How many bytes the piece has.</returns>
    internal static async Task<int> ReadAsync(NpgsqlDataSource database, string sha256, int place, byte[] into, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EvidenceStatements.Piece);
        command.Parameters.Add(new() { Value = sha256 });
        command.Parameters.Add(new() { Value = place });
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, cancellation);
        if (!await reader.ReadAsync(cancellation))
            throw new InvalidDataException($"Piece {place} of the file {sha256} is missing in the database.");
        await using var piece = await reader.GetStreamAsync(0, cancellation);
        return await piece.ReadAtLeastAsync(into.AsMemory(0, Bytes), Bytes, throwOnEndOfStream: false, cancellation);
    }
}
