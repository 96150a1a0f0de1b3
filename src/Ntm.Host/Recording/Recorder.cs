using System.Threading.Channels;
using Npgsql;
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
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(0.5);
    private static readonly Dictionary<Guid, RecordedEntry> NothingStored = [];

    private readonly Record _record;
    private readonly LiveRecord _live;
    private readonly CriteriaCatalog _catalog;
    private readonly Channel<Submission> _queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(Queued) { SingleReader = true });
    private readonly TimeProvider _time;
    private readonly Task _recording;

    private volatile bool _stopping;

    // The Vietnamese day of the record clock as last seen; before it was seen, no day counts as come.
    private DateOnly _today = DateOnly.MinValue;

    public Recorder(Record record, LiveRecord live, CriteriaCatalog catalog, TimeProvider time)
    {
        (_record, _live, _catalog, _time) = (record, live, catalog, time);
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
            throw Stopping(closed);
        }

        return await submission.Result.Task.WaitAsync(cancellation);
    }

    /// <summary>The same for a caller who would rather come again than wait for room in the queue.</summary>
    /// <returns>Null, and nothing taken in, where the queue is full.</returns>
    public async Task<RecordingResult?> TryRecordAsync(
        IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected, CancellationToken cancellation)
    {
        var submission = new Submission(lines, act, expected);
        if (_queue.Writer.TryWrite(submission))
            return await submission.Result.Task.WaitAsync(cancellation);
        return _stopping ? throw Stopping(null) : null;
    }

    /// <summary>Finishes what was taken in; takes nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _queue.Writer.TryComplete();
        await _recording;
    }

    private static StoreUnavailableException Stopping(Exception? closed) => new("The program is stopping and records nothing more.", closed);

    private sealed record Submission(IReadOnlyList<SubmittedLine> Lines, Act Act, IReadOnlyDictionary<string, long> Expected)
    {
        public TaskCompletionSource<RecordingResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task RecordQueuedAsync()
    {
        var answered = 0;
        while (await _queue.Reader.WaitToReadAsync())
        {
            await GatherAsync(answered);
            var group = new List<Submission>();
            for (var lines = 0; lines < LinesAtOnce && _queue.Reader.TryRead(out var next); lines += next.Lines.Count)
                group.Add(next);

            await RecordOrFailAsync(group);
            answered = group.Count;
        }
    }

    private async Task RecordOrFailAsync(List<Submission> group)
    {
        try
        {
            await RecordGroupAsync(group);
        }
        catch (PostgresException) when (group.Count > 1)
        {
            // The database would not take what one of them wrote, and nothing stands: alone, each hears what concerns it.
            foreach (var submission in group)
                await RecordOrFailAsync([submission]);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who wait for it; the next group starts afresh.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var submission in group)
                submission.Result.TrySetException(fault);
        }
    }

    // Callers who were answered together come back together, a moment apart: without this the first of them would be flushed alone.
    // A lone caller is never waited for.
    private async ValueTask GatherAsync(int answered)
    {
        if (answered < 2)
            return;
        var started = _time.GetTimestamp();
        while (_queue.Reader.Count < answered && _time.GetElapsedTime(started) < LongestGathering)
            await Task.Yield();
    }

    private async Task RecordGroupAsync(List<Submission> group)
    {
        if (await TryAtOnceAsync(group))
            return;

        await using var order = await _record.OpenAppendAsync(_live.Index.Position, IdsOf(group), CancellationToken.None);
        _live.Index.Apply(order.Missing);
        _today = VietnamCalendar.DayOf(order.Clock);

        var judged = new GroupJudge(_live.Index, _catalog, _today, order.Stored);
        var outcomes = JudgeAll(judged, group);
        var recorded = new Dictionary<Guid, RecordedEntry>(order.Stored);
        Take(judged.ToAppend.Count > 0 ? await order.CommitAsync(judged.ToAppend, CancellationToken.None) : [], recorded);
        Answer(outcomes, recorded);
    }

    /// <summary>
    /// The common case in one round trip: nothing but new entries, decided on the record as the index holds it. The append itself refuses
    /// where another program has recorded meanwhile or an id stands already; whatever is not plain is decided again inside the order.
    /// </summary>
    private async Task<bool> TryAtOnceAsync(List<Submission> group)
    {
        if (group.Exists(submission => submission.Lines.Any(line => line.Entry is not DatedEntry dated || dated.EffectiveOn > _today)))
            return false;

        var judged = new GroupJudge(_live.Index, _catalog, _today, NothingStored);
        var outcomes = JudgeAll(judged, group);
        if (!judged.AllNew || judged.ToAppend.Count == 0
            || await _record.TryAppendAfterAsync(judged.DecidedAt, judged.ToAppend, CancellationToken.None) is not { } appended)
        {
            return false;
        }

        var recorded = new Dictionary<Guid, RecordedEntry>();
        Take(appended, recorded);
        Answer(outcomes, recorded);
        return true;
    }

    private static List<Action<IReadOnlyDictionary<Guid, RecordedEntry>>> JudgeAll(GroupJudge judge, List<Submission> group) =>
        [.. group.Select(submission => Judge(judge, submission))];

    // A fault in judging one batch, or in telling what became of it, is not the others'.
#pragma warning disable CA1031 // It belongs to the caller that waits for it.
    private static Action<IReadOnlyDictionary<Guid, RecordedEntry>> Judge(GroupJudge judge, Submission submission)
    {
        try
        {
            var outcome = judge.Judge(submission.Lines, submission.Act, submission.Expected);
            return recorded =>
            {
                try
                {
                    submission.Result.TrySetResult(outcome(recorded));
                }
                catch (Exception fault)
                {
                    submission.Result.TrySetException(fault);
                }
            };
        }
        catch (Exception fault)
        {
            return _ => submission.Result.TrySetException(fault);
        }
    }
#pragma warning restore CA1031

    private void Take(IReadOnlyList<RecordedEntry> appended, Dictionary<Guid, RecordedEntry> recorded)
    {
        _live.Index.Apply(appended);
        foreach (var entry in appended)
            recorded[entry.Id] = entry;
    }

    private static void Answer(List<Action<IReadOnlyDictionary<Guid, RecordedEntry>>> outcomes, Dictionary<Guid, RecordedEntry> recorded)
    {
        foreach (var outcome in outcomes)
            outcome(recorded);
    }

    private static HashSet<Guid> IdsOf(List<Submission> group)
    {
        var ids = new HashSet<Guid>();
        foreach (var line in group.SelectMany(submission => submission.Lines))
            line.AddIdsTo(ids);
        return ids;
    }
}
