using Ntm.Domain.Entries;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Host.Recording;
using Ntm.Projections.EntryHistory;

namespace Ntm.Host.Units;

/// <summary>Reads the entries of a unit's history: the index holds what they say, the database the entries themselves.</summary>
public sealed class Histories(Record record, LiveRecord live)
{
    /// <param name="knownAt">A sequence the index holds.</param>
    /// <returns>Null where the unit is not known at that sequence.</returns>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<HistoryAnswer?> AnswerAsync(UnitId unit, long knownAt, HistoryFilter filter, CancellationToken cancellation)
    {
        if (live.Index.Register.Find(unit)?.IsKnownAt(knownAt) != true)
            return null;

        var own = await ReadAsync(live.Index.Register.StreamsOf(unit), knownAt, entry => entry.Entry.Unit == unit, cancellation);
        var named = HistoryReading.Elsewhere(live.Index, unit, knownAt, own, filter);
        var elsewhere = named.Count == 0 ? [] : await ElsewhereAsync(named, knownAt, cancellation);
        return HistoryReading.Answer(live.Index, unit, knownAt, own, elsewhere, filter);
    }

    private async Task<List<RecordedEntry>> ElsewhereAsync(IReadOnlySet<Guid> named, long knownAt, CancellationToken cancellation)
    {
        var streams = (await record.FindAsync([.. named], cancellation)).Values.Select(entry => entry.Stream).Distinct().ToList();
        return await ReadAsync(
            streams, knownAt, entry => named.Contains(entry.Id) || (entry.Entry is EntryRetracted retraction && named.Contains(retraction.Entry)), cancellation);
    }

    private async Task<List<RecordedEntry>> ReadAsync(
        IReadOnlyList<string> streams, long knownAt, Predicate<RecordedEntry> takes, CancellationToken cancellation)
    {
        var entries = new List<RecordedEntry>();
        await foreach (var entry in record.ReadAsync(0, knownAt, streams, cancellation))
        {
            if (takes(entry))
                entries.Add(entry);
        }

        return entries;
    }
}
