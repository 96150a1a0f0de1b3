using Ntm.Domain.Entries;

namespace Ntm.Host.Recording;

/// <summary>A group that stands in the database, and its entries under their numbers.</summary>
internal sealed record WrittenGroup(Group Group, IReadOnlyList<RecordedEntry> Entries)
{
    /// <summary>Takes the entries into the index, then answers: who was answered finds what it wrote.</summary>
    internal void Settle(LiveRecord live)
    {
        try
        {
            live.TakeIn(Entries);
            Group.Answer(Entries.ToDictionary(entry => entry.Id));
        }
#pragma warning disable CA1031 // It belongs to those who wait; the next group finds out what is missing.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var submission in Group.Submissions)
                submission.Fail(fault);
        }
    }
}
