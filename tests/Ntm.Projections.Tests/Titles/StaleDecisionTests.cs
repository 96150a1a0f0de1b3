using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

public sealed class StaleDecisionTests
{
    private static readonly DateOnly Found = Day(2018, 9, 1);
    private static readonly DateOnly Decided = Day(2018, 10, 31);
    private static readonly Guid Decision = Id(50);

    /// <summary>All criteria found by the province, and the decision; findings have the ids 100 on.</summary>
    private static SubmittedLine[] Story =>
    [
        .. Country,
        .. Criteria2016.Criteria.Select(criterion => Recorded.Found<CriterionAttained>(VanAn, Found, criterion.Number).As(Id(100 + criterion.Number))),
        Line(DossierSteps.Step(StepKind.Granted, Decided).Issued("2166/QĐ-UBND")).As(Decision),
    ];

    [Fact]
    public void A_decision_stands_on_what_it_rested_on() => Assert.Empty(Stale());

    [Fact]
    public void A_loss_of_before_recorded_since_takes_its_ground_away()
    {
        var stale = Assert.Single(Stale(Recorded.Found<CriterionLost>(VanAn, Day(2018, 10, 1), 17, Assessor.Audit).As(Id(60))));

        Assert.Equal((Decision, "granted", Decided, "2166/QĐ-UBND"), (stale.Entry, stale.Step, stale.On, stale.Document!.Number));
        var change = Assert.Single(stale.Changes);
        Assert.Equal(("criterion", 17, "attained", "lost"), (change.What, change.Criterion, change.Before, change.Now));
        Assert.Equal([Id(60)], stale.Entries);
    }

    [Fact]
    public void And_its_retraction_gives_it_back() => Assert.Empty(Stale(
        Recorded.Found<CriterionLost>(VanAn, Day(2018, 10, 1), 17, Assessor.Audit).As(Id(60)), Retracted(VanAn, Id(60)).As(Id(61))));

    [Fact]
    public void So_does_the_retraction_of_a_finding_it_rested_on()
    {
        var stale = Assert.Single(Stale(Retracted(VanAn, Id(105)).As(Id(60))));

        Assert.Equal(("attained", "unassessed"), (stale.Changes[0].Before, stale.Changes[0].Now));
        Assert.Equal([Id(60)], stale.Entries);
    }

    [Theory]
    [InlineData("2018-11-01", "audit")]
    [InlineData("2018-10-01", "district")]
    [InlineData("2018-10-01", "commune")]
    [InlineData("2018-08-31", "audit")]
    public void A_loss_of_a_later_day_of_another_s_word_or_of_before_the_finding_does_not(string day, string assessor) => Assert.Empty(Stale(
        Recorded.Found<CriterionLost>(VanAn, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 17, Assessors.Names.Values.Single(by => Assessors.Names.NameOf(by) == assessor))));

    [Fact]
    public void Nor_does_one_of_another_commune_or_a_confirmation() => Assert.Empty(Stale(
        Recorded.Found<CriterionLost>(VanMong, Day(2018, 10, 1), 17, Assessor.Audit), Recorded.Found<CriterionAttained>(VanAn, Day(2018, 10, 1), 17, Assessor.Audit)));

    [Fact]
    public void What_was_known_before_the_loss_is_answered_as_it_was()
    {
        var index = IndexOf([.. Story, Recorded.Found<CriterionLost>(VanAn, Day(2018, 10, 1), 17, Assessor.Audit)]);

        Assert.Empty(StaleDecisions.Of(index, VanAn, Decided, index.Position - 1, Catalog));
        Assert.Single(StaleDecisions.Of(index, VanAn, Decided, index.Position, Catalog));
        Assert.Empty(StaleDecisions.Of(index, VanAn, Decided.AddDays(-1), index.Position, Catalog));
    }

    [Fact]
    public void A_debt_of_before_recorded_since_takes_its_ground_away()
    {
        var stale = Assert.Single(Stale(Line(new DebtDeclared { Unit = VanAn, EffectiveOn = Day(2018, 6, 30), Amount = 1_000_000_000 }).As(Id(60))));

        Assert.Equal(("debt", null, "1000000000"), (stale.Changes[0].What, stale.Changes[0].Before, stale.Changes[0].Now));
        Assert.Equal([Id(60)], stale.Entries);
    }

    [Fact]
    public void So_does_the_end_of_the_unit_before_the_decision() =>
        Assert.Equal("unit", Assert.Single(Stale(Dissolved(VanAn, Day(2018, 10, 1)))).Changes.Single().What);

    [Fact]
    public void A_decision_recorded_before_its_findings_is_not_contradicted_by_those_that_support_it()
    {
        var index = IndexOf([.. Country, Story[^1], .. Story[Country.Length..^1]]);

        Assert.Empty(StaleDecisions.Of(index, VanAn, Decided, index.Position, Catalog));
    }

    [Fact]
    public void What_a_step_says_it_rested_on_outlives_what_was_recorded_between()
    {
        var basis = new StepBasis(Decided, 24, Set2016, "1", Decided, [new BasisFinding(17, FindingStatus.Attained, Id(117))], []);
        var granted = (RecognitionGranted)DossierSteps.Step(StepKind.Granted, Decided).Issued("2166/QĐ-UBND") with { RestsOn = basis };
        var index = IndexOf([
            .. Story[..^1], Recorded.Found<CriterionLost>(VanAn, Day(2018, 10, 1), 17, Assessor.Inspection).As(Id(60)), Line(granted).As(Decision),
        ]);

        Assert.Equal([Id(60)], Assert.Single(StaleDecisions.Of(index, VanAn, Decided, index.Position, Catalog)).Entries);
    }

    [Fact]
    public void A_revocation_loses_its_ground_when_what_spoke_for_it_is_found_otherwise()
    {
        var lost = Criteria2021.Criteria.Take(10).Select(criterion => Line(new CriterionLost
        {
            Unit = VanAn, EffectiveOn = Day(2023, 3, 1), Set = Set2021, Criterion = criterion.Number, AssessedBy = Assessor.Province,
        }));
        var index = IndexOf([
            .. Story, .. lost, Line(DossierSteps.Step(StepKind.Revoked, Day(2023, 6, 1)).Issued()).As(Id(70)),
            Line(new CriterionAttained { Unit = VanAn, EffectiveOn = Day(2023, 4, 1), Set = Set2021, Criterion = 3, AssessedBy = Assessor.Inspection }).As(Id(71)),
        ]);

        var stale = Assert.Single(StaleDecisions.Of(index, VanAn, Day(2024, 1, 1), index.Position, Catalog));
        Assert.Equal((Id(70), "revoked"), (stale.Entry, stale.Step));
        Assert.Equal([Id(71)], stale.Entries);
    }

    private static readonly Domain.Criteria.CriteriaSet Criteria2021 = Catalog.Find(Set2021)!;

    private static IReadOnlyList<StaleDecision> Stale(params SubmittedLine[] since)
    {
        var index = IndexOf([.. Story, .. since]);
        return StaleDecisions.Of(index, VanAn, Day(2024, 1, 1), index.Position, Catalog);
    }
}
