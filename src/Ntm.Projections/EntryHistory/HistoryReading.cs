using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.EntryHistory;

/// <summary>Which entries of a unit a question asks for: those that speak of a set, of a criterion, of both, or all of them.</summary>
public sealed record HistoryFilter(SetId? Set, int? Criterion)
{
    public bool IsNone => Set is null && Criterion is null;

    internal bool Takes(Entry entry, Func<Guid, Entry?> named) => IsNone || CriterionMentions.Of(entry, named).Any(
        mention => (Set is null || mention.Set is null || mention.Set == Set) && (Criterion is null || mention.Criterion == Criterion));
}

/// <summary>Answers what was recorded of one unit.</summary>
public static class HistoryReading
{
    /// <summary>The entries of other streams that bear on the unit: the mergers that name it, and what replaced one of its entries.</summary>
    /// <param name="own">Every entry about the unit up to that sequence, in record order.</param>
    public static IReadOnlySet<Guid> Elsewhere(RecordIndex index, UnitId unit, long knownAt, IReadOnlyList<RecordedEntry> own, HistoryFilter filter)
    {
        var elsewhere = Taken(own, filter).Select(recorded => (recorded.Entry as EntryRetracted)?.ReplacedBy).OfType<Guid>().ToHashSet();
        if (filter.IsNone && index.Register.Find(unit) is { } history)
            elsewhere.UnionWith(history.Ends.Where(end => end.Sequence <= knownAt).Select(end => end.Entry));
        elsewhere.ExceptWith(own.Select(recorded => recorded.Id));
        return elsewhere;
    }

    /// <param name="own">Every entry about the unit up to that sequence, in record order.</param>
    /// <param name="elsewhere">Those of <see cref="Elsewhere"/> and their retractions up to that sequence, in record order.</param>
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static HistoryAnswer? Answer(
        RecordIndex index, UnitId unit, long knownAt, IReadOnlyList<RecordedEntry> own, IReadOnlyList<RecordedEntry> elsewhere, HistoryFilter filter)
    {
        if (index.Register.Find(unit) is not { } history || history.EstablishmentAt(knownAt) is not { } established)
            return null;

        var retractions = own.Concat(elsewhere).Where(recorded => recorded.Entry is EntryRetracted)
            .DistinctBy(recorded => ((EntryRetracted)recorded.Entry).Entry)
            .ToDictionary(recorded => ((EntryRetracted)recorded.Entry).Entry, recorded => recorded.Id);
        HistoryEntry Known(RecordedEntry recorded) =>
            HistoryEntry.Of(recorded, retractions.TryGetValue(recorded.Id, out var retraction) ? retraction : null);

        var end = history.EndAt(knownAt);
        return new HistoryAnswer(
            unit.Value, history.NameOn(DateOnly.MaxValue, knownAt), established.EffectiveOn, end?.EffectiveOn,
            end is null ? null : [.. end.Value.Select(successor => successor.Value)], end?.Entry, KnownAt.Of(index, knownAt),
            filter.Set?.Value, filter.Criterion, [.. Taken(own, filter).Select(Known)], [.. elsewhere.Select(Known)]);
    }

    private static IEnumerable<RecordedEntry> Taken(IReadOnlyList<RecordedEntry> own, HistoryFilter filter)
    {
        var byId = own.ToDictionary(recorded => recorded.Id, recorded => recorded.Entry);
        return own.Where(recorded => filter.Takes(recorded.Entry, byId.GetValueOrDefault));
    }
}
