using System.Text.Json;
using Ntm.Domain.Inspections;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;

namespace Ntm.Domain.Entries;

/// <summary>A well-formed line as somebody hands it in, before any rule has seen it.</summary>
/// <param name="Line">Its place in the file or body, from 1.</param>
/// <param name="Id">The idempotency key; null where the line has none and one must be given.</param>
/// <param name="Origin">What an export claims of the record it came from. A claim: it never becomes ours.</param>
public sealed record SubmittedLine(int Line, Guid? Id, Entry Entry, JsonElement? Origin)
{
    /// <summary>Of an <c>entry_corrected</c>: what shall stand instead. The line's own entry is then the retraction.</summary>
    public SubmittedLine? Replacement { get; init; }

    /// <summary>The entry of somebody else it may speak of: a target withdrawn, an inspection answered.</summary>
    public Guid? Named => Entry switch
    {
        TargetWithdrawn withdrawal => withdrawal.Target,
        RemedyDone remedy => remedy.Inspection,
        FollowUpHeld followUp => followUp.Inspection,
        InspectionPostponed postponed => postponed.Schedule,
        InspectionCancelled cancelled => cancelled.Schedule,
        InspectionHeld held => held.Schedule,
        _ => null,
    };

    /// <summary>Adds every id the judge will ask the record for.</summary>
    public void AddIdsTo(ISet<Guid> ids)
    {
        if (Id is { } id)
            ids.Add(id);
        if (Entry is EntryRetracted retraction)
            ids.Add(retraction.Entry);
        if (Named is { } named)
            ids.Add(named);
        Replacement?.AddIdsTo(ids);
    }
}
