namespace Ntm.UnderFire.Tests.Following;

/// <summary>Follows the record while it is written, as another program would: always asking for what comes after the last it saw.</summary>
internal sealed class Follower(Run run)
{
    /// <summary>Everything it saw, in the order it saw it.</summary>
    public List<(string Id, long Stamp)> Seen { get; } = [];

    /// <summary>Until everything was written and it has seen as much.</summary>
    public async Task FollowAsync()
    {
        for (var attempt = 0; !run.AllWritten || Seen.Count < run.Acknowledged.Newest; attempt++)
        {
            try
            {
                await foreach (var line in Feed.ReadAsync(run.Client, run.Hosts[attempt % run.Hosts.Count].Address, Seen.Count, run.Stopped))
                    Take(line);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !run.Stopped.IsCancellationRequested))
            {
                run.Tally.Unanswered();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), run.Stopped);
        }
    }

    private void Take(FeedLine line)
    {
        run.Check(line.Sequence == Seen.Count + 1, () => $"the follower saw {Seen.Count} and then {line}");
        run.Check(Seen.Count == 0 || line.Stamp > Seen[^1].Stamp, () => $"the follower saw a stamp of {Stamp.Text(Seen[^1].Stamp)} and then {line}");
        Seen.Add((line.Id, line.Stamp));
    }
}
