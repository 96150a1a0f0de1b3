using Ntm.Domain.Entries;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>
/// Batches that follow one another: the next can be handed in before the one before it was answered, and is recorded only where that one
/// was. Not thread-safe.
/// </summary>
public sealed class Succession(Recorder recorder)
{
    private static readonly Dictionary<string, long> NoExpectations = [];

    private Submission? _last;

    /// <summary>Records a batch, all or nothing, after those handed in before it; where one of them was not recorded: <see cref="RecordingResult.NotReached"/>.</summary>
    /// <exception cref="EventStore.ClockBehindException"/>
    /// <exception cref="EventStore.CommitOutcomeUnknownException">Ask again with the same ids.</exception>
    /// <exception cref="EventStore.StoreUnavailableException">Nothing of it was written.</exception>
    public Task<RecordingResult> RecordAsync(IReadOnlyList<SubmittedLine> lines, Act act, CancellationToken cancellation)
    {
        _last = new Submission(lines, act, NoExpectations, _last);
        return recorder.RecordAsync(_last, cancellation);
    }
}
