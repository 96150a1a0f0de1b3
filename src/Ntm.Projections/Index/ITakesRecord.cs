using Ntm.Domain.Entries;
using Ntm.Domain.Findings;

namespace Ntm.Projections.Index;

/// <summary>Takes the record from its first entry on, in order.</summary>
public interface ITakesRecord
{
    /// <exception cref="InvalidOperationException">An entry is missing before this one.</exception>
    void Take(RecordedEntry entry);

    /// <summary>The same for a finding nobody has made an entry of: most of any record are.</summary>
    /// <param name="version">Its place in the stream of its unit.</param>
    /// <exception cref="InvalidOperationException">An entry is missing before this one.</exception>
    /// <exception cref="InvalidDataException">Its unit is none.</exception>
    void TakeFinding(long sequence, DateTimeOffset recordedAt, Guid id, long version, FindingStatus status, StoredFinding finding);
}
