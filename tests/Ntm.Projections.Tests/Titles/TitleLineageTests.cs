using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

/// <summary>What becomes of titles when communes end, and when one is made of several.</summary>
public sealed class TitleLineageTests
{
    private static readonly DateOnly Merged = Day(2020, 1, 1);

    [Fact]
    public void A_commune_nobody_recognised_has_no_title() => Assert.Equal("none", Ask(VanAn, Day(2019, 1, 1), Country).Standing);

    [Fact]
    public void Before_the_decision_there_is_no_title_and_after_it_there_is()
    {
        Assert.Equal("none", Ask(VanAn, Day(2018, 10, 30), [.. Country, Recognised(VanAn, Day(2018, 10, 31))]).Standing);
        Assert.Equal("held", Ask(VanAn, Day(2018, 10, 31), [.. Country, Recognised(VanAn, Day(2018, 10, 31))]).Standing);
    }

    [Fact]
    public void A_unit_that_ended_keeps_its_title()
    {
        var answer = Ask(VanAn, Day(2021, 1, 1), [.. Country, Recognised(VanAn, Day(2018, 10, 31)), Dissolved(VanAn, Merged)]);

        Assert.Equal((false, "held", Merged), (answer.Exists, answer.Standing, answer.EndedOn!.Value));
    }

    [Fact]
    public void The_title_of_a_merged_commune_is_undetermined_and_the_answer_says_of_what_it_was_made()
    {
        var answer = Ask(VanMong, Day(2021, 1, 1), [.. Country, Recognised(VanAn, Day(2018, 10, 31)), Merging]);

        Assert.Equal("undetermined", answer.Standing);
        Assert.Equal(Merged, answer.Merger!.On);
        var part = Assert.Single(answer.Merger.Parts);
        Assert.Equal(("van-quan.van-an", Merged), (part.Unit, part.EndedOn));
        Assert.Equal(["ntm"], part.Titles);
    }

    [Fact]
    public void So_is_a_title_it_had_itself()
    {
        var answer = Ask(VanMong, Day(2021, 1, 1), [.. Country, Recognised(VanMong, Day(2018, 10, 31)), Merging]);

        Assert.Equal(("undetermined", "undetermined"), (answer.Standing, answer.Titles.Single().Standing));
        Assert.Equal("held", Ask(VanMong, Merged.AddDays(-1), [.. Country, Recognised(VanMong, Day(2018, 10, 31)), Merging]).Standing);
    }

    [Fact]
    public void Until_it_inherits_or_is_recognised_anew()
    {
        var inherited = DossierSteps.Step(StepKind.Inherited, Day(2023, 12, 20), 2023, "van-mong.thua-nhan").Issued() with { Unit = VanMong };
        var answer = Ask(VanMong, Day(2024, 1, 1), [.. Country, Recognised(VanAn, Day(2018, 10, 31)), Merging, Line(inherited)]);

        Assert.Equal("held", answer.Standing);
        Assert.DoesNotContain(answer.Titles.Single().Irregularities, irregularity => irregularity.Code == "dossier.inheritance_parts");
    }

    [Fact]
    public void Where_no_part_was_recognised_there_is_nothing_to_be_undetermined_about() =>
        Assert.Equal("none", Ask(VanMong, Day(2021, 1, 1), [.. Country, Merging]).Standing);

    [Fact]
    public void A_part_without_the_title_stands_beside_an_inheritance()
    {
        var inherited = DossierSteps.Step(StepKind.Inherited, Day(2023, 12, 20), 2023, "van-mong.thua-nhan").Issued() with { Unit = VanMong };
        var answer = Ask(VanMong, Day(2024, 1, 1), [.. Country, Merging, Line(inherited)]);

        Assert.Contains(answer.Titles.Single().Irregularities, irregularity => irregularity is { Code: "dossier.inheritance_parts", Kind: "broken", Citation: "5424/BNN-VPĐP" });
    }

    [Fact]
    public void A_revoked_title_is_told_with_what_took_it_away()
    {
        var revoked = Line(DossierSteps.Step(StepKind.Revoked, Day(2023, 6, 1), dossier: "van-an.ntm-2018").Issued("77/QĐ-UBND")).As(Id(70));
        var answer = Ask(VanAn, Day(2024, 1, 1), [.. Country, Recognised(VanAn, Day(2018, 10, 31)), revoked]);

        var title = Assert.Single(answer.Titles);
        Assert.Equal(("none", "revoked", Id(70)), (answer.Standing, title.Standing, title.EndedBy!.Entry));
        Assert.Null(title.After);
    }

    [Fact]
    public void An_annulled_decision_gives_nothing_from_the_annulment_on()
    {
        var annulled = Line((DecisionAnnulled)DossierSteps.Step(StepKind.Annulled, Day(2019, 3, 1), dossier: "van-an.ntm-2018").Issued() with { Decision = Id(11) });
        SubmittedLine[] lines = [.. Country, Recognised(VanAn, Day(2018, 10, 31)).As(Id(11)), annulled];

        Assert.Equal("held", Ask(VanAn, Day(2019, 2, 28), lines).Standing);
        Assert.Equal(("none", "annulled"), (Ask(VanAn, Day(2019, 3, 1), lines).Standing, Ask(VanAn, Day(2019, 3, 1), lines).Titles.Single().Standing));
    }

    [Fact]
    public void The_year_the_decision_its_announcement_and_the_record_are_four_dates()
    {
        var announced = Line(DossierSteps.Step(StepKind.Announced, Day(2023, 3, 10), 2022, "van-an.ntm-2022").Issued());
        var granted = Line(DossierSteps.Step(StepKind.Granted, Day(2023, 1, 26), 2022, "van-an.ntm-2022").Issued("99/QĐ-UBND"));
        var title = Ask(VanAn, Day(2024, 1, 1), [.. Country, granted, announced]).Titles.Single();

        Assert.Equal((2022, Day(2023, 1, 26), Day(2023, 3, 10), "2024-01-01T00:06:00.000000Z"),
            (title.Year, title.Decision.EffectiveOn, title.AnnouncedOn!.Value, title.Decision.RecordedAt));
    }

    private static SubmittedLine Merging => Said.Merged(VanMong, Merged, VanAn);

    private static TitlesAnswer Ask(UnitId unit, DateOnly on, SubmittedLine[] lines)
    {
        var index = IndexOf(lines);
        return TitlesReading.Answer(index, unit, on, index.Position, Catalog)!;
    }
}
