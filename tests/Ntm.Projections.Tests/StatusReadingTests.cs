using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.Index;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class StatusReadingTests
{
    private static readonly DateOnly Found2018 = Day(2018, 6, 30);

    // Recorded as entry 6 and 7: attained from June 2018 on; told afterwards, that it had been lost from March 2019 on.
    private static readonly RecordIndex LostLater = IndexOf([.. Country, Attained(VanAn, Found2018), Lost(VanAn, Day(2019, 3, 1))]);

    [Theory]
    [InlineData("2019-02-28", 6, "attained")]
    [InlineData("2019-02-28", 7, "attained")]
    [InlineData("2019-03-01", 6, "attained")]
    [InlineData("2019-03-01", 7, "lost")]
    [InlineData("2018-06-29", 7, "unassessed")]
    [InlineData("2018-06-30", 5, "unassessed")]
    public void It_is_as_of_a_day_and_as_known_then(string on, long knownAt, string status) =>
        Assert.Equal(status, Criterion(Ask(LostLater, VanAn, DateOnly.Parse(on, null), knownAt)).Status);

    [Fact]
    public void It_says_since_when_by_which_entry_by_whom_and_when_the_record_learnt_it()
    {
        var answer = Ask(IndexOf([.. Country, Attained(VanAn, Found2018).As(Id(10))]), VanAn, Day(2020, 1, 1), 6);
        var criterion = Criterion(answer);

        Assert.Equal(("attained", Found2018, Id(10), "2024-01-01T00:06:00.000000Z", "province"),
            (criterion.Status, criterion.Since!.Value, criterion.Entry!.Value, criterion.RecordedAt, criterion.AssessedBy));
        Assert.Equal((6, "2024-01-01T00:06:00.000000Z"), (answer.KnownAt.Sequence, answer.KnownAt.RecordedAt));
        Assert.Equal(("ntm-2016-2020", "1"), (answer.Set, answer.SetVersion));
    }

    [Fact]
    public void An_unassessed_criterion_says_nothing_else()
    {
        var criterion = Criterion(Ask(IndexOf(Country), VanAn, Day(2020, 1, 1), 5));

        Assert.Equal(("unassessed", null, null, null, null),
            (criterion.Status, criterion.Since, criterion.Entry, criterion.RecordedAt, criterion.AssessedBy));
        Assert.Empty(criterion.Retracted);
    }

    [Fact]
    public void Every_criterion_of_the_set_is_told() =>
        Assert.Equal(Enumerable.Range(1, 19), Ask(LostLater, VanAn, Found2018, 7).Criteria.Select(criterion => criterion.Criterion));

    [Fact]
    public void Only_attained_counts_as_attained_and_what_is_not_applicable_is_fulfilled_as_well()
    {
        var index = IndexOf([
            .. Country, Found<CriterionAttained>(VanAn, Found2018, 1), Found<CriterionAttained>(VanAn, Found2018, 2), Found<CriterionNotApplicable>(VanAn, Found2018, 3),
            Found<CriterionBasicallyMet>(VanAn, Found2018, 4), Found<CriterionNotAttained>(VanAn, Found2018, 5), Found<CriterionLost>(VanAn, Found2018, 6),
        ]);
        var answer = Ask(index, VanAn, Found2018, 11);

        Assert.Equal((2, 3), (answer.Attained, answer.Fulfilled));
        Assert.Equal(
            ["attained", "attained", "not_applicable", "basically_met", "not_attained", "lost", "unassessed"],
            answer.Criteria.Take(7).Select(criterion => criterion.Status));
    }

    [Fact]
    public void A_communes_own_word_does_not_decide_unless_it_is_asked_for()
    {
        var index = IndexOf([
            .. Country, Found<CriterionNotAttained>(VanAn, Found2018, 5, Assessor.District), Found<CriterionAttained>(VanAn, Day(2019, 1, 1), 5, Assessor.Commune),
        ]);
        string Status(AssessorSet assessors) => Criterion(StatusReading.Answer(index, VanAn, Day(2020, 1, 1), 7, Criteria2016, assessors)!).Status;

        Assert.Equal("not_attained", Status(AssessorSet.Official));
        Assert.Equal("attained", Status(AssessorSet.All));
        Assert.Equal("attained", Status(AssessorSet.Of(Assessor.Commune)));
        Assert.Equal("unassessed", Status(AssessorSet.Of(Assessor.Audit)));
    }

    [Fact]
    public void The_assessors_are_named_in_one_order() =>
        Assert.Equal(
            ["district", "audit"],
            StatusReading.Answer(LostLater, VanAn, Found2018, 7, Criteria2016, AssessorSet.Of(Assessor.Audit, Assessor.District))!.AssessedBy);

    [Fact]
    public void A_finding_under_one_set_says_nothing_under_another()
    {
        var set2021 = Catalog.Find(Set2021)!;

        Assert.All(
            StatusReading.Answer(LostLater, VanAn, Day(2023, 1, 1), 7, set2021, AssessorSet.All)!.Criteria,
            criterion => Assert.Equal("unassessed", criterion.Status));
    }

    [Fact]
    public void Retracted_findings_are_named_in_record_order_from_the_entry_on_that_retracts_them()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Day(2019, 1, 1)).As(Id(12)), Attained(VanAn, Found2018).As(Id(11)), Attained(VanAn, Found2018, criterion: 6).As(Id(13)),
            Retracted(VanAn, Id(11)), Retracted(VanAn, Id(12)), Retracted(VanAn, Id(13)),
        ]);

        Assert.Empty(Criterion(Ask(index, VanAn, Day(2020, 1, 1), 8)).Retracted);
        Assert.Equal([Id(11)], Criterion(Ask(index, VanAn, Day(2020, 1, 1), 9)).Retracted);
        Assert.Equal([Id(12), Id(11)], Criterion(Ask(index, VanAn, Day(2020, 1, 1), 11)).Retracted);
        Assert.Equal("unassessed", Criterion(Ask(index, VanAn, Day(2020, 1, 1), 11)).Status);
    }

    [Fact]
    public void A_correction_shows_the_new_finding_and_names_the_old_one()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Found2018).As(Id(10)), Corrected(VanAn, Id(10), Lost(VanAn, Day(2018, 7, 1)).As(Id(12))).As(Id(11))]);
        var criterion = Criterion(Ask(index, VanAn, Day(2020, 1, 1), 8));

        Assert.Equal(("lost", Id(12)), (criterion.Status, criterion.Entry));
        Assert.Equal([Id(10)], criterion.Retracted);
    }

    [Fact]
    public void Of_a_unit_the_record_does_not_know_then_there_is_no_answer()
    {
        Assert.Null(StatusReading.Answer(LostLater, Nowhere, Found2018, 7, Criteria2016, AssessorSet.Official));
        Assert.Null(StatusReading.Answer(LostLater, VanAn, Found2018, 3, Criteria2016, AssessorSet.Official));
        Assert.Null(StatusReading.Answer(LostLater, VanAn, Found2018, 0, Criteria2016, AssessorSet.Official));
        Assert.NotNull(StatusReading.Answer(LostLater, VanAn, Found2018, 4, Criteria2016, AssessorSet.Official));
    }

    [Fact]
    public void Of_one_whose_establishment_was_retracted_neither()
    {
        var index = IndexOf(Established(VanAn).As(Id(1)), Retracted(VanAn, Id(1)));

        Assert.NotNull(StatusReading.Answer(index, VanAn, Found2018, 1, Criteria2016, AssessorSet.Official));
        Assert.Null(StatusReading.Answer(index, VanAn, Found2018, 2, Criteria2016, AssessorSet.Official));
    }

    [Fact]
    public void A_unit_not_yet_established_does_not_exist_and_has_not_ended()
    {
        var answer = Ask(LostLater, VanAn, First.AddDays(-1), 7);

        Assert.False(answer.Exists);
        Assert.Null(answer.Name);
        Assert.Null(answer.EndedOn);
        Assert.Null(answer.Successors);
    }

    [Fact]
    public void An_ended_unit_tells_when_it_ended_who_came_after_it_and_its_own_last_findings()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Found2018), Merged(VanMong, Day(2020, 1, 1), VanAn)]);
        var before = Ask(index, VanAn, Day(2019, 12, 31), 7);
        var after = Ask(index, VanAn, Day(2020, 1, 1), 7);

        Assert.True(before.Exists);
        Assert.Null(before.EndedOn);
        Assert.False(after.Exists);
        Assert.Equal(Day(2020, 1, 1), after.EndedOn);
        Assert.Equal(["van-quan.van-mong"], after.Successors);
        Assert.Equal("attained", Criterion(after).Status);
        Assert.True(Ask(index, VanAn, Day(2020, 1, 1), 6).Exists);
    }

    [Fact]
    public void Successors_nobody_told_are_none() =>
        Assert.Empty(Ask(IndexOf([.. Country, Dissolved(VanAn, Day(2020, 1, 1))]), VanAn, Day(2020, 1, 1), 6).Successors!);

    [Fact]
    public void A_unit_is_called_as_it_was_called_that_day_and_as_was_known_then()
    {
        var index = IndexOf([.. Country, Renamed(VanAn, Day(2018, 1, 1), "Văn An"), Renamed(VanAn, Day(2020, 1, 1), "Văn An Mới")]);

        Assert.Equal("van-quan.van-an", Ask(index, VanAn, Day(2017, 12, 31), 7).Name);
        Assert.Equal("Văn An", Ask(index, VanAn, Day(2019, 12, 31), 7).Name);
        Assert.Equal("Văn An Mới", Ask(index, VanAn, Day(2020, 1, 1), 7).Name);
        Assert.Equal("Văn An", Ask(index, VanAn, Day(2020, 1, 1), 6).Name);
    }

    private static StatusAnswer Ask(RecordIndex index, UnitId unit, DateOnly on, long knownAt) =>
        StatusReading.Answer(index, unit, on, knownAt, Criteria2016, AssessorSet.Official)!;

    private static CriterionStatus Criterion(StatusAnswer answer) => answer.Criteria[4];
}
