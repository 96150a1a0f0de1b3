using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Views;

/// <summary>What the views hold at a sequence.</summary>
public sealed record ViewDigests(long Position, RollingDigest Finding, RollingDigest FindingPeriod, RollingDigest UnitPeriod);

/// <summary>What becomes of the views when the next entries are taken in.</summary>
public sealed record BatchChange(
    long Position, ViewChange<FindingRow> Finding, ViewChange<FindingPeriodRow> FindingPeriod, ViewChange<UnitPeriodRow> UnitPeriod)
{
    public ViewDigests Digests => new(Position, Finding.Digest, FindingPeriod.Digest, UnitPeriod.Digest);
}

/// <summary>One day of a timeline: of its findings the one with the greatest sequence counts.</summary>
public readonly record struct TimelineDay(TimelineKey Timeline, DateOnly Day);

/// <summary>
/// Takes the next entries of the record into the views, from what is known of the days they touch and nothing else: it costs the same
/// however long the history is.
/// </summary>
public static class BatchFold
{
    /// <summary>The days some entry says a finding of.</summary>
    public static IReadOnlyCollection<TimelineDay> Days(IEnumerable<RecordedEntry> batch) =>
        batch.Select(entry => entry.Entry).OfType<FindingEntry>().Select(DayOf).ToHashSet();

    /// <summary>From which day on each timeline can change: the earliest that something is said or taken back of.</summary>
    /// <param name="stored">All findings of the days touched.</param>
    public static IReadOnlyDictionary<TimelineKey, DateOnly> ChangesFrom(IReadOnlyList<RecordedEntry> batch, IEnumerable<FindingRow> stored)
    {
        var earliest = new Dictionary<TimelineKey, DateOnly>();
        foreach (var (timeline, day) in Days(batch).Concat(stored.Select(finding => new TimelineDay(finding.Timeline, finding.EffectiveOn))))
        {
            if (!earliest.TryGetValue(timeline, out var found) || day < found)
                earliest[timeline] = day;
        }

        return earliest;
    }

    /// <summary>The entries some entry takes back; the days of those that are findings are touched as well.</summary>
    public static IReadOnlyCollection<Guid> Retracted(IEnumerable<RecordedEntry> batch) =>
        batch.Select(entry => entry.Entry).OfType<EntryRetracted>().Select(retraction => retraction.Entry).ToHashSet();

    /// <param name="before">Where the views stand.</param>
    /// <param name="batch">The entries that follow, in order, at least one.</param>
    /// <param name="stored">All findings of the days touched, in record order; they may know more than the views do.</param>
    /// <param name="open">Of the timelines touched the rows open at <paramref name="before"/>, as <see cref="FindingRectangles"/> needs them; null where that view is not kept.</param>
    /// <param name="register">At the last entry of the batch or later.</param>
    public static BatchChange Change(
        ViewDigests before, IReadOnlyList<RecordedEntry> batch, IEnumerable<FindingRow> stored,
        IReadOnlyDictionary<TimelineKey, List<FindingPeriodRow>>? open, Register register)
    {
        var after = before.Position;
        var upTo = batch[^1].Sequence;
        if (batch[0].Sequence != after + 1 || upTo != after + batch.Count)
            throw new InvalidOperationException($"entries {batch[0].Sequence} to {upTo} cannot follow entry {after}");

        var findings = new Dictionary<UnitId, UnitFindings>();
        foreach (var known in stored.Where(finding => finding.Sequence <= after))
            Of(findings, known.Timeline.Unit).Add(known.RetractedAt > after ? known with { RetractedAt = null } : known);
        foreach (var entry in batch)
        {
            if (entry.Entry is FindingEntry finding)
                Of(findings, finding.Unit).Add(FindingRow.Of(entry, finding));
            else if (entry.Entry is EntryRetracted retraction && findings.TryGetValue(retraction.Unit, out var found))
                found.Strike(retraction.Entry, entry.Sequence);
        }

        var change = new BatchChange(upTo, new(after, before.Finding), new(after, before.FindingPeriod), new(after, before.UnitPeriod));
        change.Finding.Take(findings.Values.SelectMany(unit => unit.Rows));
        if (open is not null)
            change.FindingPeriod.Take(findings.Values.SelectMany(unit => unit.Timelines).SelectMany(timeline =>
                FindingRectangles.Continue(timeline.Key, open.GetValueOrDefault(timeline.Key) ?? [], timeline.Value, after)));
        change.UnitPeriod.Take(Units(batch, register).SelectMany(unit => UnitPeriods.Of(unit, upTo)));
        return change;
    }

    private static TimelineDay DayOf(FindingEntry finding) =>
        new(new(finding.Unit, finding.Set, finding.Criterion, finding.AssessedBy), finding.EffectiveOn);

    private static UnitFindings Of(Dictionary<UnitId, UnitFindings> findings, UnitId unit)
    {
        if (!findings.TryGetValue(unit, out var found))
            findings.Add(unit, found = new UnitFindings());
        return found;
    }

    // Of a unit that is not touched nothing opens or closes; what a merger that is taken back had ended lives on.
    private static IEnumerable<UnitHistory> Units(IReadOnlyList<RecordedEntry> batch, Register register)
    {
        var touched = new HashSet<UnitId>();
        foreach (var entry in batch)
        {
            if (entry.Entry is UnitEntry or EntryRetracted)
                touched.Add(entry.Entry.Unit);
            if (entry.Entry is UnitsMerged merger)
                touched.UnionWith(merger.From);
            if (entry.Entry is EntryRetracted retraction && register.Find(retraction.Unit) is { } unit)
                touched.UnionWith(unit.Absorptions.Where(fact => fact.Entry == retraction.Entry).SelectMany(fact => fact.Value));
        }

        return touched.Select(register.Find).OfType<UnitHistory>();
    }
}
