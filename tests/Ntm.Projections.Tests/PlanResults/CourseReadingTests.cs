using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Targets;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.PlanResults;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.PlanResults;

public sealed class CourseReadingTests
{
    private static readonly DateOnly Issued = Day(2018, 1, 30);
    private static readonly DateOnly June = Day(2018, 6, 30);
    private static readonly DateOnly November = Day(2018, 11, 30);

    [Fact]
    public void Each_month_tells_what_is_due_by_its_end_and_what_is_attained_on_it()
    {
        var course = Ask(Day(2018, 12, 31), Attained(VanAn, Day(2018, 5, 2), 2), Lost(VanAn, Day(2018, 9, 3), 2), Attained(VanMong, Day(2018, 12, 5), 3));

        Assert.Equal(2018, course.Year);
        Assert.Equal(Day(2017, 12, 31), course.Months[0].Day);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2], course.Months.Select(month => month.Due));
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1], course.Months.Select(month => month.Attained!.Value));
    }

    [Fact]
    public void The_day_asked_stands_among_the_months_and_what_lies_ahead_is_not_told()
    {
        var course = Ask(Day(2018, 6, 15), Attained(VanAn, Day(2018, 6, 15), 2), Attained(VanMong, Day(2018, 6, 16), 3));

        Assert.Equal((Day(2018, 6, 15), 0, 1), (course.Months[6].Day, course.Months[6].Due, course.Months[6].Attained!.Value));
        Assert.All(course.Months.Skip(7), month => Assert.Null(month.Attained));
        Assert.Equal(2, course.Months[^1].Due);
    }

    [Fact]
    public void What_was_withdrawn_or_is_not_considered_is_told_and_not_counted()
    {
        var course = Ask(
            Day(2018, 12, 31), Line(new TargetWithdrawn { Unit = VanAn, EffectiveOn = Day(2018, 7, 1), Target = Id(10) }),
            Found<CriterionNotApplicable>(VanMong, June, 3, Assessor.District));

        Assert.Equal(["withdrawn", "not_applicable"], course.Targets.Select(target => target.State));
        Assert.Empty(course.Months);
    }

    [Fact]
    public void A_year_nothing_falls_due_in_has_no_course_and_still_tells_what_is_overdue()
    {
        var course = Ask(Day(2019, 3, 1));

        Assert.Empty(course.Months);
        Assert.Equal(["missed", "missed"], course.Targets.Select(target => target.State));
    }

    private static CourseAnswer Ask(DateOnly on, params SubmittedLine[] found)
    {
        var index = IndexOf([
            .. Country, PlanIssued(VanQuan, Issued).As(Id(6)), Target(VanAn, Issued, June).As(Id(10)), Target(VanMong, Issued, November, criterion: 3).As(Id(11)),
            .. found,
        ]);
        var matrix = MatrixReading.Answer(index, VanQuan, on, index.Position, Criteria2016, AssessorSet.Official, on)!;
        return CourseReading.Answer(index, matrix, Criteria2016, AssessorSet.Official);
    }
}
