using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class MatrixReadingTests
{
    private static readonly DateOnly Found2018 = Day(2018, 6, 30);
    private static readonly UnitId YenPhuc = UnitId.Parse("van-quan.yen-phuc");

    [Fact]
    public void Each_commune_is_a_row_with_a_letter_per_criterion_ordered_by_unit()
    {
        var index = IndexOf([
            .. Country, Found<CriterionAttained>(VanMong, Found2018, 1), Found<CriterionNotAttained>(VanMong, Found2018, 2),
            Found<CriterionLost>(VanMong, Found2018, 3),
            Found<CriterionBasicallyMet>(VanMong, Found2018, 4), Found<CriterionNotApplicable>(VanMong, Found2018, 5),
        ]);
        var answer = Ask(index, VanQuan, Found2018);

        Assert.Equal([("van-quan.van-an", 0, 0, "-------------------"), ("van-quan.van-mong", 1, 2, "AXLBN--------------")],
            answer.Communes.Select(row => (row.Unit, row.Attained, row.Fulfilled, row.Status)));
        Assert.All(answer.Communes, row => Assert.Equal((null, null, null), (row.Ended, row.Successors, row.Parts)));
        Assert.Equal((1.00m, Found2018), (answer.Average, answer.Boundary));
    }

    [Fact]
    public void Each_criterion_is_tallied_over_the_communes()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Found2018), Attained(VanMong, Found2018), Lost(VanMong, Found2018.AddDays(1)),
            Found<CriterionBasicallyMet>(VanAn, Found2018, 6),
        ]);
        var tallies = Ask(index, VanQuan, Day(2019, 1, 1)).ByCriterion;

        Assert.Equal(19, tallies.Count);
        Assert.Equal(new CriterionTally(5, A: 1, X: 0, L: 1, B: 0, N: 0, Unassessed: 0), tallies[4]);
        Assert.Equal(new CriterionTally(6, A: 0, X: 0, L: 0, B: 1, N: 0, Unassessed: 1), tallies[5]);
        Assert.Equal(new CriterionTally(19, A: 0, X: 0, L: 0, B: 0, N: 0, Unassessed: 2), tallies[18]);
    }

    [Theory]
    [InlineData(19, "19-19")]
    [InlineData(18, "15-18")]
    [InlineData(15, "15-18")]
    [InlineData(14, "10-14")]
    [InlineData(10, "10-14")]
    [InlineData(9, "5-9")]
    [InlineData(5, "5-9")]
    [InlineData(4, "0-4")]
    [InlineData(0, "0-4")]
    public void A_commune_falls_into_one_band_by_what_it_fulfils(int fulfilled, string band)
    {
        var index = IndexOf([
            Established(VanQuan, level: UnitLevel.District), Established(VanAn, under: VanQuan),
            .. Enumerable.Range(1, fulfilled).Select(criterion =>
                criterion % 2 == 0
                    ? Found<CriterionAttained>(VanAn, Found2018, criterion)
                    : Found<CriterionNotApplicable>(VanAn, Found2018, criterion)),
        ]);
        var bands = Ask(index, VanQuan, Found2018).Bands;

        Assert.Equal(["19-19", "15-18", "10-14", "5-9", "0-4"], bands.Select(Named));
        Assert.Equal([band], bands.Where(one => one.Count == 1).Select(Named));
        Assert.Equal(1, bands.Sum(one => one.Count));
    }

    // 1/8 = 0.125, 3/8 = 0.375, 5/8 = 0.625: rounding to even would give 0.12 and 0.62.
    [Theory]
    [InlineData(8, 1, "0.13")]
    [InlineData(8, 3, "0.38")]
    [InlineData(8, 5, "0.63")]
    [InlineData(3, 1, "0.33")]
    [InlineData(3, 2, "0.67")]
    [InlineData(1, 7, "7")]
    public void The_average_is_rounded_half_away_from_zero(int communes, int findings, string average)
    {
        var index = IndexOf([
            Established(VanQuan, level: UnitLevel.District),
            .. Enumerable.Range(1, communes).Select(number => Established(UnitId.Parse($"xa-{number}"), under: VanQuan)),
            .. Enumerable.Range(1, findings).Select(criterion => Attained(UnitId.Parse("xa-1"), Found2018, criterion)),
        ]);

        Assert.Equal(decimal.Parse(average, System.Globalization.CultureInfo.InvariantCulture), Ask(index, VanQuan, Found2018).Average);
    }

    [Fact]
    public void Without_communes_there_is_no_average_and_nothing_in_the_bands()
    {
        var answer = Ask(IndexOf(Country), CaoLoc, Found2018);

        Assert.Null(answer.Average);
        Assert.Empty(answer.Communes);
        Assert.All(answer.Bands, band => Assert.Equal(0, band.Count));
        Assert.All(answer.ByCriterion, tally => Assert.Equal(0, tally.Unassessed));
    }

    [Fact]
    public void Only_communes_are_rows_and_the_unit_asked_about_never_is()
    {
        var index = IndexOf([
            .. Country, Established(YenPhuc, level: UnitLevel.Township, under: VanQuan),
            Line(new UnitLevelChanged { Unit = YenPhuc, EffectiveOn = Day(2020, 1, 1), Level = UnitLevel.Commune }),
        ]);

        Assert.Equal([VanAn.Value, VanMong.Value], Ask(index, VanQuan, Day(2019, 12, 31)).Communes.Select(row => row.Unit));
        Assert.Equal([VanAn.Value, VanMong.Value, YenPhuc.Value], Ask(index, VanQuan, Day(2020, 1, 1)).Communes.Select(row => row.Unit));
        Assert.Equal([VanAn.Value, VanMong.Value], Ask(index, LangSon, Day(2019, 12, 31)).Communes.Select(row => row.Unit));
        Assert.Empty(Ask(index, VanAn, Day(2019, 12, 31)).Communes);
    }

    [Fact]
    public void It_is_as_known_then()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Found2018)]);

        Assert.Equal('-', Ask(index, VanQuan, Found2018, knownAt: 5).Communes[0].Status[4]);
        Assert.Equal('A', Ask(index, VanQuan, Found2018, knownAt: 6).Communes[0].Status[4]);
        Assert.Equal([VanAn.Value], Ask(index, VanQuan, Found2018, knownAt: 4).Communes.Select(row => row.Unit));
        Assert.Null(MatrixReading.Answer(index, VanQuan, Found2018, 1, Criteria2016, AssessorSet.Official, Found2018));
    }

    [Fact]
    public void Behind_each_letter_stands_the_finding_that_gives_it()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Found2018).As(Id(10))]);
        var (answer, findings) =
            MatrixReading.AnswerWithFindings(index, VanQuan, Found2018, 6, Criteria2016, AssessorSet.Official, Found2018)!.Value;

        Assert.Equal(answer.Communes.Count, findings.Count);
        Assert.Equal(Id(10), index.EntryAt(findings[0][4]!.Value.Sequence));
        Assert.Equal(1, findings.Sum(row => row.Count(finding => finding is not null)));
    }

    // Vân Mộng was merged into Văn An on the first day of 2020.
    private static RecordIndex OneMerger => IndexOf([
        .. Country, Attained(VanMong, Found2018), Attained(VanAn, Found2018, criterion: 6), Renamed(VanMong, Day(2019, 1, 1), "Vân Mộng"),
        Merged(VanAn, Day(2020, 1, 1), VanMong),
    ]);

    [Fact]
    public void On_an_older_map_a_row_that_has_ended_shows_its_last_day_and_is_counted()
    {
        var answer = Ask(OneMerger, VanQuan, Day(2021, 1, 1), boundary: Day(2019, 12, 31));
        var row = answer.Communes[1];

        Assert.Equal(
            ("van-quan.van-mong", "Vân Mộng", "----A--------------", Day(2020, 1, 1)), (row.Unit, row.Name, row.Status, row.Ended!.Value));
        Assert.Equal(["van-quan.van-an"], row.Successors);
        Assert.Null(row.Parts);
        Assert.Equal(1.00m, answer.Average);
        Assert.Equal(2, answer.Bands.Sum(band => band.Count));
        Assert.Equal((1, 1), (answer.ByCriterion[4].A, answer.ByCriterion[4].Unassessed));
    }

    // What was found for days after the end goes to the audit list.
    [Fact]
    public void A_finding_dated_after_the_end_is_not_among_its_last_letters()
    {
        var index = IndexOf([.. Country, Attained(VanMong, Day(2020, 6, 1)), Merged(VanAn, Day(2020, 1, 1), VanMong)]);

        Assert.Equal(new string('-', 19), Ask(index, VanQuan, Day(2021, 1, 1), boundary: Day(2019, 1, 1)).Communes[1].Status);
    }

    [Fact]
    public void On_the_map_of_the_day_itself_it_is_gone() =>
        Assert.Equal(["van-quan.van-an"], Ask(OneMerger, VanQuan, Day(2021, 1, 1)).Communes.Select(row => row.Unit));

    // Yên Phúc was established in 2020 and both communes merged into it.
    private static RecordIndex NewCommune => IndexOf([
        .. Country, Attained(VanMong, Found2018), Attained(VanAn, Found2018, criterion: 6),
        Established(YenPhuc, Day(2020, 1, 1), under: VanQuan),
        Merged(YenPhuc, Day(2020, 1, 1), VanMong, VanAn),
    ]);

    [Fact]
    public void On_a_newer_map_a_row_not_yet_born_shows_what_it_was_made_from_and_is_not_counted()
    {
        var answer = Ask(NewCommune, VanQuan, Day(2019, 1, 1), boundary: Day(2021, 1, 1));
        var row = Assert.Single(answer.Communes);

        Assert.Equal(
            ("van-quan.yen-phuc", "van-quan.yen-phuc", 0, 0, new string('-', 19)),
            (row.Unit, row.Name, row.Attained, row.Fulfilled, row.Status));
        Assert.Equal(
            [new PartOfCommune("van-quan.van-an", "-----A-------------"), new PartOfCommune("van-quan.van-mong", "----A--------------")],
            row.Parts);
        Assert.Null(answer.Average);
        Assert.All(answer.Bands, band => Assert.Equal(0, band.Count));
        Assert.Equal(0, answer.ByCriterion[0].Unassessed);
    }

    [Fact]
    public void Once_born_the_row_is_its_own_and_takes_over_nothing()
    {
        var row = Assert.Single(Ask(NewCommune, VanQuan, Day(2020, 1, 1), boundary: Day(2021, 1, 1)).Communes);

        Assert.Null(row.Parts);
        Assert.Equal(new string('-', 19), row.Status);
    }

    [Fact]
    public void Of_a_district_that_has_ended_the_rows_are_the_heirs_of_its_last_communes()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Found2018), Merged(VanAn, Day(2020, 1, 1), VanMong),
            Reparented(VanAn, Day(2025, 7, 1), under: LangSon),
            Dissolved(VanQuan, Day(2025, 7, 1)),
        ]);

        Assert.Equal(["van-quan.van-an"], Ask(index, VanQuan, Day(2025, 7, 1)).Communes.Select(row => row.Unit));
        Assert.Equal(["van-quan.van-an"], Ask(index, VanQuan, Day(2025, 6, 30)).Communes.Select(row => row.Unit));
        Assert.Equal(
            ["van-quan.van-an", "van-quan.van-mong"],
            Ask(index, VanQuan, Day(2025, 7, 1), boundary: Day(2019, 1, 1)).Communes.Select(row => row.Unit));
    }

    [Fact]
    public void Heirs_may_be_made_from_communes_of_two_districts_and_have_heirs_themselves()
    {
        var caoLocCommune = UnitId.Parse("cao-loc.hoa-cu");
        var first = UnitId.Parse("lang-son.xa-1");
        var last = UnitId.Parse("lang-son.xa-2");
        var index = IndexOf([
            .. Country, Established(caoLocCommune, under: CaoLoc), Established(first, Day(2025, 7, 1), under: LangSon),
            Merged(first, Day(2025, 7, 1), VanAn, VanMong, caoLocCommune),
            Dissolved(VanQuan, Day(2025, 7, 1)), Dissolved(CaoLoc, Day(2025, 7, 1)), Established(last, Day(2026, 1, 1), under: LangSon),
            Merged(last, Day(2026, 1, 1), first),
        ]);

        Assert.Equal([first.Value], Ask(index, VanQuan, Day(2025, 12, 31)).Communes.Select(row => row.Unit));
        Assert.Equal([last.Value], Ask(index, VanQuan, Day(2026, 1, 1)).Communes.Select(row => row.Unit));
        Assert.Equal([last.Value], Ask(index, CaoLoc, Day(2026, 1, 1)).Communes.Select(row => row.Unit));
        Assert.Equal(
            ["cao-loc.hoa-cu", "van-quan.van-an", "van-quan.van-mong"],
            Ask(index, VanQuan, Day(2024, 1, 1), boundary: Day(2026, 1, 1)).Communes.Single().Parts!.Select(part => part.Unit));
    }

    [Fact]
    public void An_heir_that_is_no_commune_is_no_row()
    {
        var ward = UnitId.Parse("lang-son.phuong");
        var index = IndexOf([
            .. Country, Established(ward, Day(2025, 7, 1), UnitLevel.Ward, under: LangSon), Merged(ward, Day(2025, 7, 1), VanAn, VanMong),
            Dissolved(VanQuan, Day(2025, 7, 1)),
        ]);

        Assert.Empty(Ask(index, VanQuan, Day(2025, 7, 1)).Communes);
    }

    [Fact]
    public void On_a_day_before_the_district_there_are_no_rows() =>
        Assert.Empty(Ask(IndexOf(Country), VanQuan, First.AddDays(-1)).Communes);

    [Fact]
    public void The_calendar_begins_somewhere_and_a_unit_may_end_on_that_day()
    {
        var index = IndexOf(
            Established(VanQuan, DateOnly.MinValue, UnitLevel.District), Dissolved(VanQuan, DateOnly.MinValue),
            Established(VanMong, DateOnly.MinValue),
            Established(LangSon, DateOnly.MinValue, UnitLevel.Province), Established(VanAn, Day(2018, 1, 1), under: LangSon),
            Dissolved(VanMong, DateOnly.MinValue, VanAn));

        Assert.Empty(Ask(index, VanQuan, Day(2018, 1, 1)).Communes);
        Assert.Equal(
            [new PartOfCommune("van-quan.van-mong", new string('-', 19))],
            Ask(index, LangSon, Day(2017, 1, 1), boundary: Day(2018, 1, 1)).Communes.Single().Parts);
    }

    private static MatrixAnswer Ask(RecordIndex index, UnitId unit, DateOnly on, long? knownAt = null, DateOnly? boundary = null) =>
        MatrixReading.Answer(index, unit, on, knownAt ?? index.Position, Criteria2016, AssessorSet.Official, boundary ?? on)!;

    private static string Named(AttainmentBand band) => $"{band.From}-{band.To}";
}
