using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Projections.Inspections;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Inspections;

/// <summary>What is inspected, what is to be put right, and what nobody has looked at, on a day.</summary>
public sealed class InspectionsReadingTests
{
    private const string Team = "Đoàn kiểm tra huyện";

    [Fact]
    public void An_inspection_is_overdue_from_the_day_after_it_was_due()
    {
        SubmittedLine[] record = [.. Country, Scheduled(Day(2018, 6, 30))];

        Assert.Equal(("planned", (int?)null), Only(record, Day(2018, 6, 30)));
        Assert.Equal(("overdue", 1), Only(record, Day(2018, 7, 1)));
    }

    [Fact]
    public void Postponed_it_is_due_on_the_new_day_and_cancelled_never()
    {
        SubmittedLine[] postponed = [.. Country, Scheduled(Day(2018, 6, 30)), Line(new InspectionPostponed { Unit = VanAn, EffectiveOn = Day(2018, 6, 20), Schedule = Id(10), DueBy = Day(2018, 8, 31) })];

        Assert.Equal(("overdue", 1), Only(postponed, Day(2018, 9, 1)));
        Assert.Equal(("planned", (int?)null), Only(postponed, Day(2018, 8, 31)));
        Assert.Equal(
            ("cancelled", (int?)null),
            Only([.. postponed, Line(new InspectionCancelled { Unit = VanAn, EffectiveOn = Day(2018, 8, 1), Schedule = Id(10) })], Day(2018, 12, 31)));
    }

    [Fact]
    public void Before_the_postponement_was_known_it_was_overdue()
    {
        var index = IndexOf([.. Country, Scheduled(Day(2018, 6, 30)), Line(new InspectionPostponed { Unit = VanAn, EffectiveOn = Day(2018, 6, 20), Schedule = Id(10), DueBy = Day(2018, 8, 31) })]);

        Assert.Equal("overdue", InspectionsReading.Answer(index, VanAn, Day(2018, 7, 31), index.Position - 1, Catalog)!.Inspections[0].State);
        Assert.Equal("planned", InspectionsReading.Answer(index, VanAn, Day(2018, 7, 31), index.Position, Catalog)!.Inspections[0].State);
    }

    [Fact]
    public void An_inspection_that_names_its_schedule_answers_that_one()
    {
        SubmittedLine[] record = [.. Country, Scheduled(Day(2018, 6, 30)), Scheduled(Day(2018, 9, 30), 11), Held(Day(2018, 6, 15), schedule: Id(11))];

        Assert.Equal([(Id(10), "planned"), (Id(11), "held")], Ask(record, Day(2018, 6, 20)).Inspections.Select(row => (row.Schedule!.Value, row.State)).OrderBy(row => row.Item1));
    }

    [Theory]
    [InlineData(0, "due", null)]
    [InlineData(1, "overdue", 30)]
    [InlineData(2, "done", null)]
    [InlineData(3, "disputed", null)]
    [InlineData(4, "disputed", 15)]
    [InlineData(5, "done", 10)]
    [InlineData(6, "closed", 10)]
    public void A_remedy_goes_from_due_over_done_and_disputed_to_closed(int step, string state, int? overdueDays)
    {
        SubmittedLine[] told = [.. Country, Held(Day(2018, 6, 15), remedyBy: Day(2018, 6, 30))];
        SubmittedLine[] after =
        [
            Line(new RemedyDone { Unit = VanAn, EffectiveOn = Day(2018, 6, 28), Inspection = Id(20), Criterion = 17 }),
            FollowUp(Day(2018, 7, 5), RemedyVerdict.Reopened, Day(2018, 7, 15)),
            Line(new RemedyDone { Unit = VanAn, EffectiveOn = Day(2018, 7, 25), Inspection = Id(20), Criterion = 17 }),
            FollowUp(Day(2018, 7, 31), RemedyVerdict.Closed, null),
        ];
        var (count, on) = step switch
        {
            0 => (0, Day(2018, 6, 30)), 1 => (0, Day(2018, 7, 30)), 2 => (1, Day(2018, 7, 1)), 3 => (2, Day(2018, 7, 10)), 4 => (2, Day(2018, 7, 30)), 5 => (3, Day(2018, 7, 30)),
            _ => (4, Day(2018, 8, 30)),
        };
        var row = Assert.Single(Ask([.. told, .. after.Take(count)], on).Remedies);

        Assert.Equal((state, overdueDays), (row.State, row.OverdueDays));
    }

