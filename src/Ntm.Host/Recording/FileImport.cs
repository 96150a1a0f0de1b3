using System.Security.Cryptography;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
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
public sealed class FileImport(Record record, LiveRecord live, Recorder recorder, CriteriaCatalog catalog, Func<DateOnly> today)
{
    private const int RefusalsAtMost = 1_000;

    private static readonly Dictionary<string, long> NoExpectations = [];
    private static readonly Dictionary<Guid, RecordedEntry> NothingStored = [];

    /// <param name="open">Opens the file; it is read three times: for its hash, to check, to record.</param>
    /// <param name="progress">Told the last line checked or recorded.</param>
    /// <param name="cancellation">Stops the checking at once, and the recording after the chunk that is under way.</param>
    /// <param name="skipped">Takes what is refused, and the rest is recorded; null: one refusal refuses the whole file.</param>
    public async Task<ImportResult> RunAsync(
        Func<Stream> open, Act act, IProgress<ImportProgress>? progress, CancellationToken cancellation, ISkippedLines? skipped = null)
    {
        string hash;
        await using (var file = open())
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));

        var passedOver = new HashSet<int>();
        var refusals = await CheckAsync(open, hash, progress, skipped, passedOver, cancellation);
        if (refusals.Count > 0)
            return new ImportResult(0, 0, 0, 0, refusals);

        long recorded = 0, repeated = 0;
        var lastLine = 0;
        await foreach (var (_, checkedLines, _, _) in ImportChunks.ReadAsync(open, hash, CancellationToken.None))
        {
            // Between two chunks: a chunk under way is finished, so that it is known what stands.
            if (cancellation.IsCancellationRequested)
                return new ImportResult(recorded, repeated, passedOver.Count, lastLine, [], Stopped: true);
            var chunk = passedOver.Count == 0 ? checkedLines : checkedLines.FindAll(line => !passedOver.Contains(line.Line));
            if (chunk.Count == 0)
                continue;
            var result = await recorder.RecordAsync(chunk, act, NoExpectations, CancellationToken.None);
            if (result is RecordingResult.Refused refused)
                return new ImportResult(recorded, repeated, passedOver.Count, lastLine, refused.Refusals);

            var lines = ((RecordingResult.Recorded)result).Lines;
            recorded += lines.Count(line => !line.Repeated);
            repeated += lines.Count(line => line.Repeated);
            lastLine = chunk[^1].Line;
            progress?.Report(new ImportProgress(Recording: true, lastLine));
        }

        return new ImportResult(recorded, repeated, passedOver.Count, lastLine, []);
    }

    private async Task<List<LineRefusal>> CheckAsync(
        Func<Stream> open, string hash, IProgress<ImportProgress>? progress, ISkippedLines? skipped, HashSet<int> passedOver, CancellationToken cancellation)
    {
        await live.CatchUpToHeadAsync(cancellation);
        var register = live.Index.Register;
        var isEmpty = register.Sequence == 0;
        var refusals = new List<LineRefusal>();
        var said = new Dictionary<Guid, Entry>();
        await foreach (var (raw, chunk, malformed, parted) in ImportChunks.ReadAsync(open, hash, cancellation))
        {
            var stored = isEmpty ? NothingStored : await record.FindAsync(IdsOf(chunk), cancellation);
            var judged = new BatchJudge(
                register, catalog, today(), id => said.GetValueOrDefault(id) ?? stored.GetValueOrDefault(id)?.Entry, Guid.NewGuid).Judge(chunk);
            var refused = malformed.Concat(judged.Refusals).ToList();
            if (skipped is not null)
                await PassOverAsync(raw, [.. parted, .. NotTaken(chunk, judged)], refused, skipped, passedOver, cancellation);
            else
                refusals.AddRange(refused);
            if (refusals.Count >= RefusalsAtMost)
                break;
            foreach (var entry in judged.Accepted)
                said[entry.Id] = entry.Entry;
            register = judged.After;
            if (chunk.Count > 0)
                progress?.Report(new ImportProgress(Recording: false, chunk[^1].Line));
        }

        return refusals;
    }

    // A line without an outcome was refused, or goes with one that was: a correction in two lines is never parted.
    private static IEnumerable<int> NotTaken(List<SubmittedLine> chunk, JudgedBatch judged)
    {
        var taken = judged.Outcomes.Select(outcome => outcome.Line).ToHashSet();
        return chunk.Select(line => line.Line).Where(line => !taken.Contains(line));
    }

    private static async Task PassOverAsync(
        List<RawLine> raw, List<int> notTaken, List<LineRefusal> refused, ISkippedLines skipped, HashSet<int> passedOver, CancellationToken cancellation)
    {
        var left = refused.Select(refusal => refusal.Line).Concat(notTaken).ToHashSet();
        foreach (var line in raw.Where(line => left.Contains(line.Number)))
            await skipped.AddAsync(line, [.. refused.Where(refusal => refusal.Line == line.Number).Select(refusal => refusal.Refusal)], cancellation);
        passedOver.UnionWith(left);
    }

    private static HashSet<Guid> IdsOf(List<SubmittedLine> lines)
    {
        var ids = new HashSet<Guid>();
        foreach (var line in lines)
            line.AddIdsTo(ids);
        return ids;
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
