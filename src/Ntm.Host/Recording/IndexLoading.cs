using System.Text;
using Ntm.Domain.Findings;
using Ntm.EventStore;
using Ntm.EventStore.Scanning;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>Builds an index of the whole record, as fast as the database gives it.</summary>
internal sealed class IndexLoading(Record record)
{
    private static readonly (byte[] Type, FindingStatus Status)[] FindingTypes =
    [
        .. FindingStatuses.Names.Values.Where(status => status != FindingStatus.Unassessed)
            .Select(status => (Encoding.UTF8.GetBytes(status.EntryType()), status)),
    ];

    /// <exception cref="InvalidDataException">The record holds something this program does not know: it never skips it.</exception>
    internal async Task<RecordIndex> LoadAsync(long upTo, CancellationToken cancellation)
    {
        var builder = new IndexBuilder();
        await record.ScanAsync(0, upTo, scanned => Take(builder, scanned), cancellation);
        return builder.Build();
    }

    private static void Take(IndexBuilder builder, ScannedEvent scanned)
    {
        if (StatusOf(scanned.Type) is { } status && StoredFinding.TryRead(scanned.Content, out var finding) && IsInStreamOf(finding, scanned.Stream))
            builder.TakeFinding(scanned.Sequence, scanned.RecordedAt, scanned.Id, scanned.Version, status, finding);
        else
            builder.Take(scanned.ToEntry());
    }

    private static FindingStatus? StatusOf(ReadOnlySpan<byte> type)
    {
        foreach (var (name, status) in FindingTypes)
        {
            if (type.SequenceEqual(name))
                return status;
        }

        return null;
    }

    private static bool IsInStreamOf(StoredFinding finding, ReadOnlySpan<byte> stream) =>
        stream.StartsWith(StreamOfUnits) && stream[StreamOfUnits.Length..].SequenceEqual(finding.Unit);

    private static ReadOnlySpan<byte> StreamOfUnits => "unit-"u8;
}
