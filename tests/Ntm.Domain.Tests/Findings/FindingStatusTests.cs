using Ntm.Domain.Findings;

namespace Ntm.Domain.Tests.Findings;

public sealed class FindingStatusTests
{
    [Theory]
    [InlineData(FindingStatus.Attained, "attained", 'A', true)]
    [InlineData(FindingStatus.NotAttained, "not_attained", 'X', false)]
    [InlineData(FindingStatus.Lost, "lost", 'L', false)]
    [InlineData(FindingStatus.BasicallyMet, "basically_met", 'B', false)]
    [InlineData(FindingStatus.NotApplicable, "not_applicable", 'N', true)]
    [InlineData(FindingStatus.Unassessed, "unassessed", '-', false)]
    public void Each_status_has_a_name_a_letter_and_is_fulfilled_or_not(FindingStatus status, string name, char letter, bool fulfilled)
    {
        Assert.Equal(name, FindingStatuses.Names.NameOf(status));
        Assert.Equal(letter, status.Letter());
        Assert.Equal(fulfilled, status.IsFulfilled());
    }

    [Fact]
    public void There_is_no_other_status() => Assert.Equal(6, Enum.GetValues<FindingStatus>().Length);
}
