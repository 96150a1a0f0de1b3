using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Domain.Units;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

public sealed class TitleWatchTests
{
    [Fact]
    public void A_title_nothing_speaks_against_is_counted_and_not_watched()
    {
        var watch = Ask(LangSon, Day(2019, 6, 1), Recognised(VanAn, Day(2018, 10, 31)));

        Assert.Equal((1, 0), (watch.Titles, watch.Units.Count));
    }

    [Fact]
    public void A_unit_is_watched_for_every_reason_there_is()
    {
        var watch = Ask(VanQuan, Day(2023, 6, 1),
            Recognised(VanAn, Day(2018, 10, 31)).As(Id(50)), Lost(VanAn, Day(2018, 10, 1), 17).As(Id(60)), Lost(VanAn, Day(2019, 10, 1), 5),
            Line(new DebtDeclared { Unit = VanAn, EffectiveOn = Day(2019, 1, 1), Amount = 3 }), Line((FindingEntry)Lost(VanAn, Day(2023, 1, 1), 1).Entry with { Set = Set2021 }));

        var unit = Assert.Single(watch.Units);
        Assert.Equal(["stale_decision", "criteria_lost", "revocation_line", "debt"], unit.Reasons);
        Assert.Equal(("van-quan.van-an", "held", "ntm"), (unit.Unit, unit.Standing, unit.Title));
        Assert.Equal([Id(60)], unit.Stale.Single().Entries);
    }

    [Fact]
    public void What_a_merger_left_undetermined_is_watched_and_what_ended_stays_where_it_lay()
    {
        var watch = Ask(VanQuan, Day(2021, 1, 1),
            Recognised(VanAn, Day(2018, 10, 31)), Merged(VanMong, Day(2020, 1, 1), VanAn), Lost(VanAn, Day(2018, 10, 1), 17));

        Assert.Equal([("van-quan.van-an", "held"), ("van-quan.van-mong", "undetermined")], watch.Units.Select(unit => (unit.Unit, unit.Standing)));
        Assert.Equal(["undetermined"], watch.Units[1].Reasons);
    }

    [Fact]
    public void Nothing_of_another_district_is_watched() =>
        Assert.Empty(Ask(CaoLoc, Day(2023, 6, 1), Recognised(VanAn, Day(2018, 10, 31)), Lost(VanAn, Day(2018, 10, 1), 17)).Units);

    private static TitleWatch Ask(UnitId above, DateOnly on, params SubmittedLine[] lines)
    {
        var index = IndexOf([.. Country, .. lines]);
        return TitleWatchReading.Answer(index, above, on, index.Position, Catalog)!;
    }
}
