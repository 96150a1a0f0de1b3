using Ntm.Domain.Findings;
using Ntm.Projections.Index;
using Ntm.Projections.StatusDifference;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class DifferenceReadingTests
{
    private static readonly DateOnly Spring = Day(2018, 3, 1);
    private static readonly DateOnly Autumn = Day(2018, 9, 1);
    private static readonly DateOnly Winter = Day(2018, 12, 31);

    // Entries 6 to 10: attained in spring, lost in autumn; the loss is taken back, then found again, dated a day later.
    private static readonly RecordIndex TakenBack = IndexOf([
        .. Country, Attained(VanAn, Spring).As(Id(10)), Lost(VanAn, Autumn).As(Id(11)), Retracted(VanAn, Id(11)).As(Id(12)),
        Lost(VanAn, Autumn.AddDays(1)).As(Id(13)), Attained(VanAn, Spring, criterion: 6).As(Id(14)),
    ]);

    [Fact]
    public void Between_two_days_it_is_the_finding_that_came_to_hold()
    {
        var criterion = Assert.Single(Ask(TakenBack, new(Spring, 7), new(Winter, 7)).Criteria);

        Assert.Equal((5, "attained", (DateOnly?)Spring, (Guid?)Id(10)), (criterion.Criterion, criterion.Status, criterion.Since, criterion.Entry));
        Assert.Equal(new StatusAgainst("lost", Autumn, Id(11)), criterion.Against);
        Assert.Equal([(Id(10), true, true), (Id(11), false, true)], criterion.Entries.Select(Counted));
    }

    [Fact]
    public void Between_two_knowledges_a_retraction_is_named_with_what_it_took_away()
    {
        var criterion = Assert.Single(Ask(TakenBack, new(Winter, 7), new(Winter, 8)).Criteria);

        Assert.Equal(("lost", "attained"), (criterion.Status, criterion.Against.Status));
        Assert.Equal([(Id(10), true, true), (Id(11), true, false), (Id(12), false, true)], criterion.Entries.Select(Counted));
        var retraction = criterion.Entries[2];
        Assert.Equal(
            ("entry_retracted", 8L, "2024-01-01T00:08:00.000000Z", (DateOnly?)null, (string?)null, (Guid?)Id(11)),
            (retraction.Type, retraction.Sequence, retraction.RecordedAt, retraction.EffectiveOn, retraction.AssessedBy, retraction.Retracts));
        Assert.Equal(("criterion_lost", (DateOnly?)Autumn, "audit"),
            (criterion.Entries[1].Type, criterion.Entries[1].EffectiveOn, criterion.Entries[1].AssessedBy));
    }

    [Fact]
    public void What_would_have_decided_but_for_its_retraction_is_named_though_it_never_decided()
    {
        // At 8 the autumn decides; at 10 both it and the finding below it are gone.
        var index = IndexOf([
            .. Country, Attained(VanAn, Spring).As(Id(10)), NotAttained(VanAn, Autumn.AddDays(-1)).As(Id(11)), Lost(VanAn, Autumn).As(Id(12)),
            Retracted(VanAn, Id(12)).As(Id(13)), Retracted(VanAn, Id(11)).As(Id(14)),
        ]);

        Assert.Equal(
            [Id(10), Id(11), Id(12), Id(13), Id(14)],
            Assert.Single(Ask(index, new(Winter, 8), new(Winter, 10)).Criteria).Entries.Select(entry => entry.Entry));
    }

    [Fact]
    public void What_was_said_and_taken_back_between_two_knowledges_explains_nothing()
    {
        var criterion = Assert.Single(Ask(TakenBack, new(Autumn, 5), new(Autumn, 9)).Criteria);

        Assert.Equal([Id(10)], criterion.Entries.Select(entry => entry.Entry));
    }

    [Fact]
    public void A_status_equal_through_another_finding_is_no_difference()
    {
        Assert.Empty(Ask(TakenBack, new(Winter, 7), new(Winter, 9)).Criteria);
        Assert.Empty(Ask(TakenBack, new(Winter, 9), new(Winter, 9)).Criteria);
    }

    [Fact]
    public void Both_points_are_told_with_what_stood_at_them()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Spring), Merged(VanMong, Day(2020, 1, 1), VanAn)]);
        var answer = Ask(index, new(First, 6), new(Day(2020, 1, 1), 7));

        Assert.Equal((true, First, 6L, 0, 0), (answer.Exists, answer.On, answer.KnownAt.Sequence, answer.Attained, answer.Fulfilled));
        Assert.Equal((false, Day(2020, 1, 1), 7L, 1, 1),
            (answer.Against.Exists, answer.Against.On, answer.Against.KnownAt.Sequence, answer.Against.Attained, answer.Against.Fulfilled));
        Assert.Equal(["van-quan.van-mong"], answer.Against.Successors!);
    }

    [Theory]
    [InlineData(6, 4)]
    [InlineData(4, 6)]
    public void A_unit_not_known_at_one_of_the_points_has_no_answer(long here, long there) => Assert.Null(
        DifferenceReading.Answer(TakenBack, VanMong, new(Winter, here), new(Winter, there), Criteria2016, AssessorSet.Official));

    private static (Guid, bool, bool) Counted(DifferenceEntry entry) => (entry.Entry, entry.Counts, entry.CountsAgainst);

    private static DifferenceAnswer Ask(RecordIndex index, PointInTime here, PointInTime there) =>
        DifferenceReading.Answer(index, VanAn, here, there, Criteria2016, AssessorSet.Official)!;
}
