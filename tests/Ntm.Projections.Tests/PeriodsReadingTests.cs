using Ntm.Domain.Findings;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Index;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class PeriodsReadingTests
{
    private static readonly DateOnly Spring = Day(2018, 3, 1);
    private static readonly DateOnly Summer = Day(2018, 6, 30);
    private static readonly DateOnly Autumn = Day(2018, 9, 1);

    [Fact]
    public void A_period_ends_where_the_next_finding_decides_and_the_last_one_is_open()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Spring).As(Id(10)), Lost(VanAn, Autumn).As(Id(11))]);

        Assert.Equal(
            [
                new FindingPeriod("ntm-2016-2020", 5, Spring, Autumn, "attained", "province", Id(10), Id(11)),
                new FindingPeriod("ntm-2016-2020", 5, Autumn, null, "lost", "audit", Id(11), null),
            ],
            Ask(index, 7).Periods);
    }

    [Fact]
    public void A_finding_told_later_of_an_earlier_day_parts_the_period_it_falls_into()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Spring).As(Id(10)), Attained(VanAn, Autumn).As(Id(11)), Lost(VanAn, Summer).As(Id(12))]);

        Assert.Equal([(Id(10), Autumn), (Id(11), null)], Ask(index, 7).Periods.Select(Span));
        Assert.Equal([(Id(10), Summer), (Id(12), Autumn), (Id(11), (DateOnly?)null)], Ask(index, 8).Periods.Select(Span));
    }

    [Fact]
    public void Of_two_findings_of_one_day_only_the_later_word_has_a_period()
    {
        var index = IndexOf([.. Country, NotAttained(VanAn, Spring).As(Id(10)), Attained(VanAn, Spring).As(Id(11))]);

        Assert.Equal([Id(11)], Ask(index, 7).Periods.Select(period => period.OpenedBy));
    }

    [Fact]
    public void A_retracted_finding_has_no_period_from_the_retraction_on()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Spring).As(Id(10)), Lost(VanAn, Autumn).As(Id(11)), Retracted(VanAn, Id(11)).As(Id(12)),
        ]);

        Assert.Equal([Id(10), Id(11)], Ask(index, 7).Periods.Select(period => period.OpenedBy));
        Assert.Equal([(Id(10), (DateOnly?)null)], Ask(index, 8).Periods.Select(Span));
    }

    [Fact]
    public void An_assessor_not_asked_for_neither_opens_nor_closes_a_period()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Spring).As(Id(10)), Found<CriterionLost>(VanAn, Summer, 5, Assessor.Commune).As(Id(11)),
        ]);

        Assert.Equal([(Id(10), (DateOnly?)null)], Ask(index, 7).Periods.Select(Span));
        Assert.Equal([(Id(10), Summer), (Id(11), (DateOnly?)null)], Ask(index, 7, AssessorSet.All).Periods.Select(Span));
    }

    [Fact]
    public void Each_set_has_periods_of_its_own_and_one_can_be_asked_for()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Day(2023, 1, 1), set: Set2021), Attained(VanAn, Spring)]);

        Assert.Equal(["ntm-2016-2020", "ntm-2021-2025"], Ask(index, 7).Periods.Select(period => period.Set));
        Assert.Null(Ask(index, 7).Set);
        var one = PeriodsReading.Answer(index, VanAn, 7, Catalog.Sets, Criteria2016, AssessorSet.Official)!;
        Assert.Equal(("ntm-2016-2020", "1"), (one.Set, one.SetVersion));
        Assert.Equal(["ntm-2016-2020"], one.Periods.Select(period => period.Set));
    }

    [Fact]
    public void The_end_of_the_unit_is_told_and_cuts_nothing()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Spring), Merged(VanMong, Day(2020, 1, 1), VanAn)]);
        var answer = Ask(index, 7);

        Assert.Equal((First, Day(2020, 1, 1)), (answer.EstablishedOn, answer.EndedOn));
        Assert.Equal(["van-quan.van-mong"], answer.Successors);
        Assert.Null(Assert.Single(answer.Periods).To);
        Assert.Null(Ask(index, 6).EndedOn);
    }

    [Fact]
    public void A_unit_not_known_then_has_no_answer() =>
        Assert.Null(PeriodsReading.Answer(IndexOf(Country), VanMong, 4, Catalog.Sets, null, AssessorSet.Official));

    private static (Guid, DateOnly?) Span(FindingPeriod period) => (period.OpenedBy, period.To);

    private static PeriodsAnswer Ask(RecordIndex index, long knownAt, AssessorSet? assessors = null) =>
        PeriodsReading.Answer(index, VanAn, knownAt, Catalog.Sets, null, assessors ?? AssessorSet.Official)!;
}
