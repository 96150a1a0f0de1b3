using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Projections.Titles;

namespace Ntm.Host.Recording;

/// <summary>Judges the whole of a file on the record as it is, without holding up anyone.</summary>
internal sealed class FileCheck(Record record, LiveRecord live, CriteriaCatalog catalog, Func<DateOnly> today)
{
    private const int RefusalsAtMost = 1_000;

    private static readonly Dictionary<Guid, RecordedEntry> NothingStored = [];

    /// <param name="passedOver">Takes the numbers of the lines given to <paramref name="skipped"/>.</param>
    /// <param name="kept">Takes what was read.</param>
    /// <returns>What is refused and was not passed over.</returns>
    internal async Task<List<LineRefusal>> RunAsync(
        Func<Stream> open, ImportChunks chunks, IProgress<ImportProgress>? progress, ISkippedLines? skipped, PassedOverLines passedOver, CheckedChunks kept,
        CancellationToken cancellation)
    {
        await live.CatchUpToHeadAsync(cancellation);
        var register = live.Index.Register;
        var start = register.Sequence;
        var isEmpty = start == 0;
        var refusals = new List<LineRefusal>();
        using var said = new SaidInFile(open());
        await foreach (var read in chunks.ReadAsync(FilePlace.Beginning, () => ChunkPace.LinesAtMost, cancellation))
        {
            var (raw, chunk, malformed, parted) = read;
            var stored = isEmpty ? NothingStored : await record.FindAsync(IdsOf(chunk), cancellation);
            var judged = new BatchJudge(
                register, catalog, today(), id => said.Find(id) ?? stored.GetValueOrDefault(id)?.Entry, Guid.NewGuid)
            {
                Findings = (unit, set, criterion) => [.. FoundBefore(start, unit, set, criterion), .. said.FindingsOn(unit, set, criterion)],
            }.Judge(chunk);
            var refused = malformed.Concat(judged.Refusals).ToList();
            if (skipped is not null)
                await PassOverAsync(raw, [.. parted, .. NotTaken(chunk, judged)], refused, skipped, passedOver, cancellation);
            else
                refusals.AddRange(refused);
            if (refusals.Count >= RefusalsAtMost)
                break;
            Remember(judged, register.Sequence, raw, said);
            kept.Add(read);
            register = judged.After;
            if (chunk.Count > 0)
                progress?.Report(new ImportProgress(Recording: false, chunk[^1].Line));
        }

        return refusals;
    }

    // The index goes on while the file is read; the file is judged on the record as it was when the reading began.
    private IEnumerable<Fact<FoundStatus>> FoundBefore(long start, UnitId unit, SetId set, int criterion) => TitleGrounds.FindingsOf(live.Index)(unit, set, criterion)
        .Where(found => found.Sequence <= start).Select(found => found.RetractedAt > start ? found with { RetractedAt = null } : found);

    // Both go by line.
    private static void Remember(JudgedBatch judged, long before, List<RawLine> raw, SaidInFile said)
    {
        var line = 0;
        foreach (var entry in judged.Accepted)
        {
            while (raw[line].Number != entry.Line)
                line++;
            said.Add(entry, ++before, raw[line]);
        }
    }

    // A line without an outcome was refused, or goes with one that was: a correction in two lines is never parted.
    private static IEnumerable<int> NotTaken(List<SubmittedLine> chunk, JudgedBatch judged)
    {
        var taken = judged.Outcomes.Select(outcome => outcome.Line).ToHashSet();
        return chunk.Select(line => line.Line).Where(line => !taken.Contains(line));
    }

    private static async Task PassOverAsync(
        List<RawLine> raw, List<int> notTaken, List<LineRefusal> refused, ISkippedLines skipped, PassedOverLines passedOver, CancellationToken cancellation)
    {
        var left = refused.Select(refusal => refusal.Line).Concat(notTaken).ToHashSet();
        if (left.Count == 0)
            return;
        var why = refused.ToLookup(refusal => refusal.Line, refusal => refusal.Refusal);
        foreach (var line in raw.Where(line => left.Contains(line.Number)))
        {
            await skipped.AddAsync(line, [.. why[line.Number]], cancellation);
            passedOver.Add(line.Number);
        }
    }

    private static HashSet<Guid> IdsOf(List<SubmittedLine> lines)
    {
        var ids = new HashSet<Guid>();
        foreach (var line in lines)
            line.AddIdsTo(ids);
        return ids;
    }
}
