using System.Text;
using Ntm.Domain.Findings;
using Ntm.EventStore;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>Gives the whole record to whoever folds it, as fast as the database gives it: findings without making entries of them.</summary>
internal static class RecordScanning
{
    private static readonly (byte[] Type, FindingStatus Status)[] FindingTypes =
    [
        .. FindingStatuses.Names.Values.Where(status => status != FindingStatus.Unassessed)
            .Select(status => (Encoding.UTF8.GetBytes(status.EntryType()), status)),
    ];

    private static ReadOnlySpan<byte> StreamOfUnits => "unit-"u8;

    /// <param name="takenIn">Told the number of each entry once it is taken in.</param>
    /// <exception cref="InvalidDataException">The record holds something this program does not know: it never skips it.</exception>
    internal static Task ReadAsync(Record record, long upTo, ITakesRecord taker, CancellationToken cancellation, Action<long>? takenIn = null) =>
        record.ScanAsync(0, upTo, scanned =>
        {
            if (StatusOf(scanned.Type) is { } status && StoredFinding.TryRead(scanned.Content, out var finding) && IsInStreamOf(finding, scanned.Stream))
                taker.TakeFinding(scanned.Sequence, scanned.RecordedAt, scanned.Id, scanned.Version, status, finding);
            else
                taker.Take(scanned.ToEntry());
            takenIn?.Invoke(scanned.Sequence);
        }, cancellation);

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
}
