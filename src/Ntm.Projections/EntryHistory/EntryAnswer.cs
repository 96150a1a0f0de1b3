using Ntm.Projections.Index;

namespace Ntm.Projections.EntryHistory;

/// <summary>One entry and what corrects it or is corrected by it, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Retraction">The retraction of it; null while it stands.</param>
/// <param name="Replacement">What stands instead of it, or, of a retraction, instead of what that names; null where nothing does.</param>
/// <param name="Names">Of a retraction: the entry it takes back.</param>
/// <param name="Replaces">Of a replacement: the entry it stands instead of.</param>
public sealed record EntryAnswer(
    KnownAt KnownAt, HistoryEntry Entry, HistoryEntry? Retraction, HistoryEntry? Replacement, HistoryEntry? Names, HistoryEntry? Replaces)
{
    /// <summary>An entry with nothing around it.</summary>
    public static EntryAnswer Of(RecordIndex index, long knownAt, HistoryEntry entry) => new(KnownAt.Of(index, knownAt), entry, null, null, null, null);
}
