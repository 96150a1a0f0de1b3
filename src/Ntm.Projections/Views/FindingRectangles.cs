using System.Collections.Immutable;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;

namespace Ntm.Projections.Views;

/// <summary>
/// Makes of the findings of one assessor on one criterion the rectangles of effect and record in which each decides. At every day and
/// sequence at most one of them covers the point, and it is the winner of <see cref="Fold"/>.
/// </summary>
public static class FindingRectangles
{
    /// <param name="findings">In order of their sequences.</param>
    /// <returns>In no particular order.</returns>
    public static IReadOnlyList<FindingPeriodRow> Of(TimelineKey timeline, IReadOnlyList<FindingRow> findings) => Continue(timeline, [], findings, 0);

    /// <summary>The same from where the view stands on.</summary>
    /// <param name="open">
    /// The rows open there, by day: at least those from the earliest day on that something is said or taken back of, and the one before.
    /// </param>
    /// <param name="findings">Of these days all findings, those that come among them, in order of their sequences.</param>
    /// <param name="after">The sequence the view stands at.</param>
    /// <returns>The open rows given and what became of them, and those that come.</returns>
    public static IReadOnlyList<FindingPeriodRow> Continue(
        TimelineKey timeline, IReadOnlyList<FindingPeriodRow> open, IReadOnlyList<FindingRow> findings, long after)
    {
        ImmutableArray<Fact<FindingStatus>> facts = [.. findings.Select(finding => finding.ToFact())];
        var sweep = new Sweep(timeline, open, facts);
        var retracted = facts.Where(fact => fact.RetractedAt > after).OrderBy(fact => fact.RetractedAt).ToArray();
        var next = 0;
        // What happens in record order: a finding is said, or one is taken back.
        foreach (var fact in facts.Where(fact => fact.Sequence > after))
        {
            while (next < retracted.Length && retracted[next].RetractedAt < fact.Sequence)
                sweep.TakeBack(retracted[next++]);
            sweep.Say(fact);
        }

        while (next < retracted.Length)
            sweep.TakeBack(retracted[next++]);
        return sweep.Finish();
    }

    /// <summary>Who decides on which days, as the record goes on; the rows of what no longer does are closed.</summary>
    private sealed class Sweep(TimelineKey timeline, IReadOnlyList<FindingPeriodRow> open, ImmutableArray<Fact<FindingStatus>> facts)
    {
        private readonly List<FindingPeriodRow> _closed = new(facts.Length);

        // By day, and on each day the one that decides.
        private readonly List<FindingPeriodRow> _open = [.. open];

        public void Say(Fact<FindingStatus> fact)
        {
            var place = PlaceOf(fact.EffectiveOn);
            if (place < _open.Count && _open[place].Winner.EffectiveOn == fact.EffectiveOn)
            {
                if (Fold.Outranks(fact, _open[place].Winner))
                    Change(place, fact, _open[place].Next, fact.Sequence);
            }
            else
            {
                _open.Insert(place, new FindingPeriodRow(timeline, fact, place < _open.Count ? _open[place].Winner : null, fact.Sequence, null));
            }

            EndBefore(place, _open[place].Winner, fact.Sequence);
        }

        public void TakeBack(Fact<FindingStatus> fact)
        {
            var at = fact.RetractedAt!.Value;
            var place = PlaceOf(fact.EffectiveOn);
            // Hidden by another; or, where somebody has altered the rows this is made from, not there at all.
            if (place >= _open.Count || _open[place].Winner.Sequence != fact.Sequence)
                return;

            // What it hid on its own day comes back.
            if (Fold.Winner(facts, fact.EffectiveOn, at) is { } before && before.EffectiveOn == fact.EffectiveOn)
            {
                Change(place, before, _open[place].Next, at);
                EndBefore(place, before, at);
                return;
            }

            var following = _open[place].Next;
            Close(place, at);
            _open.RemoveAt(place);
            EndBefore(place, following, at);
        }

        public List<FindingPeriodRow> Finish()
        {
            _closed.AddRange(_open);
            return _closed;
        }

        private void EndBefore(int place, Fact<FindingStatus>? next, long at)
        {
            if (place > 0 && _open[place - 1].Next?.Sequence != next?.Sequence)
                Change(place - 1, _open[place - 1].Winner, next, at);
        }

        private void Change(int place, Fact<FindingStatus> winner, Fact<FindingStatus>? next, long at)
        {
            Close(place, at);
            _open[place] = new FindingPeriodRow(timeline, winner, next, at, null);
        }

        private void Close(int place, long at) => _closed.Add(_open[place] with { RecordTo = at });

        // Mostly the newest day: sought from the end.
        private int PlaceOf(DateOnly day)
        {
            var place = _open.Count;
            while (place > 0 && _open[place - 1].Winner.EffectiveOn >= day)
                place--;
            return place;
        }
    }
}
