using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

public sealed class DossierReadingTests
{
    private static readonly DateOnly First = Day(2018, 8, 30);

    /// <summary>Proposed, sent back for criterion 17, and proposed again once it was attained.</summary>
    private static SubmittedLine[] SentBack =>
    [
        .. Country,
        NotAttained(VanAn, Day(2018, 8, 1), 17), Attained(VanAn, Day(2018, 8, 1), 5),
        Line(DossierSteps.Step(StepKind.CommuneProposed, First).Issued()).As(Id(30)),
        Line(DossierSteps.Step(StepKind.DistrictReturned, First.AddDays(5)).Issued()).As(Id(31)),
        Attained(VanAn, First.AddDays(10), 17),
        Line(DossierSteps.Step(StepKind.CommuneProposed, First.AddDays(15)).Issued()).As(Id(32)),
    ];

    [Fact]
    public void Nobody_knows_a_dossier_before_its_first_step() => Assert.Null(DossierReading.Answer(IndexOf(SentBack), DossierSteps.Dossier, First, 7, Catalog));

    [Fact]
    public void A_return_has_its_reasons_and_what_is_proposed_again_is_held_against_what_was()
    {
        var answer = Ask(First.AddDays(15), SentBack);

        Assert.Equal(("proposed_by_commune", 1), (answer.Stage, answer.Returns));
        Assert.Equal(["Thiếu biên bản"], answer.Steps[1].Reasons);
        Assert.Null(answer.Steps[0].SinceReturn);
        Assert.Equal([new CriterionMoved(17, "not_attained", "attained")], answer.Steps[2].SinceReturn);
    }

    [Fact]
    public void On_an_earlier_day_it_stands_where_it_stood()
    {
        var answer = Ask(First.AddDays(5), SentBack);

        Assert.Equal(("returned_by_district", 2), (answer.Stage, answer.Steps.Count));
    }

    [Fact]
    public void The_regime_is_that_of_each_step_s_day()
    {
        var late = Line(DossierSteps.Step(StepKind.Granted, Day(2022, 9, 1)).Issued()).As(Id(40));

        Assert.Equal(["2540-qd-ttg", "2540-qd-ttg", "2540-qd-ttg", "18-2022-qd-ttg"], Ask(Day(2023, 1, 1), [.. SentBack, late]).Steps.Select(step => step.Regime));
    }

    [Fact]
    public void What_a_step_rested_on_is_what_was_known_on_its_day_when_it_was_recorded()
    {
        var granted = Line(DossierSteps.Step(StepKind.Granted, First.AddDays(30)).Issued()).As(Id(40));
        var basis = Ask(Day(2019, 1, 1), [.. SentBack, granted, Lost(VanAn, First.AddDays(20), 5)]).Steps[^1].RestsOn!;

        Assert.Equal((false, First.AddDays(30), "ntm-2016-2020"), (basis.IsStored, basis.On, basis.Set));
        Assert.Equal([(5, "attained"), (17, "attained")], basis.Criteria.Where(criterion => criterion.Entry is not null).Select(criterion => (criterion.Criterion, criterion.Status)));
    }

    [Fact]
    public void A_lawful_dossier_has_nothing_against_any_of_its_steps()
    {
        var steps = DossierSteps.LawfulUnder2540.Select((kind, place) =>
            (Entry)DossierSteps.Step(kind, Day(2017, 12, 4).AddDays(place == 1 ? 3 : place * 21)).Issued());
        var answer = Ask(Day(2019, 1, 1), [.. Country, .. DossierSteps.Conditions(Day(2018, 1, 15), Criteria2016).Concat(steps).Select(Line)]);

        Assert.Equal("announced", answer.Stage);
        Assert.Empty(answer.Steps.SelectMany(step => step.Irregularities).Select(irregularity => irregularity.English));
        Assert.All(answer.Steps, step => Assert.Null(step.Stale));
    }

    private static DossierAnswer Ask(DateOnly on, SubmittedLine[] lines)
    {
        var index = IndexOf(lines);
        return DossierReading.Answer(index, DossierSteps.Dossier, on, index.Position, Catalog)!;
    }
}
