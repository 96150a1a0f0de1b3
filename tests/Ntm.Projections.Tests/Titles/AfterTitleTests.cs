using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Projections.Titles;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

public sealed class AfterTitleTests
{
    [Fact]
    public void Criteria_lost_since_are_told_in_the_set_of_the_title()
    {
        var after = Ask(Day(2019, 6, 1), Lost(VanAn, Day(2019, 3, 1), 17).As(Id(60)), Lost(VanAn, Day(2018, 10, 1), 5));

        Assert.Equal([(17, "lost", Day(2019, 3, 1), Id(60))], after.Lost!.Select(lost => (lost.Criterion, lost.Status, lost.Since, lost.Entry)));
    }

    [Fact]
    public void Nothing_is_near_revocation_before_the_decision_that_revokes() => Assert.Null(Ask(Day(2022, 8, 1)).Revocation);

    [Fact]
    public void Without_findings_the_line_is_anywhere()
    {
        var line = Ask(Day(2022, 8, 2)).Revocation!;

        Assert.Equal(("undetermined", "ntm-2021-2025", 19, 0, 6), (line.Verdict, line.Set, line.Uncertain.Count, line.DistanceFrom, line.DistanceTo));
    }

    [Theory]
    [InlineData(5, false, "not_reached", 1)]
    [InlineData(5, true, "not_reached", 1)]
    [InlineData(6, false, "not_reached", 1)]
    [InlineData(6, true, "reached", 0)]
    [InlineData(9, false, "not_reached", 1)]
    [InlineData(10, false, "reached", 0)]
    [InlineData(1, false, "not_reached", 5)]
    public void Six_lost_with_a_core_criterion_or_ten_reach_it(int lost, bool core, string verdict, int distance)
    {
        int[] others = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11];
        var missing = core ? others.Take(lost - 1).Append(17).ToHashSet() : [.. others.Take(lost)];
        var line = Ask(Day(2023, 6, 1), [.. Enumerable.Range(1, 19).Select(criterion => Of(criterion, missing.Contains(criterion)))]).Revocation!;

        Assert.Equal((verdict, distance, distance), (line.Verdict, line.DistanceFrom, line.DistanceTo));
        Assert.Equal([.. missing.Order()], line.NotMet);
    }

    [Fact]
    public void Debt_found_later_of_before_is_told_from_debt_made_since()
    {
        var after = Ask(Day(2020, 1, 1),
            Line(new DebtDeclared { Unit = VanAn, EffectiveOn = Day(2018, 6, 1), Amount = 7 }), Line(new DebtDeclared { Unit = VanAn, EffectiveOn = Day(2019, 6, 1), Amount = 9 }),
            Line(new DebtDeclared { Unit = VanAn, EffectiveOn = Day(2021, 6, 1), Amount = 11 }));

        Assert.Equal([(7L, true), (9L, false)], after.Debts.Select(debt => (debt.Amount, debt.IsOfBefore)));
    }

    private static SubmittedLine Of(int criterion, bool isLost) => Line(((FindingEntry)(isLost ? Lost(VanAn, Day(2023, 1, 1)) : Attained(VanAn, Day(2023, 1, 1))).Entry) with
    {
        Set = Set2021, Criterion = criterion,
    });

    private static AfterTitle Ask(DateOnly on, params SubmittedLine[] since)
    {
        var index = IndexOf([.. Country, Recognised(VanAn, Day(2018, 10, 31)), .. since]);
        return TitlesReading.Answer(index, VanAn, on, index.Position, Catalog)!.Titles.Single().After!;
    }
}
