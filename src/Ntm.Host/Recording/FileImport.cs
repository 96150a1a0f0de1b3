using System.Security.Cryptography;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;
using Ntm.EventStore;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>What an import came to.</summary>
/// <param name="Recorded">Entries recorded now.</param>
/// <param name="Repeated">Entries that stood before.</param>
/// <param name="Skipped">Lines passed over because they were refused.</param>
/// <param name="LastLine">The last line that stands; 0 where none does.</param>
/// <param name="Refusals">Empty where no line was refused.</param>
/// <param name="Stopped">It was told to stop after the last line.</param>
public sealed record ImportResult(
    long Recorded, long Repeated, int Skipped, int LastLine, IReadOnlyList<LineRefusal> Refusals, bool Stopped = false);

/// <summary>
/// Imports a file of lines: first the whole of it is checked without holding up anyone, then it is appended in chunks, each all or
/// nothing; other writers go on in between. Run again, it goes on where it stopped: a line without id gets one made from the file's
/// hash and its number.
/// </summary>
public sealed class FileImport(Record record, LiveRecord live, Recorder recorder, CriteriaCatalog catalog, Func<DateOnly> today, TimeProvider time)
{
    /// <param name="open">Opens the file; it can be sought in and is read for its hash, to check, and to record what the check did not keep.</param>
    /// <param name="progress">Told the last line checked or recorded.</param>
    /// <param name="cancellation">Stops the checking at once, and the recording after the chunks that are under way.</param>
    /// <param name="skipped">Takes what is refused, and the rest is recorded; null: one refusal refuses the whole file.</param>
    public async Task<ImportResult> RunAsync(
        Func<Stream> open, Act act, IProgress<ImportProgress>? progress, CancellationToken cancellation, ISkippedLines? skipped = null)
    {
        string hash;
        await using (var file = open())
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));

        var chunks = new ImportChunks(open, hash);
        var passedOver = new PassedOverLines();
        var kept = new CheckedChunks();
        var refusals = await new FileCheck(record, live, catalog, today).RunAsync(open, chunks, progress, skipped, passedOver, kept, cancellation);
        if (refusals.Count > 0)
            return new ImportResult(0, 0, 0, 0, refusals);

        var sofar = new ImportResult(0, 0, passedOver.Count, 0, []);
        // The next chunk is handed in before this one is answered, to be judged while this one is written. It is recorded only after it.
        var succession = new Succession(recorder);
        (Task<RecordingResult> Result, int LastLine, int Lines)? handedIn = null;
        var pace = new ChunkPace(time);
        await foreach (var checkedLines in CheckedLinesAsync(chunks, kept, () => pace.Lines))
        {
            // Between two chunks: what was handed in is finished, so that it is known what stands.
            if (cancellation.IsCancellationRequested)
            {
                sofar = sofar with { Stopped = true };
                break;
            }

            var chunk = passedOver.Count == 0 ? checkedLines : checkedLines.FindAll(line => !passedOver.Contains(line.Line));
            if (chunk.Count == 0)
                continue;
            if (pace.OthersRecord && handedIn is { } written)
            {
                await written.Result;
                await Task.Delay(ChunkPace.Breath, time, CancellationToken.None);
            }

            var result = succession.RecordAsync(chunk, act, CancellationToken.None);
            if (handedIn is { } before)
            {
                sofar = After(sofar, await before.Result, before.LastLine, progress);
                pace.Recorded(before.Lines, await before.Result);
            }

            handedIn = (result, chunk[^1].Line, chunk.Count);
            if (sofar.Refusals.Count > 0)
                break;
        }

        // After a refusal it was not reached; it is waited for all the same, so that nobody is still recording when this returns.
        return handedIn is { } last ? After(sofar, await last.Result, last.LastLine, progress) : sofar;
    }

    private static async IAsyncEnumerable<List<SubmittedLine>> CheckedLinesAsync(ImportChunks chunks, CheckedChunks kept, Func<int> lines)
    {
        foreach (var piece in kept.TakeOut(lines))
            yield return piece;
        await foreach (var chunk in chunks.ReadAsync(kept.Rest, lines, CancellationToken.None))
            yield return chunk.Lines;
    }

    private static ImportResult After(ImportResult sofar, RecordingResult result, int lastLine, IProgress<ImportProgress>? progress)
    {
        if (result is RecordingResult.Refused refused)
            return sofar with { Refusals = refused.Refusals };
        if (result is not RecordingResult.Recorded { Lines: var lines })
            return sofar;

        progress?.Report(new ImportProgress(Recording: true, lastLine));
        var repeated = lines.Count(line => line.Repeated);
        return sofar with { Recorded = sofar.Recorded + lines.Count - repeated, Repeated = sofar.Repeated + repeated, LastLine = lastLine };
    }
}

/// <summary>Takes the lines an import passes over, with why.</summary>
public interface ISkippedLines
{
    /// <param name="refusals">Empty where the line goes with another that was refused.</param>
    Task AddAsync(RawLine line, IReadOnlyList<Refusal> refusals, CancellationToken cancellation);
}

/// <param name="Recording">False while the file is only being checked.</param>
public sealed record ImportProgress(bool Recording, int Line);
