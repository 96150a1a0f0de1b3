using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Domain.Retraction;

namespace Ntm.Host.Recording;

/// <summary>Lines of a file that are recorded together.</summary>
/// <param name="Parted">Numbers of lines that go with one that could not be read.</param>
internal sealed record ImportChunk(List<RawLine> Raw, List<SubmittedLine> Lines, List<LineRefusal> Malformed, List<int> Parted)
{
    /// <summary>Where the next chunk begins.</summary>
    internal FilePlace Next { get; set; } = FilePlace.Beginning;
}

/// <summary>Cuts a file into chunks of lines, each with an id, without parting a correction.</summary>
internal sealed class ImportChunks(Func<Stream> open, string hash)
{
    // Long lines make a chunk sooner: it is held in memory, and others wait while it is written.
    private const long ChunkBytes = 4 * 1024 * 1024;
    private const int ChunksAhead = 2;

    private static readonly Guid Space = new("3d6b7f0e-6b0c-5d0f-9a38-0d1d3f0c9f51");

    private readonly RecurringTexts _texts = new();

    /// <summary>Reads a chunk or two ahead of the one being judged or recorded: while the database writes, the next is parsed.</summary>
    /// <param name="from">Where an earlier reading of the file left off, between two chunks.</param>
    /// <param name="lines">Asked for each chunk: the lines it is to have.</param>
    internal IAsyncEnumerable<ImportChunk> ReadAsync(FilePlace from, Func<int> lines, CancellationToken cancellation) =>
        ReadAhead.Of(ReadChunksAsync(from, lines, cancellation), ChunksAhead, cancellation);

    /// <summary>The first line of a correction in two: the replacement follows at once and must not be parted from its retraction.</summary>
    internal static bool GoesWithTheNext(SubmittedLine line) => line is { Replacement: null, Entry: EntryRetracted { ReplacedBy: not null } };

    private async IAsyncEnumerable<ImportChunk> ReadChunksAsync(
        FilePlace from, Func<int> lines, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = open();
        file.Seek(from.Offset, SeekOrigin.Begin);
        var raw = new List<RawLine>();
        var bytes = 0L;
        var atMost = lines();
        var chunk = new ImportChunk([], [], [], []);
        Guid? parted = null;
        await foreach (var line in LineSplitter.SplitAsync(file, from, cancellation))
        {
            raw.Add(line);
            bytes += line.Bytes.Length;
            if (raw.Count + chunk.Lines.Count < atMost && bytes < ChunkBytes)
                continue;
            parted = Parse(raw, chunk, parted);
            var held = HoldBackRetraction(chunk.Lines);
            List<RawLine> heldRaw = held.Count > 0 ? [chunk.Raw.Find(line => line.Number == held[0].Line)!] : [];
            chunk.Next = held.Count > 0 ? heldRaw[0].Place : raw[^1].End;
            yield return chunk;
            chunk = new ImportChunk(heldRaw, held, [], []);
            raw.Clear();
            bytes = 0;
            atMost = lines();
        }

        Parse(raw, chunk, parted);
        chunk.Next = chunk.Raw.Count > 0 ? chunk.Raw[^1].End : from;
        if (chunk.Lines.Count + chunk.Malformed.Count + chunk.Parted.Count > 0)
            yield return chunk;
    }

    /// <param name="parted">The entry that goes with the line before these, where that could not be read.</param>
    /// <returns>The same for the line after them.</returns>
    private Guid? Parse(List<RawLine> raw, ImportChunk chunk, Guid? parted)
    {
        chunk.Raw.AddRange(raw);
        chunk.Lines.EnsureCapacity(chunk.Lines.Count + raw.Count);
        var read = new ReadLine[raw.Count];
        Parallel.For(0, raw.Count, index => read[index] = raw[index].TooLong
            ? new ReadLine(raw[index].Number, null, [FormRefusals.LineTooLong(LineReader.MaxLineBytes)])
            : LineReader.Read(raw[index].Number, raw[index].Bytes, _texts));
        for (var index = 0; index < read.Length; index++)
        {
            var line = read[index];
            foreach (var refusal in line.Refusals)
                chunk.Malformed.Add(new LineRefusal(line.Line, refusal));
            if (line.Submitted is { } submitted && submitted.Id is { } id && id == parted)
                chunk.Parted.Add(line.Line);
            else if (line.Submitted is { } whole)
                chunk.Lines.Add(Identified(whole));
            parted = line.Submitted is null ? ReplacementNamedBy(raw[index]) : null;
        }

        return parted;
    }

    // A correction in two lines whose first cannot be read: the second must not stand alone.
    private static Guid? ReplacementNamedBy(RawLine malformed)
    {
        try
        {
            using var line = JsonDocument.Parse(malformed.Bytes);
            return line.RootElement.ValueKind == JsonValueKind.Object
                && line.RootElement.TryGetProperty("replacedBy", out var replacement)
                && replacement.ValueKind == JsonValueKind.String
                && replacement.TryGetGuid(out var id) ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<SubmittedLine> HoldBackRetraction(List<SubmittedLine> chunk)
    {
        if (chunk.Count == 0 || chunk[^1] is not { } retraction || !GoesWithTheNext(retraction))
            return [];
        chunk.RemoveAt(chunk.Count - 1);
        return [retraction];
    }

    // A replacement without id of a line with one is known by that line: told once without a file, its entry has an id of its own.
    private SubmittedLine Identified(SubmittedLine line) => line.Id is not null
        ? line
        : line with
        {
            Id = IdOf(line.Line, ""),
            Replacement = line.Replacement is { Id: null } replacement ? replacement with { Id = IdOf(line.Line, ":replacement") } : line.Replacement,
        };

    private Guid IdOf(int line, string part) => NameBasedId.Of(Space, string.Create(CultureInfo.InvariantCulture, $"{hash}:{line}{part}"));
}
