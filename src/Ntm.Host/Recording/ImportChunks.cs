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
internal sealed record ImportChunk(List<RawLine> Raw, List<SubmittedLine> Lines, List<LineRefusal> Malformed, List<int> Parted);

/// <summary>Cuts a file into chunks of lines, each with an id, without parting a correction.</summary>
internal static class ImportChunks
{
    // Long lines make a chunk sooner: it is held in memory, and others wait while it is written.
    private const long ChunkBytes = 4 * 1024 * 1024;
    private const int ChunksAhead = 2;

    private static readonly Guid Space = new("3d6b7f0e-6b0c-5d0f-9a38-0d1d3f0c9f51");

    /// <summary>Reads a chunk or two ahead of the one being judged or recorded: while the database writes, the next is parsed.</summary>
    /// <param name="lines">Asked for each chunk: the lines it is to have.</param>
    internal static IAsyncEnumerable<ImportChunk> ReadAsync(Func<Stream> open, string hash, Func<int> lines, CancellationToken cancellation) =>
        ReadAhead.Of(ReadChunksAsync(open, hash, lines, cancellation), ChunksAhead, cancellation);

    private static async IAsyncEnumerable<ImportChunk> ReadChunksAsync(
        Func<Stream> open, string hash, Func<int> lines, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = open();
        var raw = new List<RawLine>();
        var bytes = 0L;
        var atMost = lines();
        var chunk = new ImportChunk([], [], [], []);
        await foreach (var line in LineSplitter.SplitAsync(file, cancellation))
        {
            raw.Add(line);
            bytes += line.Bytes.Length;
            if (raw.Count + chunk.Lines.Count < atMost && bytes < ChunkBytes)
                continue;
            Parse(raw, hash, chunk);
            var held = HoldBackRetraction(chunk.Lines);
            yield return chunk;
            chunk = new ImportChunk([.. raw.Where(line => held.Exists(one => one.Line == line.Number))], held, [], []);
            raw.Clear();
            bytes = 0;
            atMost = lines();
        }

        Parse(raw, hash, chunk);
        if (chunk.Lines.Count + chunk.Malformed.Count > 0)
            yield return chunk;
    }

    private static void Parse(List<RawLine> raw, string hash, ImportChunk chunk)
    {
        chunk.Raw.AddRange(raw);
        var read = new ReadLine[raw.Count];
        Parallel.For(0, raw.Count, index => read[index] = raw[index].TooLong
            ? new ReadLine(raw[index].Number, null, [FormRefusals.LineTooLong(LineReader.MaxLineBytes)])
            : LineReader.Read(raw[index].Number, raw[index].Bytes));
        Guid? parted = null;
        for (var index = 0; index < read.Length; index++)
        {
            var line = read[index];
            chunk.Malformed.AddRange(line.Refusals.Select(refusal => new LineRefusal(line.Line, refusal)));
            if (line.Submitted is { } submitted && submitted.Id is { } id && id == parted)
                chunk.Parted.Add(line.Line);
            else if (line.Submitted is { } whole)
                chunk.Lines.Add(Identified(whole, hash));
            parted = line.Submitted is null ? ReplacementNamedBy(raw[index]) : null;
        }
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

    // The replacement of a correction in two lines follows at once and must not be parted from its retraction.
    private static List<SubmittedLine> HoldBackRetraction(List<SubmittedLine> chunk)
    {
        if (chunk.Count == 0 || chunk[^1] is not { Replacement: null, Entry: EntryRetracted { ReplacedBy: not null } } retraction)
            return [];
        chunk.RemoveAt(chunk.Count - 1);
        return [retraction];
    }

    // A replacement without id of a line with one is known by that line: told once without a file, its entry has an id of its own.
    private static SubmittedLine Identified(SubmittedLine line, string hash) => line.Id is not null
        ? line
        : line with
        {
            Id = IdOf(hash, line.Line, ""),
            Replacement = line.Replacement is { Id: null } replacement ? replacement with { Id = IdOf(hash, line.Line, ":replacement") } : line.Replacement,
        };

    private static Guid IdOf(string hash, int line, string part) => NameBasedId.Of(Space, string.Create(CultureInfo.InvariantCulture, $"{hash}:{line}{part}"));
}