    [Fact]
    public void Each_finding_tells_the_last_inspection_that_had_looked_at_its_criterion()
    {
        // Everything here is recorded on 2024-01-01.
        SubmittedLine[] record =
        [
            .. Country, Found<CriterionAttained>(VanAn, Day(2023, 12, 1), 17).As(Id(30)), Found<CriterionAttained>(VanAn, Day(2023, 12, 1), 3).As(Id(31)),
            Held(Day(2023, 11, 20), remedyBy: Day(2023, 12, 20)), Held(Day(2024, 2, 1), id: 21, looked: 3),
        ];
        var answer = Ask(record, Day(2024, 3, 1));

        var (inspected, blind) = (answer.Findings.Single(row => row.Entry == Id(30)), answer.Findings.Single(row => row.Entry == Id(31)));
        Assert.Equal((Id(20), Day(2023, 11, 20), "chưa đạt", false), (inspected.Inspection!.Entry, inspected.Inspection.HeldOn, inspected.Inspection.Conclusion, inspected.Inspection.RecordedBefore));
        Assert.Null(blind.Inspection);
        var under = InspectionsReading.AnswerUnder(IndexOf(record), LangSon, "uninspected", Day(2024, 3, 1), 9, Catalog)!;
        Assert.Equal([new NamedCriterion(Set2016.Value, 3)], Assert.Single(under.Units).Uninspected);
    }

    [Fact]
    public void A_list_asked_for_what_is_overdue_holds_nothing_else()
    {
        var index = IndexOf(
            [.. Country, Scheduled(Day(2018, 6, 30)), Scheduled(Day(2019, 6, 30), 11), Held(Day(2018, 7, 15), remedyBy: Day(2018, 8, 1)), Held(Day(2018, 7, 16), id: 22, remedyBy: Day(2019, 8, 1))]);
        var answer = InspectionsReading.AnswerUnder(index, LangSon, "overdue", Day(2018, 12, 31), index.Position, Catalog)!;

        var unit = Assert.Single(answer.Units);
        Assert.Equal((VanAn.Value, 0, 1), (unit.Unit, unit.Inspections.Count, unit.Remedies.Count));
        Assert.Equal((1, 1, 1, 1), (answer.Totals.HeldLate, answer.Totals.OverdueRemedies, answer.Totals.RemediesDue, answer.Totals.Held));
    }

    private static SubmittedLine Scheduled(DateOnly dueBy, int id = 10) =>
        Line(new InspectionScheduled { Unit = VanAn, EffectiveOn = Day(2018, 5, 1), DueBy = dueBy, Team = Team }).As(Id(id));

    private static SubmittedLine Held(DateOnly on, int id = 20, Guid? schedule = null, DateOnly? remedyBy = null, int? looked = null) => Line(new InspectionHeld
    {
        Unit = VanAn, EffectiveOn = on, Team = Team, Schedule = schedule,
        Findings = remedyBy is null ? [] : [new InspectionRemark(Set2016, 17, "chưa đạt", null, remedyBy)],
        Inspected = looked is { } criterion ? [new InspectedCriterion(Set2016, criterion)] : null,
    }).As(Id(id));

    private static SubmittedLine FollowUp(DateOnly on, RemedyVerdict verdict, DateOnly? remedyBy) =>
        Line(new FollowUpHeld { Unit = VanAn, EffectiveOn = on, Inspection = Id(20), Team = Team, Outcomes = [new FollowUpOutcome(17, verdict, null, remedyBy)] });

    private static (string State, int? OverdueDays) Only(SubmittedLine[] record, DateOnly on) =>
        Assert.Single(Ask(record, on).Inspections) is var row ? (row.State, row.OverdueDays) : default;

    private static InspectionsAnswer Ask(SubmittedLine[] record, DateOnly on)
    {
        var index = IndexOf(record);
        return InspectionsReading.Answer(index, VanAn, on, index.Position, Catalog)!;
    }
}
