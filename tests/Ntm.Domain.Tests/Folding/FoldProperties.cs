using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Folding;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Folding;

/// <summary>What holds of every fold. A failure prints the seed that repeats it.</summary>
public sealed class FoldProperties
{
    private const int Days = 60;

    /// <summary>What happens to one timeline: a word is said for a day, or the word said so many entries ago is taken back.</summary>
    private sealed record Step(int Day, int Word, int? TakesBack)
    {
        public override string ToString() => TakesBack is { } ago ? $"take back {ago}" : $"day {Day}: {Word}";
    }

    private static readonly Gen<Step> Steps =
        from day in Gen.Choose(0, Days - 1)
        from word in Gen.Choose(0, 5)
        from back in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 9).Select(ago => (int?)ago)))
        select new Step(day, word, back);

    private static Arbitrary<Step[]> Histories => Steps.ArrayOf().ToArbitrary();

    [Fact]
    public void The_order_of_recording_does_not_matter_for_facts_of_distinct_days() => Holds(Prop.ForAll(
        Gen.Choose(1, 20).SelectMany(count => Gen.Shuffle(Enumerable.Range(0, count).ToArray())).ToArbitrary(),
        Gen.Choose(0, Days - 1).ToArbitrary(),
        (days, on) => Winner([.. days.Select((day, index) => Fact(index + 1, day, day))], on, days.Length)?.Value
            == days.Where(day => day <= on).Select(day => (int?)day).Max()));

    [Fact]
    public void Retracting_what_was_just_added_restores_every_answer() => Holds(Prop.ForAll(Histories, Steps.ToArbitrary(), (history, added) =>
    {
        var before = Told(history);
        var sequence = history.Length + 1;
        var struck = Fold.Strike(before.Add(Fact(sequence, added.Day, added.Word)), Id(sequence), sequence + 1);
        return EveryDay.All(on => Winner(struck, on, sequence + 1) == Winner(before, on, sequence + 1));
    }));

    [Fact]
    public void The_answer_only_changes_on_a_day_from_which_a_fact_holds() => Holds(Prop.ForAll(Histories, history =>
    {
        var facts = Told(history);
        var days = facts.Select(fact => fact.EffectiveOn).ToHashSet();
        return EveryDay.Skip(1).Where(on => !days.Contains(DayAt(on))).All(on => Winner(facts, on, history.Length) == Winner(facts, on - 1, history.Length));
    }));

    [Fact]
    public void What_comes_in_later_never_changes_an_answer_given_before() => Holds(Prop.ForAll(Histories, Gen.Choose(0, 20).ToArbitrary(), (history, known) =>
    {
        var knownAt = Math.Min(known, history.Length);
        var (then, now) = (Told(history[..knownAt]), Told(history));
        return EveryDay.All(on => Winner(now, on, knownAt)?.Entry == Winner(then, on, knownAt)?.Entry);
    }));

    [Fact]
    public void The_winner_stands_holds_and_is_surpassed_by_none() => Holds(Prop.ForAll(Histories, Gen.Choose(0, 20).ToArbitrary(), (history, knownAt) =>
    {
        var facts = Told(history);
        return EveryDay.All(on => Winner(facts, on, knownAt) == facts
            .Where(fact => fact.Sequence <= knownAt && !(fact.RetractedAt <= knownAt) && fact.EffectiveOn <= DayAt(on))
            .OrderBy(fact => fact.EffectiveOn).ThenBy(fact => fact.Sequence).LastOrDefault());
    }));

    [Fact]
    public void Striking_an_entry_twice_keeps_its_first_retraction() => Holds(Prop.ForAll(Histories, history =>
    {
        var facts = Told(history);
        var again = facts.Aggregate(facts, (struck, fact) => fact.RetractedAt is null ? struck : Fold.Strike(struck, fact.Entry, history.Length + 5));
        return again.SequenceEqual(facts);
    }));

    private static IEnumerable<int> EveryDay => Enumerable.Range(0, Days);

    private static ImmutableArray<Fact<int>> Told(Step[] history)
    {
        ImmutableArray<Fact<int>> facts = [];
        for (var index = 0; index < history.Length; index++)
        {
            var (step, sequence) = (history[index], index + 1);
            facts = step.TakesBack is { } ago ? Fold.Strike(facts, Id(Math.Max(0, sequence - ago)), sequence) : facts.Add(Fact(sequence, step.Day, step.Word));
        }

        return facts;
    }

    private static Fact<int>? Winner(ImmutableArray<Fact<int>> facts, int on, long knownAt) => Fold.Winner(facts, DayAt(on), knownAt);

    private static Fact<int> Fact(int sequence, int day, int word) => new(Id(sequence), sequence, DayAt(day), word);

    private static DateOnly DayAt(int day) => new DateOnly(2018, 1, 1).AddDays(day);

    private static void Holds(Property property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), property);
}
