using System.Security.Cryptography;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Tables;

namespace Ntm.Host.Tables;

/// <summary>
/// Takes a workbook of communes × criteria from whoever brings it. It is read and judged whole; nothing is recorded while anything of it
/// is doubtful. The same file again gives the same lines with the same ids, and changes nothing.
/// </summary>
public sealed class TableImport(Record record, LiveRecord live, Recorder recorder, CriteriaCatalog catalog, Func<DateOnly> today)
{
    private static readonly Guid Space = new("8f3c1d8a-4d0c-5b7e-9a55-6f0f6ad1c7b2");
    private static readonly Dictionary<string, long> NoExpectations = [];

    /// <exception cref="UnreadableWorkbookException"/>
    public async Task<Resolved<TableAnswer>> RunAsync(byte[] file, TableText text, bool dryRun, Act act, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var head = await live.CatchUpToHeadAsync(cancellation);
        var resolved = new TableQuestions(live.Index, catalog, head).Resolve(text, hash);
        if (resolved.Value is not { } question)
            return resolved.Refusal!;

        var read = TableReading.Read(live.Index, head, WorkbookReader.Read(file), question, cell => NameBasedId.Of(Space, $"{hash}:{cell}"));
        var lines = read.Findings.Select((finding, index) => new SubmittedLine(index + 1, finding.Id, finding.Entry, null)).ToList();
        var answer = await JudgedAsync(read, lines, cancellation);
        return dryRun || !answer.IsClear ? answer : await RecordAsync(answer, read, lines, act, cancellation);
    }

    private async Task<TableAnswer> JudgedAsync(ReadTable read, List<SubmittedLine> lines, CancellationToken cancellation)
    {
        var stored = await record.FindAsync(lines.ConvertAll(line => line.Id!.Value), cancellation);
        var judged = new BatchJudge(live.Index.Register, catalog, today(), id => stored.GetValueOrDefault(id)?.Entry, Guid.NewGuid).Judge(lines);
        return WithRefusals(read.Answer, read, judged.Refusals);
    }

    private async Task<TableAnswer> RecordAsync(TableAnswer answer, ReadTable read, List<SubmittedLine> lines, Act act, CancellationToken cancellation)
    {
        var recorded = new TableRecorded(0, 0);
        foreach (var batch in lines.Chunk(LineReader.MaxBatchLines))
        {
            switch (await recorder.RecordAsync(batch, act, NoExpectations, cancellation))
            {
                case RecordingResult.Recorded stands:
                    var repeated = stands.Lines.Count(line => line.Repeated);
                    recorded = new TableRecorded(recorded.New + stands.Lines.Count - repeated, recorded.Repeated + repeated);
                    break;
                case RecordingResult.Refused refused:
                    // Somebody recorded meanwhile what makes a line unlawful. What stands, stands, and a new run goes on from there.
                    return WithRefusals(answer, read, refused.Refusals) with { Recorded = recorded.New + recorded.Repeated > 0 ? recorded : null };
                case var other:
                    throw new System.Diagnostics.UnreachableException(other.GetType().Name);
            }
        }

        return answer with { Recorded = recorded };
    }

    // One cause often refuses every line: it is told once, with all its cells.
    private static TableAnswer WithRefusals(TableAnswer answer, ReadTable read, IReadOnlyList<LineRefusal> refusals)
    {
        var doubts = refusals
            .Select(refusal => (Cell: read.Findings[refusal.Line - 1].Cell, refusal.Refusal))
            .GroupBy(refused => refused.Refusal.Code == RefusalCodes.EntryIdReused ? "" : refused.Refusal.Code + refused.Refusal.English)
            .Select(group =>
            {
                var (cell, first) = group.First();
                var refusal = group.Key.Length == 0 ? TableRefusals.RecordedOtherwise(cell) : first;
                return new TableDoubtAnswer(refusal.Code, cell, [.. group.Select(refused => refused.Cell)], null, refusal.Vietnamese, refusal.English, []);
            });
        return answer with { Doubts = [.. answer.Doubts, .. doubts] };
    }
}
