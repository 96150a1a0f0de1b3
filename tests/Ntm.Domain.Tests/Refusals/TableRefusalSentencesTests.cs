using Ntm.Domain.Refusals;

namespace Ntm.Domain.Tests.Refusals;

public sealed class TableRefusalSentencesTests
{
    public static TheoryData<string> Codes => [.. Made().Select(refusal => refusal.Code).Distinct()];

    [Theory, MemberData(nameof(Codes))]
    public void A_refusal_has_a_code_of_the_list_and_a_sentence_in_each_language(string code)
    {
        Assert.All(Made().Where(refusal => refusal.Code == code), refusal =>
        {
            Assert.True(TableRefusalCodes.All.Contains(code) || code == RefusalCodes.FieldMissing, code);
            Assert.Contains(refusal.English[^1], ".)");
            Assert.Contains(refusal.Vietnamese[^1], ".)");
            Assert.NotEqual(refusal.Vietnamese, refusal.English);
        });
    }

    [Fact]
    public void Codes_are_stable_words_and_stand_once_in_the_list()
    {
        Assert.Equal(TableRefusalCodes.All.Count, TableRefusalCodes.All.Distinct().Count());
        Assert.All(TableRefusalCodes.All, code => Assert.Matches("^table\\.[a-z_]+$", code));
    }

    private static IEnumerable<Refusal> Made() =>
    [
        TableRefusals.NotFound(), TableRefusals.SheetUnread("Nháp"), TableRefusals.Hidden("A!B7"), TableRefusals.HeadingUnclear("A!B7", "3", "4"),
        TableRefusals.CriterionMissing("A!C6", [3, 4]), TableRefusals.CellUnclear("A!C7", "x", 3), TableRefusals.CellError("A!C7", "#REF!"),
        TableRefusals.NotCalculated("A!C7"), TableRefusals.CellMerged("A!C7"), TableRefusals.CellOutside("A!X7", "x"), TableRefusals.RowNameless("A!B7"),
        TableRefusals.CommuneUnknown("A!B7", "Vân Mông", "Văn Quan", new DateOnly(2018, 6, 30)), TableRefusals.CommuneAmbiguous("A!B7", "Hòa Bình"),
        TableRefusals.CommuneTwice("A!B8", "Văn An", "A!B7"), TableRefusals.CommuneMissing("Văn An", "van-quan.van-an"),
        TableRefusals.TotalDiffers("A!V7", 6, 5, 5), TableRefusals.TotalUnclear("A!V7", "x"), TableRefusals.AnswerInvalid("mark", "x"),
        TableRefusals.RecordedOtherwise("A!C7"), TableRefusals.BasisIncomplete(), TableRefusals.OptionMissing("on"),
    ];
}
