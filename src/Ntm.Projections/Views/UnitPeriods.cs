using System.Collections.Immutable;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;

namespace Ntm.Projections.Views;

/// <summary>Makes of all that was said of a unit the rectangles of effect and record in which one state of it held.</summary>
public static class UnitPeriods
{
    /// <param name="upTo">What the record learnt after this sequence is left out.</param>
    public static IReadOnlyList<UnitPeriodRow> Of(UnitHistory history, long upTo)
    {
        var points = new SortedSet<long>();
        var days = new SortedSet<DateOnly>();
        Mark(history.Establishments, upTo, points, days);
        Mark(history.Names, upTo, points, days);
        Mark(history.Codes, upTo, points, days);
        Mark(history.Parents, upTo, points, days);
        Mark(history.Levels, upTo, points, days);
        Mark(history.Ends, upTo, points, days);

        var rows = new List<UnitPeriodRow>();
        var open = new List<UnitPeriodRow>();
        foreach (var point in points)
        {
            var segments = Segments(history, days, point);
            var kept = open.Where(row => segments.Contains((row.State, row.EffectFrom, row.EffectTo))).ToList();
            rows.AddRange(open.Except(kept).Select(row => row with { RecordTo = point }));
            segments.ExceptWith(kept.Select(row => (row.State, row.EffectFrom, row.EffectTo)));
            open = [.. kept, .. segments.Select(one => new UnitPeriodRow(history.Unit, one.State, one.From, one.To, point, null))];
        }

        return [.. rows, .. open];
    }

    // The state changes only on a day some fact takes effect: the fold is asked on each.
    private static HashSet<(UnitState State, DateOnly From, DateOnly? To)> Segments(UnitHistory history, SortedSet<DateOnly> days, long knownAt)
    {
        var segments = new HashSet<(UnitState, DateOnly, DateOnly?)>();
        var (state, from) = (UnitState.Nothing, DateOnly.MinValue);
        foreach (var day in days)
        {
            var then = StateOn(history, day, knownAt);
            if (then == state)
                continue;
            if (state != UnitState.Nothing)
                segments.Add((state, from, day));
            (state, from) = (then, day);
        }

        if (state != UnitState.Nothing)
            segments.Add((state, from, null));
        return segments;
    }

    private static UnitState StateOn(UnitHistory history, DateOnly on, long knownAt)
    {
        var end = history.EndBy(on, knownAt);
        return new UnitState(
            Fold.Winner(history.Establishments, on, knownAt)?.EffectiveOn, end?.EffectiveOn, end is null ? null : UnitState.Join(end.Value),
            history.NameOn(on, knownAt), history.CodeOn(on, knownAt), history.LevelOn(on, knownAt), history.ParentOn(on, knownAt));
    }

    private static void Mark<T>(ImmutableArray<Fact<T>> facts, long upTo, SortedSet<long> points, SortedSet<DateOnly> days)
    {
        foreach (var fact in facts)
        {
            if (fact.Sequence > upTo)
                continue;
            points.Add(fact.Sequence);
            days.Add(fact.EffectiveOn);
            if (fact.RetractedAt is { } retracted && retracted <= upTo)
                points.Add(retracted);
        }
    }
}
