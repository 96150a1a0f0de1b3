using System.Threading.Channels;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;
using Ntm.EventStore;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>
/// The one way into the record. Batches that arrive while an append is under way are gathered into the next transaction:
/// one lock, one flush, many callers. Each is judged on the record as it stands inside the order and is all or nothing for itself.
/// </summary>
public sealed class Recorder : IAsyncDisposable
{
    private const int Queued = 1024;
    private const int LinesAtOnce = 2_000;

    private readonly Record _record;
    private readonly LiveRecord _live;
    private readonly CriteriaCatalog _catalog;
    private readonly Channel<Submission> _queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(Queued) { SingleReader = true });
    private readonly Task _recording;

    public Recorder(Record record, LiveRecord live, CriteriaCatalog catalog)
    {
        (_record, _live, _catalog) = (record, live, catalog);
        _recording = Task.Run(RecordQueuedAsync);
    }

    /// <summary>Records a batch, all or nothing; durable on return.</summary>
    /// <param name="expected">Versions the caller has seen, by stream; empty to state none.</param>
    /// <exception cref="ClockBehindException"/>
    /// <exception cref="CommitOutcomeUnknownException">Ask again with the same ids.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<RecordingResult> RecordAsync(
        IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected, CancellationToken cancellation)
    {
        var submission = new Submission(lines, act, expected);
        try
        {
            await _queue.Writer.WriteAsync(submission, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The program is shutting down and takes nothing more.", closed);
        }

        return await submission.Result.Task.WaitAsync(cancellation);
    }

    /// <summary>Finishes what was taken in; takes nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _recording;
    }

    private sealed record Submission(IReadOnlyList<SubmittedLine> Lines, Act Act, IReadOnlyDictionary<string, long> Expected)
    {
        public TaskCompletionSource<RecordingResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task RecordQueuedAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var group = new List<Submission>();
            for (var lines = 0; lines < LinesAtOnce && _queue.Reader.TryRead(out var next); lines += next.Lines.Count)
                group.Add(next);

            try
            {
                await RecordGroupAsync(group);
            }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who wait for it; the next group starts afresh.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                foreach (var submission in group)
                    submission.Result.TrySetException(fault);
            }
        }
    }

    private async Task RecordGroupAsync(List<Submission> group)
    {
        var seenTo = _live.Index.Position;
        await using var order = await _record.OpenAppendAsync(seenTo, IdsOf(group), CancellationToken.None);
        _live.Index.Apply(order.Missing);

        var judged = new GroupJudge(_live.Index, _catalog, VietnamCalendar.DayOf(order.Clock), order.Stored);
        var outcomes = group.Select(submission => judged.Judge(submission.Lines, submission.Act, submission.Expected)).ToList();
        var recorded = new Dictionary<Guid, RecordedEntry>(order.Stored);
        if (judged.ToAppend.Count > 0)
        {
            var appended = await order.CommitAsync(judged.ToAppend, CancellationToken.None);
            _live.Index.Apply(appended);
            foreach (var entry in appended)
                recorded[entry.Id] = entry;
        }

        for (var index = 0; index < group.Count; index++)
            group[index].Result.TrySetResult(outcomes[index](recorded));
    }

    private static HashSet<Guid> IdsOf(List<Submission> group)
    {
        var ids = new HashSet<Guid>();
        foreach (var line in group.SelectMany(submission => submission.Lines))
            line.AddIdsTo(ids);
        return ids;
    }
}
