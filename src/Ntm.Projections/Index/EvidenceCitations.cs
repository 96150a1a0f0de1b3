using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>One entry that rests on a file.</summary>
/// <param name="RetractedAt">The sequence of the retraction that names it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EvidenceCitation(long Sequence, UnitId Unit, long? RetractedAt);

/// <summary>
/// Which entries rest on which files, kept because the tables of the record take no index of ours. One writer at a time, in record order;
/// any number of readers, who see what was taken in so far.
/// </summary>
public sealed class EvidenceCitations
{
    // Each list is its own lock: a plan's document may be cited thousands of times, and a copy for each would be quadratic.
    private readonly ConcurrentDictionary<EvidenceHash, List<EvidenceCitation>> _files = new();

    // Only of entries that rest on a file: retractions name entries.
    private readonly Dictionary<Guid, (long Sequence, EvidenceHash[] Files)> _entries = [];

    /// <summary>Every file any entry rests on, in no order.</summary>
    public IEnumerable<EvidenceHash> Files => _files.Keys;

    /// <summary>In record order.</summary>
    public IReadOnlyList<EvidenceCitation> Of(EvidenceHash file)
    {
        if (!_files.TryGetValue(file, out var citations))
            return [];
        lock (citations)
            return [.. citations];
    }

    internal void Apply(RecordedEntry recorded)
    {
        if (recorded.Entry is EntryRetracted retraction)
            Strike(retraction.Entry, recorded.Sequence);
        foreach (var file in EvidenceMentions.Of(recorded.Entry))
        {
            if (EvidenceHash.TryParse(file.Sha256, out var hash))
                Cite(hash, recorded.Sequence, recorded.Id, recorded.Entry.Unit);
        }
    }

    /// <param name="evidence">The stored JSON list.</param>
    internal void TakeStored(long sequence, Guid id, UnitId unit, ReadOnlySpan<byte> evidence)
    {
        var reader = new Utf8JsonReader(evidence);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("sha256"u8))
                continue;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && EvidenceHash.TryParse(reader.ValueSpan, out var hash))
                Cite(hash, sequence, id, unit);
        }
    }

    private void Cite(EvidenceHash file, long sequence, Guid entry, UnitId unit)
    {
        var citations = _files.GetOrAdd(file, _ => []);
        lock (citations)
        {
            // One entry may name a file twice.
            if (citations is [.., var last] && last.Sequence == sequence)
                return;
            citations.Add(new(sequence, unit, null));
        }

        _entries[entry] = (sequence, _entries.TryGetValue(entry, out var known) ? [.. known.Files, file] : [file]);
    }

    private void Strike(Guid entry, long retraction)
    {
        if (!_entries.TryGetValue(entry, out var cited))
            return;
        foreach (var file in cited.Files)
        {
            var citations = _files[file];
            lock (citations)
            {
                var place = PlaceOf(citations, cited.Sequence);
                citations[place] = citations[place] with { RetractedAt = citations[place].RetractedAt ?? retraction };
            }
        }
    }

    // They lie in record order, as they came.
    private static int PlaceOf(List<EvidenceCitation> citations, long sequence)
    {
        var (low, high) = (0, citations.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = citations[middle].Sequence < sequence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
