using System.Threading.Channels;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>
/// The one way into the record. Batches that arrive while an append is under way are gathered into the next transaction:
/// one lock, one flush, many callers. Each is judged on the record as it stands inside the order and is all or nothing for itself.
/// While a large group is written, the next is judged on what it will leave, and what it left is taken into the index while the next is
/// written (docs/adr/0014).
/// </summary>
public sealed class Recorder : IAsyncDisposable
{
    private const int Queued = 1024;
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(0.5);

    private static readonly Dictionary<Guid, RecordedEntry> NothingStored = [];

    private readonly GroupWriter _writer;
    private readonly LiveRecord _live;
    private readonly CriteriaCatalog _catalog;
    private readonly Channel<Submission> _queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(Queued) { SingleReader = true });
    private readonly TimeProvider _time;
    private readonly Task _recording;

    private volatile bool _stopping;

    public Recorder(Record record, LiveRecord live, CriteriaCatalog catalog, TimeProvider time)
    {
        (_live, _catalog, _time, _writer) = (live, catalog, time, new GroupWriter(record, live, catalog, time));
        _recording = Task.Run(RecordQueuedAsync);
    }

    /// <summary>Records a batch, all or nothing; durable on return.</summary>
    /// <param name="expected">Versions the caller has seen, by stream; empty to state none.</param>
    /// <exception cref="ClockBehindException"/>
    /// <exception cref="CommitOutcomeUnknownException">Ask again with the same ids.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<RecordingResult> RecordAsync(
        IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected, CancellationToken cancellation) =>
        RecordAsync(new Submission(lines, act, expected, before: null), cancellation);

    /// <summary>The same for a caller who would rather come again than wait for room in the queue.</summary>
    /// <returns>Null, and nothing taken in, where the queue is full.</returns>
    public async Task<RecordingResult?> TryRecordAsync(
        IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected, CancellationToken cancellation)
    {
        var submission = new Submission(lines, act, expected, before: null);
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

    internal async Task<RecordingResult> RecordAsync(Submission submission, CancellationToken cancellation)
    {
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

    private static StoreUnavailableException Stopping(Exception? closed) => new("The program is stopping and records nothing more.", closed);

    private async Task RecordQueuedAsync()
    {
        var answered = 0;
        Group? ahead = null;
        // Stands in the database and not yet in the index.
        WrittenGroup? written = null;
        while (ahead is not null || await _queue.Reader.WaitToReadAsync())
        {
            if (ahead is null)
                await GatherAsync(answered);
            var group = ahead ?? NewGroup();
            group.Take(_queue.Reader);
            if (group.IsLarge && _writer.OthersWait)
            {
                written = Settle(written);
                group = await AfterOthersAsync(group);
            }

            (written, ahead) = await RecordAsync(group, written);
            if (ahead is null)
                written = Settle(written);
            answered = group.Submissions.Count;
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

    private Group NewGroup() => new(new GroupJudge(_live.Index, _catalog, _writer.Today, NothingStored), _writer.Today);

    /// <param name="before">What the group may rest on and the index does not hold yet.</param>
    /// <returns>The group where it was written, and what was judged on it; where it was not, everybody in it is answered.</returns>
    private async Task<(WrittenGroup? Written, Group? Ahead)> RecordAsync(Group group, WrittenGroup? before)
    {
        // The common case: nothing but new entries, decided on the record as the index holds it, or will once it holds what is before.
        // The append itself refuses where another program has recorded meanwhile or an id stands already.
        // A few lines beside another program that records much would be refused and have to stand in line a second time.
        var atOnce = group.IsDecided && (group.IsLarge || !_writer.OthersRecord);
        var writing = atOnce ? _writer.TryWriteAsync(group) : Task.FromResult<WrittenGroup?>(null);
        Settle(before);
        var ahead = atOnce && group.IsLarge ? await JudgeAheadAsync(group, writing) : null;
        if (await _writer.WrittenOrDecidedInOrderAsync(group, writing) is { } written)
            return (written, ahead);
        return (null, ahead is null ? null : JudgeAgain(ahead));
    }

    private async Task<Group?> JudgeAheadAsync(Group group, Task writing)
    {
        var ahead = new Group(group.Judge.Ahead(_writer.Today), _writer.Today);
        do
        {
            ahead.Take(_queue.Reader);
            ahead.EncodeAhead();
        }
        while (!ahead.IsFull && await ArrivesBeforeAsync(writing));
        return ahead.Submissions.Count > 0 ? ahead : null;
    }

    private async Task<bool> ArrivesBeforeAsync(Task writing)
    {
        var arrival = _queue.Reader.WaitToReadAsync().AsTask();
        return await Task.WhenAny(writing, arrival) == arrival && await arrival;
    }

    private async Task<Group> AfterOthersAsync(Group group)
    {
        try
        {
            return await _writer.LeaveToOthersAsync() ? JudgeAgain(group) : group;
        }
#pragma warning disable CA1031 // The append will find out for itself, and tell those who wait.
        catch (Exception)
#pragma warning restore CA1031
        {
            return group;
        }
    }

    // What it was judged on did not come to be, or has gone on.
    private Group JudgeAgain(Group ahead)
    {
        ahead.Dispose();
        var again = NewGroup();
        foreach (var submission in ahead.Submissions)
            again.Add(submission);
        return again;
    }

    private WrittenGroup? Settle(WrittenGroup? written)
    {
        written?.Settle(_live);
        return null;
    }
}
