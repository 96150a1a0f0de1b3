using Ntm.Domain.Entries;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>A batch in the queue of the recorder, and who waits for what becomes of it.</summary>
/// <param name="before">Where that one is not recorded, this one is not either.</param>
internal sealed class Submission(IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected, Submission? before)
{
    private Submission? _before = before;

    internal IReadOnlyList<SubmittedLine> Lines => lines;

    internal Act Act => act;

    internal IReadOnlyDictionary<string, long> Expected => expected;

    internal TaskCompletionSource<RecordingResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>As judged last, it is not recorded. What follows it goes by this; it was judged before.</summary>
    internal bool IsHeldBack { get; set; }

    internal bool FollowsWhatIsHeldBack => _before?.IsHeldBack == true;

    internal void Answer(RecordingResult result)
    {
        Forget();
        Result.TrySetResult(result);
    }

    internal void Fail(Exception fault)
    {
        Forget();
        IsHeldBack = true;
        Result.TrySetException(fault);
    }

    // Else the last chunk of an import would keep all chunks before it.
    private void Forget() => _before = null;
}
