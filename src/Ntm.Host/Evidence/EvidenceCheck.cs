using System.Security.Cryptography;
using Ntm.EventStore.Evidence;
using Ntm.Projections.Index;

namespace Ntm.Host.Evidence;

/// <summary>What a check of all files found.</summary>
/// <param name="Damaged">The hashes of those whose bytes are no longer what was stored.</param>
/// <param name="Missing">Files that standing entries rest on and nobody has handed in, ordinal.</param>
internal sealed record EvidenceCheckResult(long Files, long Bytes, IReadOnlyList<string> Damaged, IReadOnlyList<MissingFile> Missing);

/// <param name="Entries">The sequences of the entries that rest on it.</param>
internal sealed record MissingFile(string Sha256, IReadOnlyList<long> Entries);

/// <summary>Hashes every stored file again, and looks for those that entries rest on and that are not there.</summary>
internal sealed class EvidenceCheck(EvidenceStore store, RecordIndex index)
{
    internal async Task<EvidenceCheckResult> RunAsync(Action<string> report, CancellationToken cancellation)
    {
        var (files, bytes, damaged, stored) = (0L, 0L, new List<string>(), new HashSet<string>());
        await foreach (var file in store.ReadAllAsync(cancellation))
        {
            (files, bytes) = (files + 1, bytes + file.Size);
            stored.Add(file.Sha256);
            report($"đang băm · hashing {files}: {file.Sha256}");
            if (!await IsWholeAsync(file, cancellation))
                damaged.Add(file.Sha256);
        }

        var missing = index.Evidence.Files
            .Select(file => new MissingFile(file.ToString(), [.. index.Evidence.Of(file).Where(citation => citation.RetractedAt is null).Select(citation => citation.Sequence)]))
            .Where(file => file.Entries.Count > 0 && !stored.Contains(file.Sha256))
            .OrderBy(file => file.Sha256, StringComparer.Ordinal);
        return new EvidenceCheckResult(files, bytes, damaged, [.. missing]);
    }

    private async Task<bool> IsWholeAsync(StoredEvidence file, CancellationToken cancellation)
    {
        try
        {
            await using var content = store.Read(file);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) == file.Sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
