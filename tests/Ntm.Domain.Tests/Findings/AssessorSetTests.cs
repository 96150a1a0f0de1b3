using Ntm.Domain.Findings;

namespace Ntm.Domain.Tests.Findings;

public sealed class AssessorSetTests
{
    [Theory]
    [InlineData("official", "district province inspection audit")]
    [InlineData("all", "commune district province inspection audit")]
    [InlineData("audit,district", "district audit")]
    [InlineData("commune", "commune")]
    [InlineData("official,commune", "commune district province inspection audit")]
    [InlineData("district, district", "district")]
    public void A_question_names_the_assessors_it_counts(string text, string names)
    {
        Assert.True(AssessorSet.TryParse(text, out var assessors));
        Assert.Equal(names.Split(' '), assessors.ToNames());
    }

    [Theory]
    [InlineData("")]
    [InlineData("minister")]
    [InlineData("Official")]
    [InlineData("district,")]
    [InlineData("district;audit")]
    public void And_no_others(string text) => Assert.False(AssessorSet.TryParse(text, out _));

    [Fact]
    public void A_communes_own_word_is_not_official()
    {
        Assert.False(AssessorSet.Official.Contains(Assessor.Commune));
        Assert.All(Assessors.Names.Values.Skip(1), assessor => Assert.True(AssessorSet.Official.Contains(assessor)));
    }
}
