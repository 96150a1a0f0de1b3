using Npgsql;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;
using Ntm.EventStore;

namespace Ntm.Host.Recording;

/// <summary>Appends groups: those decided beforehand at once, the others by deciding inside the order. One at a time.</summary>
internal sealed class GroupWriter(Record record, LiveRecord live, CriteriaCatalog catalog, TimeProvider time)
{
    // A chunk of an import: what is read inside the order keeps everybody waiting.
    private const int FarBehind = 2_000;

    // Whoever waited learns first that the record has gone on, and only then takes the order to decide anew.
    private static readonly TimeSpan LongestCourtesy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    /// <summary>The Vietnamese day of the record clock as last seen; before it was seen, no day counts as come.</summary>
    internal DateOnly Today { get; private set; } = DateOnly.MinValue;

    /// <summary>Another program waited for the order when the last large group gave it back.</summary>
    internal bool OthersWait { get; private set; }

    /// <summary>Another program had recorded when a group was last decided inside the order: it is likely to have done so again.</summary>
    internal bool OthersRecord { get; private set; }

    /// <summary>PostgreSQL gives a row to whoever asks first, and one who had it is quicker than one who is only being woken.</summary>
    /// <returns>Whether somebody has recorded meanwhile; the index holds it.</returns>
    internal async Task<bool> LeaveToOthersAsync()
    {
        OthersWait = false;
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < LongestCourtesy)
        {
            await Task.Delay(BetweenLooks, time);
            var head = await record.HeadAsync(CancellationToken.None);
            if (head == live.Index.Position)
                continue;
            await live.CatchUpAsync(head, CancellationToken.None);
            return true;
        }

        return false;
    }

    /// <returns>Null, and nothing written, where the group has to be decided inside the order.</returns>
    internal async Task<WrittenGroup?> TryWriteAsync(Group group)
    {
        using var _ = group;
        if (!group.IsLarge)
        {
            return await record.TryAppendAfterAsync(group.Judge.DecidedAt, group.Judge.ToAppend, CancellationToken.None) is { } appended
                ? new WrittenGroup(group, appended)
                : null;
        }

        if (await record.TryCopyAfterAsync(group.Encode(), CancellationToken.None) is not { } copied)
            return null;
        OthersWait = copied.OthersWait;
        return new WrittenGroup(group, copied.Entries);
    }

    /// <returns>Null where everybody in the group has been answered.</returns>
    internal async Task<WrittenGroup?> WrittenOrDecidedInOrderAsync(Group group, Task<WrittenGroup?> writing)
    {
        try
        {
            if (await writing is { } written)
                return written;
            await DecideInOrderAsync(group.Submissions);
        }
        catch (PostgresException) when (group.Submissions.Count > 1)
        {
            // The database would not take what one of them wrote, and nothing stands: alone, each hears what concerns it.
            foreach (var submission in group.Submissions)
                await DecideAloneAsync(submission);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who wait for it; the next group starts afresh.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var submission in group.Submissions)
                submission.Fail(fault);
        }

        return null;
    }

    private async Task DecideAloneAsync(Submission submission)
    {
        try
        {
            await DecideInOrderAsync([submission]);
        }
#pragma warning disable CA1031 // It belongs to the one who waits for it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            submission.Fail(fault);
        }
    }

    private async Task DecideInOrderAsync(IReadOnlyList<Submission> submissions)
    {
        if (await record.HeadAsync(CancellationToken.None) - live.Index.Position > FarBehind)
            await live.CatchUpToHeadAsync(CancellationToken.None);
        await using var order = await record.OpenAppendAsync(live.Index.Position, IdsOf(submissions), CancellationToken.None);
        live.Apply(order.Missing);
        OthersRecord = order.Missing.Count > 0;
        Today = VietnamCalendar.DayOf(order.Clock);

        var stored = new Dictionary<Guid, RecordedEntry>(order.Stored);
        if (OwnFindings.BearingOn(live.Index, submissions) is { Count: > 0 } bearing)
        {
            foreach (var entry in await order.FindAsync(bearing, CancellationToken.None))
                stored[entry.Id] = entry;
        }

        var judge = new GroupJudge(live.Index, catalog, Today, stored);
        List<JudgedSubmission> judged = [.. submissions.Select(submission => Judge(judge, submission)).OfType<JudgedSubmission>()];
        var recorded = new Dictionary<Guid, RecordedEntry>(order.Stored);
        if (judge.ToAppend.Count > 0)
        {
            var appended = await order.CommitAsync(judge.ToAppend, CancellationToken.None);
            OthersWait |= order.OthersWait;
            live.TakeIn(appended);
            foreach (var entry in appended)
                recorded[entry.Id] = entry;
        }

        foreach (var one in judged)
            one.Answer(recorded);
    }

    private static JudgedSubmission? Judge(GroupJudge judge, Submission submission)
    {
        try
        {
            return judge.Judge(submission);
        }
#pragma warning disable CA1031 // A fault in judging one batch is not the others'.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            submission.Fail(fault);
            return null;
        }
    }

    private static HashSet<Guid> IdsOf(IEnumerable<Submission> submissions)
    {
        var ids = new HashSet<Guid>();
        foreach (var line in submissions.SelectMany(submission => submission.Lines))
            line.AddIdsTo(ids);
        return ids;
    }
}
