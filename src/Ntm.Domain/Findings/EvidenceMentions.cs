using Ntm.Domain.Entries;

namespace Ntm.Domain.Findings;

/// <summary>The files an entry rests on, whatever its type.</summary>
public static class EvidenceMentions
{
    public static IReadOnlyList<EvidenceReference> Of(Entry entry) => entry is FindingEntry { Evidence: { } evidence } ? evidence : [];
}
