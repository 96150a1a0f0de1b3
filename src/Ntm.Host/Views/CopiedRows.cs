using System.Buffers.Binary;
using Npgsql;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>Reads the rows of a binary COPY one after the other, as the bytes they are sent in.</summary>
internal static class CopiedRows
{
    private const int Buffered = 1 << 18;

    /// <param name="take">Given each row; the bytes are its own only until it returns.</param>
    /// <returns>How many rows came.</returns>
    internal static async Task<long> ReadAsync(NpgsqlConnection connection, string statement, RowTaker take, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(statement, cancellation);
        var bytes = new byte[Buffered];
        var (filled, start, rows) = (0, BinaryRows.Header.Length, 0L);
        while (true)
        {
            while (RowLength(bytes.AsSpan(Math.Min(start, filled), Math.Max(0, filled - start))) is { } length)
            {
                if (length == 0)
                    return rows;
                take(bytes.AsSpan(start, length));
                rows++;
                start += length;
            }

            if (start < filled)
            {
                bytes.AsSpan(start, filled - start).CopyTo(bytes);
                (filled, start) = (filled - start, 0);
            }
            else
            {
                (filled, start) = (0, start - filled);
            }

            if (filled == bytes.Length)
                Array.Resize(ref bytes, bytes.Length * 2);
            var read = await copy.ReadAsync(bytes.AsMemory(filled), cancellation);
            if (read == 0)
                return rows;
            filled += read;
        }
    }

    // Null where it is not whole yet; 0 at the end.
    private static int? RowLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(short))
            return null;
        var columns = BinaryPrimitives.ReadInt16BigEndian(bytes);
        if (columns < 0)
            return 0;
        var length = sizeof(short);
        for (var column = 0; column < columns; column++)
        {
            if (bytes.Length - length < sizeof(int))
                return null;
            length += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes[length..]));
        }

        return length <= bytes.Length ? length : null;
    }
}

/// <summary>Takes one row of a COPY.</summary>
internal delegate void RowTaker(ReadOnlySpan<byte> row);
