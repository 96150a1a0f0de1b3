using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Ntm.Domain.Interchange;

namespace Ntm.Host.Recording;

/// <summary>A piece of a file between line feeds, numbered from 1.</summary>
/// <param name="Start">Where its bytes begin in the file.</param>
/// <param name="TooLong">The line exceeds the limit; its bytes were not kept, and nothing follows.</param>
public sealed record RawLine(int Number, long Start, ReadOnlyMemory<byte> Bytes, bool TooLong)
{
    internal FilePlace Place => new(Number, Start);

    /// <summary>Behind it; what is left of the line there is blank.</summary>
    internal FilePlace End => new(Number, Start + Bytes.Length);
}

/// <summary>A place in a file, and the number of the line it lies in.</summary>
public sealed record FilePlace(int Line, long Offset)
{
    public static FilePlace Beginning { get; } = new(1, 0);
}

/// <summary>Cuts a stream into lines without ever holding more than one line and a buffer. Blank lines are counted and passed over.</summary>
public static class LineSplitter
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static IAsyncEnumerable<RawLine> SplitAsync(Stream stream, CancellationToken cancellation) => SplitAsync(stream, FilePlace.Beginning, cancellation);

    /// <param name="from">Where the stream stands in the file.</param>
    internal static async IAsyncEnumerable<RawLine> SplitAsync(Stream stream, FilePlace from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var (number, start) = (from.Line - 1, from.Offset);
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } feed)
            {
                var bytes = rest.Slice(0, feed);
                var line = Cut(++number, start, bytes);
                start += bytes.Length + 1;
                rest = rest.Slice(rest.GetPosition(1, feed));
                if (line is null)
                    continue;
                yield return line;
                if (line.TooLong)
                    yield break;
            }

            if (rest.Length > LineReader.MaxExportedLineBytes || read.IsCompleted)
            {
                if (!rest.IsEmpty && Cut(number + 1, start, rest) is { } last)
                    yield return last;
                break;
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }

        await reader.CompleteAsync();
    }

    private static RawLine? Cut(int number, long start, ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > LineReader.MaxExportedLineBytes)
            return new RawLine(number, start, default, TooLong: true);
        var whole = bytes.ToArray();
        var line = WithoutEnds(whole, isFirst: number == 1);
        // What is cut off in front is the mark; behind, it does not move the start.
        var mark = number == 1 && whole.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return line.IsEmpty ? null : new RawLine(number, start + mark, line, TooLong: false);
    }

    /// <summary>Without the byte order mark that files saved on Windows begin with, and without blanks and line ends after the last brace.</summary>
    internal static ReadOnlyMemory<byte> WithoutEnds(ReadOnlyMemory<byte> line, bool isFirst)
    {
        if (isFirst && line.Span.StartsWith(ByteOrderMark))
            line = line[ByteOrderMark.Length..];
        return line.TrimEnd(" \t\r\n"u8);
    }
}
