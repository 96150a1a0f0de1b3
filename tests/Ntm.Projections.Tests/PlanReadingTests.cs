using Ntm.Domain.Recording;
using Ntm.Projections.Plans;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class PlanReadingTests
{
    private static readonly Register Record = Recorded.IndexOf(
    [
        .. Country,
        PlanIssued(VanQuan, Day(2018, 1, 30)).As(Id(6)),
        PlanRevised(VanQuan, Day(2018, 7, 1)).As(Id(7)),
        Retracted(VanQuan, Id(7)),
        PlanRevised(VanQuan, Day(2018, 8, 1)).As(Id(9)),
        Retracted(VanQuan, Id(6)),
    ]).Register;

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "Kế hoạch năm 2018")]
    [InlineData(7, "Kế hoạch năm 2018, điều chỉnh")]
    [InlineData(8, "Kế hoạch năm 2018")]
    [InlineData(9, "Kế hoạch năm 2018, điều chỉnh")]
    [InlineData(10, null)]
    public void A_plan_says_what_its_last_word_known_then_says_and_without_its_issue_nothing(long knownAt, string? title)
    {
        Assert.Equal(title, PlanReading.Find(Record, Plan2018, knownAt)?.Title);
        Assert.Equal(title is null ? 0 : 1, PlanReading.List(Record, knownAt).Count);
    }

    [Fact]
    public void Content_of_no_format_is_a_plan_without_statements()
    {
        var plan = PlanReading.Find(Record, Plan2018, 6)!;
        Assert.Null(plan.Content);
        Assert.Equal("{}", plan.Data.GetRawText());
    }
}
