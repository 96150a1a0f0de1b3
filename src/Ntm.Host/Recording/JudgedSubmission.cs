using Ntm.Domain.Entries;
using Ntm.Domain.Recording;

namespace Ntm.Host.Recording;

/// <summary>What a batch will be answered once what goes with it is appended.</summary>
/// <param name="Held">Why it is not recorded; null where it is.</param>
internal sealed record JudgedSubmission(Submission Submission, RecordingResult? Held, IReadOnlyList<LineOutcome> Outcomes)
{
    /// <param name="recorded">The entries that stand, by id.</param>
    internal void Answer(IReadOnlyDictionary<Guid, RecordedEntry> recorded)
    {
        // A fault in telling what became of one is not the others'.
        try
        {
            Submission.Answer(Held ?? new RecordingResult.Recorded(
                [.. Outcomes.Select(outcome => new RecordedLine(outcome.Line, recorded[outcome.Id], outcome.Repeated))]));
        }
#pragma warning disable CA1031 // It belongs to the caller that waits for it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Submission.Fail(fault);
        }
    }
}
