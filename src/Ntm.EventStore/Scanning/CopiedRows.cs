using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Npgsql;

namespace Ntm.EventStore.Scanning;

/// <summary>
/// Reads rows of PostgreSQL's binary COPY format out of a stream, while the stream is filled by somebody else
/// (https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS).
/// </summary>
public static class CopiedRows
{
    private const int SignatureBytes = 11;
    private const int HeaderBytes = SignatureBytes + sizeof(int) + sizeof(int);
    private const int PieceBytes = 1024 * 1024;
    private const int PiecesAhead = 8;
    private const short NoMoreRows = -1;

    /// <param name="statement">Copies to standard output, in the binary format.</param>
    /// <param name="take">Is given one row after the other; what it is given is gone when it returns.</param>
    public static async Task ReadAsync(NpgsqlConnection connection, string statement, TakeRow take, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(statement, cancellation);
        await ReadAsync(copy, take, cancellation);
    }

    internal static async Task ReadAsync(Stream copy, TakeRow take, CancellationToken cancellation)
    {
        var pipe = new Pipe(new PipeOptions(
            minimumSegmentSize: PieceBytes, pauseWriterThreshold: PiecesAhead * PieceBytes, resumeWriterThreshold: PiecesAhead * PieceBytes / 2, useSynchronizationContext: false));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // The server goes on while what it sent before is read.
        var filling = Task.Run(() => FillAsync(copy, pipe.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await ReadRowsAsync(pipe.Reader, take, cancellation);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await stopping.CancelAsync();
            await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FillAsync(Stream copy, PipeWriter writer, CancellationToken cancellation)
    {
        try
        {
            int read;
            while ((read = await copy.ReadAsync(writer.GetMemory(PieceBytes / 4), cancellation)) > 0)
            {
                writer.Advance(read);
                if ((await writer.FlushAsync(cancellation)).IsCompleted)
                    break;
            }

            await writer.CompleteAsync();
        }
#pragma warning disable CA1031 // Handed to the reader, who throws it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await writer.CompleteAsync(fault);
        }
    }

    private static async Task ReadRowsAsync(PipeReader reader, TakeRow take, CancellationToken cancellation)
    {
        var isBegun = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            if (!isBegun && rest.Length >= HeaderBytes)
            {
                rest = rest.Slice(HeaderBytes);
                isBegun = true;
            }

            if (isBegun && TakeRows(ref rest, take))
                return;
            if (read.IsCompleted)
                throw new EndOfStreamException("The copy ended before its last row.");
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    // True at the end of the rows.
    private static bool TakeRows(ref ReadOnlySequence<byte> rest, TakeRow take)
    {
        while (true)
        {
            var first = rest.FirstSpan;
            var used = 0;
            while (CopiedRow.TryRead(first[used..], out var row, out var length))
            {
                take(row);
                used += length;
            }

            // What is cut off at the end of a piece goes on with the next.
            rest = rest.Slice(used);
            if (used > 0)
                continue;
            if (IsAtEnd(rest))
                return true;
            if (!TakeParted(ref rest, take))
                return false;
        }
    }

    // A row that lies in two pieces is put together first. False where the rest of it has not come.
    private static bool TakeParted(ref ReadOnlySequence<byte> rest, TakeRow take)
    {
        for (var bytes = 4L * 1024; ; bytes *= 4)
        {
            var length = (int)Math.Min(bytes, rest.Length);
            var whole = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                rest.Slice(0, length).CopyTo(whole);
                if (CopiedRow.TryRead(whole.AsSpan(0, length), out var row, out var used))
                {
                    take(row);
                    rest = rest.Slice(used);
                    return true;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(whole);
            }

            if (length == rest.Length)
                return false;
        }
    }

    private static bool IsAtEnd(ReadOnlySequence<byte> rest)
    {
        if (rest.Length < sizeof(short))
            return false;
        Span<byte> count = stackalloc byte[sizeof(short)];
        rest.Slice(0, sizeof(short)).CopyTo(count);
        return BinaryPrimitives.ReadInt16BigEndian(count) == NoMoreRows;
    }
}

/// <summary>Takes one row of a copy.</summary>
public delegate void TakeRow(CopiedRow row);
