using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Host.Recording;

/// <summary>A batch as read from a body: every line well-formed, or everything that is wrong with their form.</summary>
public sealed record ReadBatch(IReadOnlyList<SubmittedLine> Lines, IReadOnlyList<LineRefusal> Refusals);

/// <summary>Reads the batches of the interchange.</summary>
public static class BatchReader
{
    /// <summary>Beyond these no line is looked at: one fault often repeats on every line.</summary>
    private const int RefusalsAtMost = 1_000;

    /// <summary>Lines of NDJSON.</summary>
    public static async Task<ReadBatch> ReadLinesAsync(Stream body, CancellationToken cancellation)
    {
        var lines = new List<SubmittedLine>();
        var refusals = new List<LineRefusal>();
        var count = 0;
        await foreach (var raw in LineSplitter.SplitAsync(body, cancellation))
        {
            if (raw.TooLong)
                return new ReadBatch([], [new LineRefusal(raw.Number, FormRefusals.LineTooLong(LineReader.MaxLineBytes))]);
            if (++count > LineReader.MaxBatchLines)
                return new ReadBatch([], [new LineRefusal(raw.Number, FormRefusals.BatchTooLong(LineReader.MaxBatchLines))]);
            // What is too long or too much is told whatever else is wrong; beyond so many faults nothing else is looked at.
            if (refusals.Count < RefusalsAtMost)
                Take(LineReader.Read(raw.Number, raw.Bytes), lines, refusals);
        }

        return new ReadBatch(lines, refusals);
    }

    /// <summary>One JSON object, on as many lines as it likes.</summary>
    public static async Task<ReadBatch> ReadObjectAsync(Stream body, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellation)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > LineReader.MaxExportedLineBytes)
                return new ReadBatch([], [new LineRefusal(1, FormRefusals.LineTooLong(LineReader.MaxLineBytes))]);
        }

        var lines = new List<SubmittedLine>();
        var refusals = new List<LineRefusal>();
        Take(LineReader.Read(1, LineSplitter.WithoutEnds(buffer.ToArray(), isFirst: true)), lines, refusals);
        return new ReadBatch(lines, refusals);
    }

    private static void Take(ReadLine read, List<SubmittedLine> lines, List<LineRefusal> refusals)
    {
        if (read.Submitted is { } line)
            lines.Add(line);
        refusals.AddRange(read.Refusals.Select(refusal => new LineRefusal(read.Line, refusal)));
    }
}
