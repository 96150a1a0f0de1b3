using System.Collections.Immutable;
using Ntm.Domain.Folding;

namespace Ntm.Domain.Tests.Folding;

/// <summary>Small cases, each a sentence; the properties stand in <see cref="FoldProperties"/>.</summary>
public sealed class FoldTests
{
    private static readonly DateOnly Day = new(2018, 6, 30);

    private static ImmutableArray<Fact<string>> Facts => [Fact(1, Day, "attained"), Fact(2, Day.AddDays(-30), "not attained"), Fact(3, Day, "lost")];

    [Fact]
    public void The_latest_day_wins_and_on_one_day_the_latest_word() => Assert.Equal("lost", Winner(Facts, Day, knownAt: 3));

    [Fact]
    public void A_fact_holds_from_its_own_day_on()
    {
        Assert.Equal("not attained", Winner(Facts, Day.AddDays(-1), knownAt: 3));
        Assert.Equal("not attained", Winner(Facts, Day.AddDays(-30), knownAt: 3));
        Assert.Null(Winner(Facts, Day.AddDays(-31), knownAt: 3));
    }

    [Fact]
    public void What_was_recorded_later_does_not_count()
    {
        Assert.Null(Winner(Facts, Day, knownAt: 0));
        Assert.Equal("attained", Winner(Facts, Day, knownAt: 1));
        Assert.Equal("attained", Winner(Facts, Day, knownAt: 2));
    }

    [Fact]
    public void A_retracted_fact_counts_until_its_retraction_was_recorded()
    {
        var facts = Fold.Strike(Facts, Facts[2].Entry, retractedAt: 4);

        Assert.Equal("lost", Winner(facts, Day, knownAt: 3));
        Assert.Equal("attained", Winner(facts, Day, knownAt: 4));
    }

    [Fact]
    public void What_the_question_does_not_count_is_passed_over() =>
        Assert.Equal("attained", Fold.Winner(Facts, Day, 3, word => word != "lost")?.Value);

    private static string? Winner(ImmutableArray<Fact<string>> facts, DateOnly on, long knownAt) => Fold.Winner(facts, on, knownAt)?.Value;

    private static Fact<string> Fact(int sequence, DateOnly on, string value) => new(Ntm.Testing.Said.Id(sequence), sequence, on, value);
}
